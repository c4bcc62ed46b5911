"""Odd tables draw what there is, and what cannot be drawn says why."""

from __future__ import annotations

import datetime
import math

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from plot_svg import groups, svg_of

from inspect_viz import mark
from inspect_viz.data import Data
from inspect_viz.plot import DrawingError, plot
from inspect_viz.transform import avg, sql

GRIDS = ("contour", "density", "dense_line", "heatmap", "raster", "raster_tile")
FRAMES = {
    "no rows": pd.DataFrame({"x": np.array([], float), "y": np.array([], float)}),
    "no values": pd.DataFrame({"x": [np.nan, np.nan], "y": [1.0, 2.0]}),
}


@pytest.mark.parametrize("kind", GRIDS)
@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_a_grid_of_no_rows_is_an_empty_plot(kind, frame):
    svg = svg_of(getattr(mark, kind)(Data.from_dataframe(frame), x="x", y="y"))
    assert groups(svg, "x-axis label")
    assert not groups(svg, "image")


def test_what_comes_before_a_question_fails_in_words():
    rows = Data.from_dataframe({"n": [1, 2]})
    with pytest.raises(DrawingError, match="Unsupported type: INTERVAL"):
        svg_of(mark.dot(rows, sql("INTERVAL 1 hour * n"), "n"))


DAYS = [datetime.datetime(1700, 1, 1), datetime.datetime(3000, 1, 1)]
COLUMNS = {
    "seconds": pa.table({"x": pa.array(DAYS, pa.timestamp("s"))}),
    "milliseconds": pa.table({"x": pa.array(DAYS, pa.timestamp("ms"))}),
    "NaT": pd.DataFrame({"x": pd.Series([pd.NaT, pd.NaT])}),
    "times": pl.DataFrame({"x": [datetime.time(1), datetime.time(2)]}),
}


@pytest.mark.parametrize("frame", COLUMNS.values(), ids=COLUMNS)
def test_moments_of_every_precision_are_dates(frame):
    svg = svg_of(mark.tick_x(Data.from_dataframe(frame), x="x"))
    assert groups(svg, "x-axis label")
    assert sum(map(len, groups(svg, "tick"))) == (0 if isinstance(frame, pd.DataFrame) else 2)


def test_a_column_of_nan_is_one_of_numbers_and_one_of_none_says_so():
    rows = Data.from_dataframe({"n": [1, 2], "nan": [math.nan, math.nan], "none": [None, None]})
    assert groups(svg_of(mark.bar_y(rows, avg("nan"), x="n")), "x-axis label")
    with pytest.raises(ValueError, match="dot: r: 'none' holds no value in any row, where numbers are needed"):
        mark.dot(rows, "n", "n", r="none")


def test_a_column_that_is_there_twice_is_refused_at_the_call():
    frame = pd.DataFrame([[1, 2], [3, 4]], columns=["x", "x"])
    with pytest.raises(ValueError, match="There are 2 columns named 'x'"):
        mark.dot(Data.from_dataframe(frame), "x", "x")


@pytest.mark.parametrize("domain", [[0, 10], [-5, 10], [-3, 0]])
def test_the_domain_of_a_log_scale_does_not_reach_zero(domain):
    with pytest.raises(
        ValueError, match=r"plot: x_domain=.* reaches 0, .*; let it begin above 0, or say x_scale='symlog'"
    ):
        plot(x_scale="log", x_domain=domain)
