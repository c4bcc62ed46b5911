"""Bins of tiles hold what those of Mosaic's own mark hold, and begin at their origin, whatever is in sight."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest
from fuzz import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plot_svg import svg_of
from runtime_v8 import called, context

from inspect_viz import Param, Selection
from inspect_viz.data import Data
from inspect_viz.mark import raster, raster_tile
from inspect_viz.plot import plot, write_png
from inspect_viz.transform import avg

QUICK = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("tiles_oracle.js"))


@pytest.fixture(scope="module")
def points():
    con = duckdb.connect()
    con.execute(
        "CREATE TABLE t AS SELECT (i * 37 % 640) / 16 - 10 AS x, (i * 53 % 480) / 8 - 20 AS y FROM range(900) r(i)"
    )
    return con


def ours(v8: Any, con: Any, wanted: dict[str, Any]) -> Any:
    m, n = wanted["bins"]
    grid = np.zeros(m * n)
    for index, density in con.sql(called(v8, "ours", wanted)).fetchall():
        assert 0 <= index < m * n
        grid[index] = density
    return grid


def mosaics(v8: Any, con: Any, wanted: dict[str, Any]) -> Any:
    answers = []
    for sql in called(v8, "ask", wanted):
        found = con.sql(sql)
        answers.append({name: [row[i] for row in found.fetchall()] for i, name in enumerate(found.columns)})
    called(v8, "answer", answers)
    return np.array(json.loads(v8.eval("grid()")))


@st.composite
def views(draw: st.DrawFn) -> dict[str, Any]:
    """Domains whose bins begin at sixteenths, which are exact."""
    bins = draw(st.sampled_from([4, 8, 16])), draw(st.sampled_from([2, 8]))
    domain, origin = [], []
    for n in bins:
        width = draw(st.sampled_from([0.25, 0.5, 2]))
        start = draw(st.integers(-40, 60)) / 4
        domain.append([start, start + n * width])
        origin.append(draw(st.integers(-20, 20)) / 4)
    return {"domain": domain, "origin": origin, "bins": bins}


@QUICK
@given(views())
def test_flush_bins_are_those_of_mosaic(v8, points, view):
    wanted = {**view, "pad": 0}
    assert ours(v8, points, wanted).tolist() == mosaics(v8, points, wanted).tolist()


@QUICK
@given(views())
def test_padded_bins_are_those_of_mosaic_where_the_view_is_a_tile(v8, points, view):
    domain, bins = view["domain"], view["bins"]
    wanted = {**view, "pad": 1, "origin": [low for low, _ in domain]}
    found = ours(v8, points, wanted)
    assert found.tolist() == mosaics(v8, points, wanted).tolist()
    assert (
        found.sum()
        == points.sql(
            f"SELECT count(*) FROM t WHERE x BETWEEN {domain[0][0]} AND {domain[0][1]} "
            f"AND y BETWEEN {domain[1][0]} AND {domain[1][1]}"
        ).fetchall()[0][0]
    )
    assert bins[0] * bins[1] == len(found)


@QUICK
@given(views(), st.booleans())
def test_bins_stay_where_they_are_as_the_view_moves(v8, points, view, padded):
    """Counted by DuckDB: each bin holds the rows between its edges, which are whole widths away from the origin."""
    wanted = {**view, "pad": int(padded)}
    found = ours(v8, points, wanted).reshape(view["bins"][1], view["bins"][0])
    edges = []
    for (low, high), origin, n in zip(view["domain"], view["origin"], view["bins"], strict=True):
        width = (high - low) / (n - padded)
        first = np.floor((low - origin) / width + 1e-9)
        at = origin + (first + np.arange(n + 1)) * width
        if padded and abs((low - origin) / width - first) < 1e-9:
            at[-1] = np.nextafter(high, np.inf)
        edges.append(at)
    rows = points.sql("SELECT x, y FROM t").fetchnumpy()
    expected = np.zeros_like(found)
    i, j = (np.searchsorted(at, rows[name], side="right") - 1 for at, name in zip(edges, "xy", strict=True))
    near = [np.abs(rows[name][:, None] - at).min(axis=1) > 1e-9 for at, name in zip(edges, "xy", strict=True)]
    inside = (i >= 0) & (j >= 0) & (i < view["bins"][0]) & (j < view["bins"][1])
    np.add.at(expected, (j[inside], i[inside]), 1)
    on_edge = int((~(near[0] & near[1])).sum())
    assert np.abs(found - expected).sum() <= 2 * (on_edge if padded else 0)


def test_bins_of_logarithms_are_even_in_logarithms(v8, points):
    wanted = {"domain": [[1, 100], [-20, 41]], "origin": [10, -20], "bins": [4, 1], "pad": 0, "type": "log"}
    found = ours(v8, points, wanted).tolist()
    edges = [1, 10**0.5, 10, 10**1.5, 100]
    counted = [
        points.sql(f"SELECT count(*) FROM t WHERE x >= {a} AND x < {b}").fetchall()[0][0] for a, b in pairwise(edges)
    ]
    assert found == pytest.approx(counted, abs=3)
    assert sum(found) == sum(counted)


@pytest.fixture(scope="module")
def table():
    rows = [{"x": i % 50, "y": (i * i) % 31, "kind": "ab"[i % 2], "v": i / 200} for i in range(200)]
    return Data.from_dataframe({name: [row[name] for row in rows] for name in rows[0]})


def image(mark: Any) -> str:
    """What is painted."""
    svg = svg_of(mark, x_domain=[0, 49], y_domain=[0, 30])
    (found,) = (e.get("href") for e in svg.iter() if e.tag.endswith("image"))
    assert found.startswith("data:image/png")
    return found


@pytest.mark.parametrize(
    "options", [{}, {"fill": avg("v")}, {"fill": "density"}, {"interpolate": "linear"}, {"bandwidth": 8}]
)
def test_tiles_from_the_corner_are_the_raster(table, options):
    assert image(raster_tile(table, "x", "y", pixel_size=10, **options)) == image(
        raster(table, "x", "y", pixel_size=10, **options)
    )


def test_tiles_follow_filters_and_params(table):
    chosen = Selection("intersect")
    whole = image(raster_tile(table, "x", "y", pixel_size=10))
    assert image(raster_tile(table, "x", "y", pixel_size=10, filter_by=chosen)) == whole
    moved = image(raster_tile(table, "x", "y", pixel_size=10, origin=[3, 0]))
    assert moved != whole
    assert image(raster_tile(table, "x", "y", pixel_size=10, origin=Param([3, 0]))) == moved


@pytest.mark.parametrize(("look", "sharp"), [({"image_rendering": "pixelated"}, True), ({}, False)])
def test_large_pixels_have_edges_where_they_are_wanted(table, tmp_path, look, sharp):
    from PIL import Image

    picture = plot(raster(table, "x", "y", pixel_size=20, **look), width=300, height=200, color_scheme="blues")
    write_png(tmp_path / "raster.png", picture, scale=2)
    pixels = np.asarray(Image.open(tmp_path / "raster.png").convert("RGB"))[60:300, 120:540]
    assert (len(np.unique(pixels.reshape(-1, 3), axis=0)) <= 8) is sharp
