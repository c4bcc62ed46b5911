"""Bars of further columns beside the cells, and their key."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import numpy as np
import pytest
from heatmaps import SVG, heatmap, picture, starts
from test_scheme import BLIND, contrast, encoded, lab, linear
from test_view_groups import HOSTILE, ROWS, TABLE

PALETTE = re.search(
    r"PALETTE = \[(.*?)\]", (Path(__file__).parents[2] / "runtime/src/shared/margins/palette.ts").read_text(), re.S
)[1]
COLORS = re.findall(r"#[0-9a-f]{6}", PALETTE)
OTHERS = ["#1b2d55", "#5a8fc7", "#e1edf8", "#c5221f"]
"""Of scores, and of errors."""


def rgb(color):
    return np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def stretches(found):
    """Colour, and where each rectangle of a bar begins and ends along the samples, by its distance."""
    for path in found.part("bars").iter(f"{SVG}path"):
        for x, y, size in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)v8", path.get("d")):
            yield path.get("fill"), float(y), float(x), float(x) + float(size)


def colors_of(found, row):
    """The colour at the middle of each sample in the bar so many from above; None where there is none."""
    axis = found.plot["x"]
    rows = sorted({y for _, y, _, _ in stretches(found)})
    own = [(color, a, b) for color, y, a, b in stretches(found) if y == rows[row]]
    middles = starts(axis) + axis["bandwidth"] / 2
    return [next((color for color, a, b in own if a <= m <= b), None) for m in middles]


def test_each_sample_has_the_colour_of_its_value():
    found = picture(ROWS, bars=["metadata_topic", "metadata_level"])
    assert (
        [own["name"] for own in found.plot["attributes"]] == found.plot["bars"] == ["metadata_topic", "metadata_level"]
    )
    rows = TABLE.drop_duplicates("id").set_index("id").loc[found.x]
    by_topic = dict(zip(["algebra", "geometry", "logic"], COLORS, strict=False))
    assert colors_of(found, 0) == [by_topic[topic] for topic in rows["metadata_topic"]]
    greys = [rgb(color).mean() for color in colors_of(found, 1)]
    assert np.corrcoef(greys, rows["metadata_level"])[0, 1] < -0.999
    assert {"topic", "level"} <= set(found.texts("bars"))
    assert found.texts("bars-key") == ["topic", "algebra", "geometry", "logic", "level", "1", "6.5", "12"]
    assert found.x == picture(ROWS).x


def test_bars_take_room_between_cells_and_strip():
    plain, found = picture(ROWS), picture(ROWS, bars=["metadata_topic", "metadata_level"])
    assert found.plot["beside"]["bars"] == 2
    area = found.plot["area"]
    assert all(y + 8 <= area["y"] for _, y, _, _ in stretches(found))
    assert found.height > plain.height


def test_a_column_of_models_stands_beside_the_rows():
    found = picture(ROWS, bars="family")
    paths = list(found.part("bars").iter(f"{SVG}path"))
    assert len(paths) == 3
    area = found.plot["area"]
    assert all(float(re.match(r"M([\d.]+)", path.get("d"))[1]) > area["x"] + area["width"] for path in paths)
    assert found.plot["margin"]["mean"] > picture(ROWS).plot["margin"]["mean"]


@pytest.mark.parametrize("width", [400, 700])
def test_samples_without_a_value_are_hollow(width):
    rows = [
        {**row, "metadata_topic": None if row["metadata_topic"] == "logic" else row["metadata_topic"]} for row in ROWS
    ]
    found = picture(rows, bars="metadata_topic", width=width)
    assert found.texts("bars-key") == ["topic", "algebra", "geometry", "no topic"]
    of = dict(zip(TABLE["id"], TABLE["metadata_topic"], strict=True))
    assert [color is None for color in colors_of(found, 0)] == [of[name] == "logic" for name in found.x]


def test_of_many_values_the_most_frequent_have_colours():
    rows = [{**row, "kind": f"k{max(0, int(row['id'][1:]) - 30)}"} for row in ROWS]
    key = picture(rows, bars="kind").texts("bars-key")
    assert key == ["kind", "k0", "k1", "k2", "k3", "k4", "25 others"]


def test_small_columns_have_the_colour_that_most_samples_have():
    rows = [{"id": f"s{i:05}", "model": m, "score": 0, "kind": "ab"[i >= 2500]} for m in "xy" for i in range(5000)]
    found = picture(rows, bars="kind", sort="natural")
    runs = sorted((a, b, color) for color, _, a, b in stretches(found))
    assert [color for _, _, color in runs] == COLORS[:2]
    area = found.plot["area"]
    assert runs[0][1] == pytest.approx(area["x"] + area["width"] / 2, abs=1.01)


def test_one_number_and_none_at_all():
    assert picture([{**row, "n": 3} for row in ROWS], bars="n").texts("bars-key") == ["n", "3"]
    assert picture([{**row, "n": float("nan")} for row in ROWS], bars="n").texts("bars-key") == ["n", "no n"]


def test_names_and_values_are_text(tmp_path):
    rows = [{**row, "<b>": HOSTILE[int(row["id"][1:]) % len(HOSTILE)]} for row in ROWS]
    component = heatmap(rows, bars="<b>")
    component.save(tmp_path / "bars.png")
    component.save(tmp_path / "bars.html")
    found = picture(rows, bars="<b>")
    assert "<b>" in found.texts("bars")
    assert all(element.tag != f"{SVG}b" for element in found.root.iter())
    assert "<script>alert(1)" not in (tmp_path / "bars.html").read_text()


def test_colours_are_told_apart_from_each_other_and_from_scores_by_all_kinds_of_sight():
    for matrix in [np.eye(3), *map(np.array, BLIND.values())]:
        seen = {color: lab(encoded(linear(rgb(color)) @ matrix.T)) for color in [*COLORS, *OTHERS]}
        for a, b in itertools.combinations(COLORS, 2):
            assert np.linalg.norm(seen[a] - seen[b]) > 0.09, (a, b)
        for a, b in itertools.product(COLORS, OTHERS):
            assert np.linalg.norm(seen[a] - seen[b]) > 0.09, (a, b)
    for color in COLORS:
        assert contrast(rgb(color), "#ffffff") > 1.8
        assert contrast(rgb(color), "#111827") > 1.8


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"bars": "metadata_lvel"}, "bars='metadata_lvel' is not a column.*Did you mean 'metadata_level'"),
        ({"bars": "score"}, r"bars='score' differs within the sample"),
        ({"bars": "family", "margins": False}, "bars stand in the margins; margins=False"),
        ({"bars": "metadata_level", "group": "metadata_topic", "level": "groups"}, "'metadata_level' tells of samples"),
    ],
)
def test_what_is_no_bar_says_so_at_the_call(options, said):
    with pytest.raises(ValueError, match=said):
        heatmap(ROWS, **options)
