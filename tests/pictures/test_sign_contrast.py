"""Every sign stands out 3:1 from each colour of each scheme, from cells without a value and from paper."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from heatmaps import data, drawn, graded, heatmap, scores
from test_raster import ABSENT, ERROR, LIMIT, UNSCORED, v8

from inspect_viz._spec.kinds import literal_values
from inspect_viz.mark import cell
from inspect_viz.plot import DrawingError, plot

__all__ = ["v8"]

LEAST = 3.0
LOW = 7
"""Height of a row whose signs stand in its cells."""
SCHEMES = literal_values("ColorScheme")
FOR_NUMBERS = [s for s in SCHEMES if not re.search(r"\d$|^(Accent|Paired)$", s)]
OF_CLASSES = [s for s in SCHEMES if s not in FOR_NUMBERS]
COLORS = Path(__file__).parents[2] / "runtime/src/page/style/colors.css"


def rgb(text: str) -> Any:
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)])


def luminance(colors: Any) -> Any:
    """Relative luminance of red, green and blue, as WCAG 2 defines it."""
    c = np.asarray(colors) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722]


def contrast(a: Any, b: Any) -> Any:
    low, high = np.sort(np.broadcast_arrays(luminance(a), luminance(b)), axis=0)
    return (high + 0.05) / (low + 0.05)


def ramp(scheme: str) -> Any:
    table = scores({"m": {"a": 0.0, "b": 1.0}})
    return drawn(heatmap(table, color_scheme=scheme.lower(), legend=None)).plot["color"]["rgb"].reshape(-1, 3)


def looks() -> tuple[dict[str, str], str]:
    """The ink of each sign, and the halo of all of them, in a picture of every state."""
    found = drawn(heatmap(graded(4, 25, states=True), legend=None))
    signs = {e.get("data-ink"): e for e in found.part("paint").iter() if e.get("data-ink")}
    halo = signs.pop("halo")
    inks = {name: e.get("stroke") or e.get("fill") for name, e in signs.items()}
    assert set(inks) == {"ring", "corner", "cross"}
    return inks, halo.get("stroke")


def dark_looks() -> tuple[dict[str, str], str, str]:
    """The same on a dark page, and the fill of cells without a value there."""
    css = COLORS.read_text(encoding="utf-8").split("\n@media ")[2]
    inks = dict(re.findall(r'\[data-ink="(\w+)"\] \{\s*(?:fill|stroke): (#\w+)', css))
    return inks, re.search(r"--iv-surface: (#\w+)", css)[1], re.search(r'"none"\] \{\s*fill: (#\w+)', css)[1]


def check(inks: dict[str, str], halo: str, under: Any) -> None:
    for name, ink in inks.items():
        assert contrast(rgb(ink), rgb(halo)) >= LEAST
        best = np.maximum(contrast(under, rgb(ink)), contrast(under, rgb(halo)))
        assert best.min() >= LEAST, f"{name} on {under[best.argmin()]}"


@pytest.mark.parametrize("scheme", FOR_NUMBERS)
def test_signs_and_their_halos_stand_out_in_light_and_dark(scheme):
    colors = ramp(scheme)
    inks, halo = looks()
    check(inks, halo, np.vstack([colors, rgb("#dcdfe4"), rgb("#ffffff")]))
    inks, paper, grey = dark_looks()
    check(inks, paper, np.vstack([colors, rgb(grey), rgb(paper)]))


@pytest.mark.parametrize("scheme", FOR_NUMBERS)
@pytest.mark.parametrize("state", [ABSENT, UNSCORED, LIMIT, ERROR])
def test_signs_of_pixels_stand_out_from_the_pixels_beside_them(v8, scheme, state):
    colors = ramp(scheme)[::16]
    n = len(colors)
    # of two cells under a pixel one has the state, but the pixel has the colour of the other
    values = np.repeat(np.arange(n) / (n - 1), 2)
    states = np.tile([0, state], n)
    given = {"nx": 2 * n, "ny": 1, "width": n, "height": LOW, "scale": 1, "inset": 0, "states": states.tolist()}
    lists = {"values": values.tolist(), "colors": colors.ravel().tolist()}
    made = json.loads(v8.eval(f"paint({json.dumps(json.dumps({**given, **lists}))})"))
    pixels = np.array(made["rgba"]).reshape(LOW, n, 4)[..., :3]
    sign, beside = (pixels[0], pixels[-1]) if state == ABSENT else (pixels[-1], pixels[0])
    assert (sign != beside).any(axis=1).all()
    assert contrast(sign, beside).min() >= LEAST


@pytest.mark.parametrize("scheme", OF_CLASSES)
def test_schemes_of_classes_colour_no_numbers(scheme):
    with pytest.raises(ValueError, match=f"color_scheme='{scheme.lower()}' has colours for classes"):
        ramp(scheme)
    mark = cell(data(graded(2, 3)), x="id", y="model_display_name", fill="score_s")
    said = f"color_scheme '{scheme}' has colours for classes and cannot colour"
    with pytest.raises(DrawingError, match=said):
        drawn(plot(mark, color_scheme=scheme.lower()))
