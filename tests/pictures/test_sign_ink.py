"""Signs of cells smaller than a pixel take the share of the picture that the cells have which they speak of."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest
from heatmaps import data, drawn
from PIL import Image

from inspect_viz.plot import write_png
from inspect_viz.view import sample_heatmap

INKS = {
    "absent": ((0x23, 0x28, 0x2F), (0xCD, 0xD2, 0xD9), (0x7D, 0x85, 0x90)),
    "unscored": ((0x1F, 0x29, 0x37), (0xDB, 0xE1, 0xEA), (0x64, 0x73, 0xB4)),
    "limit": ((0x55, 0x36, 0x08), (0xFF, 0xE9, 0xA8), (0xB3, 0x69, 0x0A)),
    "error": ((0x7A, 0x0C, 0x0C), (0xFF, 0xE4, 0xD3), (0xCF, 0x32, 0x28)),
}


def rows(models: int, samples: int, share: dict[str, float], seed: int = 7) -> pd.DataFrame:
    """Graded cells, of which these shares are absent, unscored, limited or errors."""
    random = np.random.default_rng(seed)
    size = models * samples
    drawn_lots = random.random(size)
    edges = np.cumsum([0, *share.values()])
    state = np.full(size, "ok", dtype=object)
    for name, low, high in zip(share, edges[:-1], edges[1:], strict=True):
        state[(drawn_lots >= low) & (drawn_lots < high)] = name
    table = pd.DataFrame(
        {
            "id": np.tile([f"q{i}" for i in range(samples)], models),
            "model_display_name": np.repeat([f"m{j}" for j in range(models)], samples),
            "score_s": np.where(np.isin(state, ("unscored", "error")), np.nan, random.random(size) ** 2),
            "error": np.where(state == "error", "boom", ""),
            "limit": np.where(state == "limit", "token", None),
        }
    )
    return table[state != "absent"]


def ink(component: object, scale: float) -> dict[str, float]:
    """Shares of the cells' area that have the inks of each state."""
    area = drawn(component, scale).plot["area"]
    png, _, _ = write_png(None, component, scale=scale, padding=0)
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    x, y, width, height = (round(area[name] * scale) for name in ("x", "y", "width", "height"))
    cells = pixels[y : y + height, x : x + width]
    return {
        name: float(np.any([(cells == color).all(axis=2) for color in colors], axis=0).mean())
        for name, colors in INKS.items()
    }


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize(
    ("models", "samples", "share", "options"),
    [
        (100, 5000, {"absent": 0.02, "error": 0.004}, {}),
        (100, 5000, {"absent": 0.02, "error": 0.004}, {"height": 200}),
        (20, 5000, {"absent": 0.1, "limit": 0.02, "error": 0.03}, {}),
        (8, 30_000, {"unscored": 0.05, "error": 0.001}, {}),
        (100, 5000, {"absent": 0.02, "error": 0.004}, {"orientation": "vertical"}),
    ],
)
def test_the_ink_of_signs_is_the_share_of_the_cells(models, samples, share, options, scale):
    table = rows(models, samples, share)
    cells = models * samples
    true = {
        "absent": 1 - len(table) / cells,
        "error": (table["error"] != "").sum() / cells,
        "limit": table["limit"].notna().sum() / cells,
        "unscored": (table["score_s"].isna() & (table["error"] == "")).sum() / cells,
    }
    found = ink(sample_heatmap(data(table), legend=None, **options), scale)
    for name, expected in true.items():
        assert found[name] == pytest.approx(expected, rel=0.2, abs=1e-9), f"{name}: {found} of {true}"


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize(("models", "samples"), [(100, 5000), (8, 30_000), (300, 3000)])
def test_a_single_error_is_seen_among_any_number_of_cells(models, samples, scale):
    table = rows(models, samples, {})
    table.loc[len(table) // 3, "error"] = "boom"
    assert ink(sample_heatmap(data(table), legend=None), scale)["error"] > 0
