"""What marks tell, and where they stand, by DuckDB and pandas: those that draw rows or groups of them."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pytest
from answering import Answering, answering

from inspect_viz import Data
from inspect_viz.mark import (
    area_y,
    arrow,
    bar_y,
    dot,
    error_bar_y,
    geo,
    hexbin,
    hull,
    image,
    line,
    line_y,
    link,
    rect,
    regression_y,
    rule_x,
    spike,
    text,
    tick_x,
    vector,
    voronoi,
    waffle_y,
)
from inspect_viz.plot import plot
from inspect_viz.transform import avg, bin, count

GALLERY = Path(__file__).parents[2] / "examples" / "gallery"
SIZE: dict[str, Any] = {"width": 500, "height": 300}
SAMPLES = pd.read_csv(GALLERY / "samples.csv")
RUNS = pd.read_csv(GALLERY / "runs.csv")


def data(frame: pd.DataFrame) -> Data:
    return Data.from_dataframe(frame)


def alone(*marks: Any, **attributes: Any) -> Answering:
    """The facts of the only mark that answers."""
    [found] = answering(plot(*marks, **{**SIZE, **attributes}))
    return found


def test_bins_tell_both_ends_under_one_heading_and_their_counts() -> None:
    found = alone(rect(data(SAMPLES), x=bin("difficulty"), y=bin("turns"), fill=count(), tip=True), x_label="Hard")
    assert list(found.told) == ["Hard", "turns", "count(*)"]
    expected = duckdb.sql("SELECT floor(difficulty * 2) / 2, floor(turns / 2) * 2, count(*) FROM SAMPLES GROUP BY ALL")
    bins = zip(found.spans("Hard"), found.spans("turns"), found.numbers("count(*)"), strict=True)
    assert {(x[0], y[0], n) for x, y, n in bins} == set(expected.fetchall())
    for (x1, x2), place in zip(found.spans("Hard"), found.places, strict=True):
        assert x2 - x1 == 0.5
        assert place[[0, 2]] == pytest.approx([found.at("x", x1), found.at("x", x2)], abs=1)


@pytest.mark.parametrize("kind", [line_y, area_y])
def test_points_of_lines_and_areas_are_means_at_their_places(kind: Any) -> None:
    found = alone(kind(data(RUNS), x="minutes", y=avg("score"), z="lab", fill_opacity=0.5, tip=True))
    expected = duckdb.sql("SELECT minutes, lab, avg(score) FROM RUNS GROUP BY ALL").fetchall()
    told = {
        (row["minutes"], row["lab"]): mean for row, mean in zip(found.rows, found.numbers("avg(score)"), strict=True)
    }
    assert told == pytest.approx({(f"{x:g}", lab): mean for x, lab, mean in expected})
    assert found.facts["along"] == "x"
    assert found.places[:, 0] == pytest.approx([found.at("x", x) for x in found.numbers("minutes")], abs=0.51)
    if kind is line_y:
        assert found.places[:, 1] == pytest.approx([found.at("y", y) for y in found.numbers("avg(score)")], abs=0.51)


def test_each_point_of_a_line_has_the_half_ways_to_those_beside_it() -> None:
    rows = pd.DataFrame({"x": [0.0, 4, 8, 0, 8], "y": [0.0, 4, 0, 6, 6], "of": ["a", "a", "a", "b", "b"]})
    found = alone(line(data(rows), x="x", y="y", z="of", tip=True), x_domain=[0, 8], y_domain=[0, 8])
    assert "along" not in found.facts
    drawn = {
        tuple(row[name] for name in ("of", "x")): part for row, part in zip(found.rows, found.outlines, strict=True)
    }
    expected = {
        ("a", "0"): [(0, 0), (2, 2)],
        ("a", "4"): [(2, 2), (4, 4), (6, 2)],
        ("a", "8"): [(6, 2), (8, 0)],
        ("b", "0"): [(0, 6), (4, 6)],
        ("b", "8"): [(4, 6), (8, 6)],
    }
    assert drawn.keys() == expected.keys()
    for key, part in drawn.items():
        assert part == pytest.approx(
            np.array([(found.at("x", x), found.at("y", y)) for x, y in expected[key]]), abs=0.6
        )


def test_stacked_areas_tell_their_own_values_and_lie_one_over_the_other() -> None:
    rows = pd.DataFrame({"x": [1, 2, 1, 2], "y": [3, 5, 4, 1], "of": ["a", "a", "b", "b"]})
    found = alone(area_y(data(rows), x="x", y="y", fill="of", tip=True), y_domain=[0, 10])
    assert {(row["of"], row["x"], row["y"]) for row in found.rows} == {
        ("a", "1", "3"),
        ("a", "2", "5"),
        ("b", "1", "4"),
        ("b", "2", "1"),
    }
    unit = found.at("y", 0) - found.at("y", 1)
    heights = np.abs(found.places[:, 1] - found.places[:, 3]) / unit
    assert heights == pytest.approx(found.numbers("y"), abs=0.02)
    assert found.facts["outlines"]["isFilled"]


def test_intervals_tell_mean_and_ends() -> None:
    found = alone(error_bar_y(data(SAMPLES), x="topic", y="score", ci=0.9, tip=True), y_label="Mean score")
    expected = {
        topic: (mean, mean - 1.6449 * error, mean + 1.6449 * error)
        for topic, mean, error in duckdb.sql(
            "SELECT topic, avg(score), stddev(score) / sqrt(count(score)) FROM SAMPLES GROUP BY ALL"
        ).fetchall()
    }
    assert list(found.told) == ["topic", "Mean score", "90\u00a0% normal interval"]
    for row, mean, (low, high), place in zip(
        found.rows, found.numbers("Mean score"), found.spans("90\u00a0% normal interval"), found.places, strict=True
    ):
        assert (mean, low, high) == pytest.approx(expected[row["topic"]], abs=1e-4)
        assert sorted(place[[1, 3]]) == pytest.approx([found.at("y", high), found.at("y", low)], abs=0.6)


def test_a_fit_tells_its_line_for_each_group() -> None:
    found = alone(regression_y(data(SAMPLES), x="difficulty", y="score", stroke="topic", tip=True), y_label="S")
    fits = duckdb.sql(
        "SELECT topic, regr_intercept(score, difficulty), regr_slope(score, difficulty), regr_r2(score, difficulty), "
        "count(*), min(difficulty), max(difficulty) FROM SAMPLES GROUP BY topic"
    ).fetchall()
    expected = {topic: rest for topic, *rest in fits}
    assert {row["topic"] for row in found.rows} == expected.keys()
    for row, place in zip(found.rows, found.places, strict=True):
        a, b, share, n, low, high = expected[row["topic"]]
        left, right = row["fit"].split(" \u00d7 ")[0], row["fit"].split(" \u00d7 ")[1]
        assert right == "difficulty"
        name, _, intercept, sign, slope = left.split(" ")
        assert (name, sign) == ("S", "\u2212" if b < 0 else "+")
        assert float(intercept.replace("\u2212", "-")) == pytest.approx(a, rel=1e-3)
        assert float(slope) == pytest.approx(abs(b), rel=1e-3)
        assert float(row["R\u00b2"]) == pytest.approx(share, rel=1e-4)
        assert row["n"] == str(n)
        ends = [(found.at("x", x), found.at("y", a + b * x)) for x in (low, high)]
        assert place == pytest.approx(np.ravel(ends), abs=0.6)


def test_hexagons_hold_all_rows_around_their_middles() -> None:
    found = alone(hexbin(data(SAMPLES), x="difficulty", y="score", fill=count(), tip=True))
    assert found.name == "hexagon"
    assert sum(found.numbers("count(*)")) == len(SAMPLES)
    middles = (found.places[:, :2] + found.places[:, 2:]) / 2
    assert middles[:, 0] == pytest.approx([found.at("x", x) for x in found.numbers("difficulty")], abs=1.1)
    assert middles[:, 1] == pytest.approx([found.at("y", y) for y in found.numbers("score")], abs=1.1)


@pytest.mark.parametrize("kind", [link, arrow])
def test_links_and_arrows_answer_along_their_line(kind: Any) -> None:
    rows = pd.DataFrame({"a": [1.0, 5], "b": [2.0, 1], "c": [3.0, 9], "d": [8.0, 4], "name": ["up", "flat"]})
    bent = {"bend": True} if kind is arrow else {}
    made = kind(data(rows), x1="a", y1="b", x2="c", y2="d", channels={"name": "name"}, tip=True, **bent)
    found = alone(made, x_domain=[0, 10], y_domain=[0, 10])
    assert found.rows == [
        {"a": "1", "b": "2", "c": "3", "d": "8", "name": "up"},
        {"a": "5", "b": "1", "c": "9", "d": "4", "name": "flat"},
    ]
    ends = [[found.at(way, value) for way, value in zip("xyxy", row[:4], strict=True)] for row in rows.values]
    assert found.facts["shape"] == "segment"
    assert found.places == pytest.approx(np.array(ends), abs=0.6)
    if kind is arrow:
        chord = np.hypot(*(found.places[0, 2:] - found.places[0, :2]))
        steps = np.hypot(*np.diff(found.outlines[0], axis=0).T)
        assert chord < steps.sum() < 1.2 * chord


def test_vectors_and_spikes_answer_along_their_shaft() -> None:
    rows = pd.DataFrame({"x": [2.0, 5], "y": [3.0, 5], "turn": [0, 90], "long": [10, 20]})
    size = {"x_domain": [0, 10], "y_domain": [0, 10], "length_range": [0, 40]}
    found = alone(vector(data(rows), x="x", y="y", rotate="turn", length="long", anchor="start", tip=True), **size)
    assert set(found.told) == {"x", "y", "turn", "long"}
    lengths = dict(zip(found.told["turn"], found.places[:, 2:] - found.places[:, :2], strict=True))
    assert lengths["0"] == pytest.approx([0, -20], abs=0.1)
    assert lengths["90"] == pytest.approx([40, 0], abs=0.1)
    for row, place in zip(found.rows, found.places, strict=True):
        assert place[:2] == pytest.approx([found.at("x", float(row["x"])), found.at("y", float(row["y"]))], abs=0.6)
    spiked = alone(spike(data(rows), x="x", y="y", length="long", tip=True), **size)
    up = dict(zip(spiked.told["long"], spiked.places[:, 1] - spiked.places[:, 3], strict=True))
    assert up == {"10": pytest.approx(20, abs=0.1), "20": pytest.approx(40, abs=0.1)}


def test_waffles_tell_counts_and_have_the_area_of_their_squares() -> None:
    found = alone(waffle_y(data(SAMPLES), x="topic", y=count(), fill="outcome", unit=4, tip=True))
    expected = duckdb.sql("SELECT topic, outcome, count(*)::VARCHAR FROM SAMPLES GROUP BY ALL").fetchall()
    assert {(row["topic"], row["outcome"], row["count(*)"]) for row in found.rows} == set(expected)
    areas = []
    for part in found.outlines:
        x, y = part[~np.isnan(part[:, 0])].T
        areas.append(abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2)
    counts = np.array(found.numbers("count(*)"))
    large = counts > 20
    assert np.ptp(np.array(areas)[large] / counts[large]) < 0.1 * np.mean(np.array(areas)[large] / counts[large])
    assert "none" not in found.facts["colors"]["table"]


def test_a_hull_tells_its_group_and_how_many_points_it_holds() -> None:
    rows = RUNS[RUNS["lab"] != "Dune"]
    found = alone(hull(data(rows), x="minutes", y="score", fill="lab", channels={"Model": "model"}, tip=True))
    assert {(row["lab"], int(row["points"])) for row in found.rows} == set(rows["lab"].value_counts().items())
    assert list(found.told) == ["lab", "points"]
    for row, place in zip(found.rows, found.places, strict=True):
        own = rows[rows["lab"] == row["lab"]]
        x = [found.at("x", own["minutes"].min()), found.at("x", own["minutes"].max())]
        y = [found.at("y", own["score"].max()), found.at("y", own["score"].min())]
        assert place == pytest.approx([x[0], y[0], x[1], y[1]], abs=0.6)


def test_neighbours_answer_by_their_points_everywhere() -> None:
    found = alone(voronoi(data(RUNS), x="minutes", y="score", channels={"Model": "model"}, tip=True))
    assert found.facts["along"] == "xy"
    expected = duckdb.sql("SELECT minutes, score, model FROM RUNS").fetchall()
    told = zip(found.numbers("minutes"), found.numbers("score"), found.told["Model"], strict=True)
    assert sorted(told) == sorted(expected)
    assert found.places[:, 0] == pytest.approx([found.at("x", x) for x in found.numbers("minutes")], abs=0.51)


def test_maps_answer_by_their_outlines_and_do_not_tell_them() -> None:
    ring = [[0, 0], [0, 4], [6, 4], [6, 0], [0, 0]]
    hole = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
    shapes = [{"type": "Polygon", "coordinates": [ring, hole]}]
    rows = pd.DataFrame({"shape": [json.dumps(shape) for shape in shapes], "agents": [8], "name": ["hall"]})
    frame = {"type": "MultiPoint", "coordinates": [[0, 0], [6, 4]]}
    made = geo(data(rows), geometry="shape", fill="agents", title="name", tip=True)
    found = alone(made, projection_type="identity", projection_domain=frame)
    assert found.rows == [{"agents": "8", "name": "hall"}]
    assert found.facts["naming"] == list(found.told).index("name")
    [part] = found.outlines
    assert np.isnan(part).any(axis=1).sum() == 1
    width, height = found.places[0, 2:] - found.places[0, :2]
    assert width / height == pytest.approx(6 / 4, rel=0.01)


def test_each_facet_has_its_own_things() -> None:
    frame = SAMPLES[:60]
    found = alone(dot(data(frame), x="difficulty", y="score", fx="topic", tip=True))
    by_topic = {topic: found.places[[t == topic for t in found.told["topic"]]] for topic in sorted(set(frame["topic"]))}
    assert {topic: len(places) for topic, places in by_topic.items()} == frame["topic"].value_counts().to_dict()
    ends = [(places[:, 0].min(), places[:, 2].max()) for places in by_topic.values()]
    assert all(before[1] < after[0] + 8 for before, after in pairwise(ends))


def test_links_open_from_every_kind_of_place_and_unsafe_ones_are_left_out() -> None:
    rows = pd.DataFrame({"x": [1, 2, 3], "y": [1, 3, 2], "to": ["https://a.org/1", "javascript:x()", "/logs/3"]})
    table = data(rows)
    options: dict[str, Any] = {"x": "x", "y": "y", "href": "to", "tip": True}
    marks = [
        line_y(table, **options),
        area_y(table, **options),
        bar_y(table, **options),
        dot(table, **options),
        text(table, text="x", **options),
        vector(table, **options),
        tick_x(table, **options),
        rule_x(table, x="x", href="to", tip=True),
        image(table, src="to", **{**options, "width": 9}),
    ]
    for made in marks:
        found = alone(made)
        assert [(found.rows[at]["x"], href) for at, href in found.links] == [("1", "https://a.org/1"), ("3", "/logs/3")]


def test_formats_are_those_of_the_tip_also_where_values_are_computed() -> None:
    tip = {"format": {"x": ".1f", "y": ".0%", "fill": False}}
    binned = alone(rect(data(SAMPLES), x=bin("difficulty"), y=bin("score", step=0.25), fill=count(), tip=tip))
    assert set(binned.told) == {"difficulty", "score"}
    assert {"0.0 \u2013 0.5", "9.5 \u2013 10.0"} <= set(binned.told["difficulty"])
    assert set(binned.told["score"]) <= {f"{low}% \u2013 {low + 25}%" for low in (0, 25, 50, 75, 100)}
    mean = SAMPLES.groupby("topic")["score"].mean()
    bars = alone(error_bar_y(data(SAMPLES), x="topic", y="score", tip=tip))
    assert {row["topic"]: row["mean of score"] for row in bars.rows} == {
        topic: f"{100 * value:.0f}%" for topic, value in mean.items()
    }
    assert all(text.count("%") == 2 for text in bars.told["95\u00a0% normal interval"])
