"""Odd tables draw what there is, and what cannot be drawn says why."""

from __future__ import annotations

import datetime

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from plot_svg import groups, svg_of

from inspect_viz import mark
from inspect_viz.data import Data
from inspect_viz.plot import DrawingError
from inspect_viz.transform import sql

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
