"""Labels of the axes: inside the picture, apart from each other, different where ids differ."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from heatmaps import BARE, SVG, Picture, drawn, graded, heatmap, picture, scores, starts
from PIL import ImageFont

from inspect_viz._host._assets import asset
from inspect_viz.mark import frame

LINE = 10


def grid(samples, models):
    return scores(
        {model: {sample: (i * 7 + j) % 11 / 10 for i, sample in enumerate(samples)} for j, model in enumerate(models)}
    )


def width_of(text):
    font = ImageFont.truetype(str(asset("fonts/Arimo_400Regular.ttf")), 100)
    return font.getlength(text) / 10


def moved(element):
    found = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
    return map(float, found.groups()) if found else (0.0, 0.0)


def ticks(found, axis):
    """Place, rotation and text of each tick label."""
    group = next(e for e in found.root.iter() if e.get("aria-label") == f"{axis}-axis tick label")
    dx, dy = moved(group)
    for element in group.iter(f"{SVG}text"):
        x, y = moved(element)
        turn = re.search(r"rotate\(([-\d.]+)\)", element.get("transform"))
        yield x + dx, y + dy, float(turn.group(1)) if turn else 0.0, "".join(element.itertext())


SHORT = [f"q{i}" for i in range(300)]
LONG = [f"a/long/path/of/a/sample/number-{i}-of-this-run" for i in range(300)]
MODELS = [f"provider/a-model-with-a-long-name-{i}-2024-10-22-preview" for i in range(40)]


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
@pytest.mark.parametrize("ids", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize(("samples", "models"), [(2, 2), (12, 4), (40, 10), (300, 40)])
@pytest.mark.parametrize("width", [300, 700])
def test_labels_lie_inside_and_apart(orientation, ids, samples, models, width):
    found = picture(grid(ids[:samples], MODELS[:models]), orientation=orientation, width=width, height=400, legend=None)
    across = list(ticks(found, "x"))
    assert across
    if across[0][2] == 0:
        edges = [(x - width_of(text) / 2, x + width_of(text) / 2) for x, _, _, text in sorted(across)]
        assert edges[0][0] >= -1
        assert edges[-1][1] <= width + 1
        assert all(right <= left for (_, right), (left, _) in pairwise(edges))
    else:
        places = sorted(x for x, *_ in across)
        assert all(b - a >= LINE for a, b in pairwise(places))
        assert all(x - width_of(text) * 0.7072 >= -1 for x, _, _, text in across)
        assert all(y + width_of(text) * 0.7072 <= found.height for _, y, _, text in across)
    down = sorted((y, x, text) for x, y, _, text in ticks(found, "y"))
    assert all(x - width_of(text) >= -1 for _, x, text in down)
    assert all(b[0] - a[0] >= LINE for a, b in pairwise(down))


@pytest.mark.parametrize(
    "names",
    [
        MODELS[:6],
        [f"{'x' * 990}{i}" for i in range(4)],
        [f"openai/azure/deployments/gpt-{i}o-with-a-very-long-suffix-that-is-the-same" for i in range(4)],
        [f"{'日本語' * 20}{i}{'モデル' * 20}" for i in range(3)],
    ],
    ids=["models", "thousand letters", "middle", "wide letters"],
)
def test_shortened_labels_still_differ(names):
    found = picture(grid(["a", "b"], names))
    shown = found.group("y-axis tick label")
    assert set(found.y) == set(names)
    assert len(set(shown)) == len(names)
    assert all("…" in text or len(text) < len(names[0]) for text in shown)
    is_dropped = found.plot["y"]["skip"] + found.plot["y"]["drop"] > 0
    assert is_dropped == any("without" in text for text in found.group("y-axis label"))


def test_tall_and_wide_margins_of_the_caller_are_kept():
    margins = {"margin_left": 40, "margin_bottom": 60, "margin_top": 30, "margin_right": 20}
    found = picture(grid(SHORT[:5], MODELS[:3]), height=433, **margins, **BARE)
    area = found.plot["area"]
    assert (area["x"], area["y"], area["width"]) == (40, 30, 640)
    assert area["y"] + area["height"] == 433 - 60
    assert all(width_of(text) <= 40 for *_, text in ticks(found, "y"))


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_long_axes_have_the_same_ticks_whatever_stands_beside_the_cells(orientation):
    """Alone, cells of a long axis are known to Plot by numbers; with a frame, by their names."""
    rows = graded(2, 6000)
    pictures = [
        heatmap(rows, orientation=orientation, marks=marks, margins=False) for marks in (None, [frame(stroke="none")])
    ]
    alone, beside = (places(drawn(made), "x" if orientation == "horizontal" else "y") for made in pictures)
    assert len(alone) > 5
    assert [text for text, _ in alone] == [text for text, _ in beside]
    assert [at for _, at in alone] == pytest.approx([at for _, at in beside], abs=1e-6)


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_labels_of_long_axes_stand_beside_their_bands(orientation):
    """Plot knows only those of very many bands that it labels, and nothing of the gaps between blocks."""
    found = picture(graded(2, 6000), orientation=orientation, width=400)
    way = "x" if orientation == "horizontal" else "y"
    axis = found.plot[way]
    centres = dict(zip(axis["labels"], starts(axis) + axis["bandwidth"] / 2, strict=True))
    shown = places(found, way)
    assert len(axis["gaps"]["before"]) == 3
    assert len(shown) == 1 if orientation == "horizontal" else len(shown) > 20
    header = 0 if way == "x" else header_of(found)
    assert [at + header for _, at in shown] == pytest.approx([centres[text] + 0.5 for text, _ in shown], abs=1e-6)


def header_of(found: Picture) -> float:
    """Units above the plot."""
    [moved] = re.findall(r'<g transform="translate\(0,([\d.]+)\)"><g data-plot', found.svg)
    return float(moved)


def places(found: Picture, axis: str) -> list[tuple[str, float]]:
    """Texts of ticks, and where they stand along their axis."""
    way = "xy".index(axis)
    groups = re.findall(rf'<g([^>]*)aria-label="{axis}-axis tick label">(.*?)</g>', found.svg, re.DOTALL)
    return [
        (text, sum(float(re.search(r"translate\((.*?)\)", part)[1].split(",")[way]) for part in (attributes, own)))
        for attributes, body in groups
        for own, text in re.findall(r"<text([^>]*)>([^<]*)</text>", body)
    ]
