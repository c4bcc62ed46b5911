"""Signs of small cells stand below their row, on paper; the key shows them in that very form."""

from __future__ import annotations

import itertools
import json
import re
from typing import Any

import numpy as np
import pytest
from heatmaps import SVG, graded, picture, scores
from test_raster import ABSENT, ERROR, LIMIT, OK, UNSCORED, v8
from test_sign_contrast import COLORS, contrast, dark_looks, rgb

__all__ = ["v8"]

INKS = {"absent": "#7d8590", "unscored": "#6473b4", "limit": "#b3690a", "error": "#cf3228"}
KINDS = {ABSENT: "absent", UNSCORED: "unscored", LIMIT: "limit", ERROR: "error"}
PATH = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)")


def turned_over(color: Any) -> Any:
    """What the filter of dark pages makes of a colour (Filter Effects 1): invert, turn the hue, saturate."""
    share, angle, factor = re.search(
        r"invert\(([\d.]+)\) hue-rotate\((\d+)deg\) saturate\(([\d.]+)\)", COLORS.read_text(encoding="utf-8")
    ).groups()
    c = np.asarray(color) / 255
    c = c * (1 - float(share)) + (1 - c) * float(share)
    luma = np.tile([0.213, 0.715, 0.072], (3, 1))
    cos, sin = np.cos(np.radians(int(angle))), np.sin(np.radians(int(angle)))
    tail = np.array([[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]])
    c = np.clip((luma + cos * (np.eye(3) - luma) + sin * tail) @ c, 0, 1)
    return 255 * np.clip((luma + float(factor) * (np.eye(3) - luma)) @ c, 0, 1)


@pytest.mark.parametrize("name", INKS)
def test_inks_stand_out_from_light_and_dark_paper(name):
    ink, dark = rgb(INKS[name]), rgb(dark_looks()[1])
    assert contrast(ink, rgb("#ffffff")) >= 3
    assert contrast(ink, dark) >= 3
    assert contrast(turned_over(ink), dark) >= 3


def small(share: float = 0.1) -> Any:
    """Cells of 3 units and more, but small: rectangles; a share of them with an error."""
    random = np.random.default_rng(1)
    rows = graded(4, 90)
    for row in rows:
        if random.random() < share:
            row["error"], row["score_s"] = "boom", None
    return rows


def signs(found: Any) -> list[tuple[float, float, float, float]]:
    paths = [e for e in found.part("paint").iter(f"{SVG}path") if e.get("fill") in INKS.values()]
    return [tuple(map(float, part)) for e in paths for part in PATH.findall(e.get("d"))]


def test_the_sign_of_a_small_cell_lies_between_its_row_and_the_next():
    rows = small()
    found = picture(rows)
    cells = {(float(r.get("x")), float(r.get("y"))): r for r in found.rects()}
    bottoms = {y: y + float(r.get("height")) for (_, y), r in cells.items()}
    tops = sorted(bottoms)
    assert len(signs(found)) == sum(row.get("error") == "boom" for row in rows) > 10
    for x, y, width, height in signs(found):
        above = max(top for top in tops if top < y)
        later = [top for top in tops if top > above]
        assert bottoms[above] <= y - 0.5
        assert y + height <= (later[0] if later else found.plot["area"]["y"] + found.plot["area"]["height"] + 0.5)
        assert float(cells[x, above].get("width")) == pytest.approx(width)
        assert cells[x, above].get("data-fill") == "none"


def test_rows_without_trouble_keep_their_height():
    heights = [{float(r.get("height")) for r in picture(rows).rects()} for rows in (graded(4, 90), small())]
    assert max(heights[0]) - max(heights[1]) == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize("state", [UNSCORED, LIMIT, ERROR])
@pytest.mark.parametrize(("nx", "scale"), [(10, 1), (10, 2), (400, 1), (400, 2)])
def test_no_pixel_of_a_row_is_hidden_by_a_sign(v8, state, nx, scale):
    random = np.random.default_rng(3)
    states = np.where(random.random((2, nx)) < 0.1, state, OK)
    states[:, nx // 2] = state
    values = np.full((2, nx), 0.5)
    given = {"nx": nx, "ny": 2, "width": 40, "height": 56, "scale": scale, "inset": 0}
    lists = {"values": values.ravel().tolist(), "states": states.ravel().tolist()}
    made = json.loads(v8.eval(f"paint({json.dumps(json.dumps({**given, **lists}))})"))
    pixels = np.array(made["rgba"]).reshape(2, 28 * scale, 40 * scale, 4)
    ink = (pixels[..., :3] == rgb(INKS[KINDS[state]])).all(axis=-1) & (pixels[..., 3] == 255)
    assert ink.any(axis=(1, 2)).all()
    strip = ~(pixels[:, :, :, 3] == 255).all(axis=2)
    assert (strip.sum(axis=1) <= (28 * scale * 0.35)).all()
    assert not ink[~strip].any()


def sample(found: Any, state: str) -> Any:
    return next(e for e in found.part("legend-key").iter() if e.get("data-state") == state)


def fills(element: Any) -> set[str]:
    return {e.get("fill") for e in element.iter(f"{SVG}path")}


def test_the_key_shows_signs_below_cells_as_the_rows_do():
    entry = sample(picture(small()), "error")
    assert fills(entry) == {INKS["error"]}
    (cell,), (sign,) = entry.iter(f"{SVG}rect"), entry.iter(f"{SVG}path")
    _, y, _, height = map(float, PATH.match(sign.get("d")).groups())
    assert float(cell.get("height")) < y
    assert height == 3


def test_the_key_of_low_rows_shows_the_sign_on_light_and_on_dark_cells():
    """Signs of cells too low for paper below them take the ink that stands out from each."""
    rows = scores({f"m{j}": {f"q{i}": (i + j) % 3 / 2 for i in range(90)} for j in range(60)})
    rows[5]["error"] = "boom"
    found = picture(rows, height=330, legend=None, margins=False)
    assert found.plot["y"]["step"] < 8
    entry = sample(picture(rows, height=330), "error")
    assert fills(entry) == {"#7a0c0c", "#ffe4d3"}


@pytest.mark.parametrize("samples", [20, 60, 80, 110])
def test_gaps_between_cells_are_whole_units_and_all_alike(samples):
    """Else screens with one pixel a unit show a pattern of grey lines."""
    found = picture(graded(4, samples), sort=None, margins=False)
    spans = sorted({(float(r.get("x")), float(r.get("width"))) for r in found.rects()})
    assert len(spans) == samples
    assert all(x % 1 == 0 and width % 1 == 0 for x, width in spans)
    assert len({after[0] - x - width for (x, width), after in itertools.pairwise(spans)}) == 1


def test_gaps_of_pixels_are_all_alike(v8):
    given = {"nx": 41, "ny": 1, "width": 300, "height": 20, "scale": 1, "inset": 0.5, "states": [0] * 41}
    made = json.loads(v8.eval(f"paint({json.dumps(json.dumps({**given, 'values': [0.5] * 41}))})"))
    row = np.array(made["rgba"]).reshape(20, 300, 4)[10, :, 3] == 255
    lengths = np.diff(np.flatnonzero(np.diff(np.concatenate([[False], row, [False]]).astype(int))))
    assert set(lengths[1::2]) == {1}
