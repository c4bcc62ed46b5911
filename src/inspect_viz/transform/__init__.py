"""Expressions over columns, computed by the database."""

from __future__ import annotations

from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import WindowOptions

from ._aggregate import (
    avg,
    count,
    first,
    geomean,
    last,
    max,
    median,
    min,
    mode,
    product,
    quantile,
    stddev,
    stddev_pop,
    sum,
    var_pop,
    variance,
)
from ._bounds import ci_bounds
from ._column import bin, date_day, date_month, date_month_day, epoch_ms
from ._interval import days, hours, microseconds, milliseconds, minutes, months, seconds, years
from ._pair import argmax, argmin, covar_pop, covariance
from ._spatial import centroid, centroid_x, centroid_y, geojson
from ._sql import agg, column, sql
from ._window import (
    cume_dist,
    dense_rank,
    first_value,
    lag,
    last_value,
    lead,
    n_tile,
    nth_value,
    percent_rank,
    rank,
    row_number,
)

__all__ = [
    "Transform",
    "WindowOptions",
    "agg",
    "argmax",
    "argmin",
    "avg",
    "bin",
    "centroid",
    "centroid_x",
    "centroid_y",
    "ci_bounds",
    "column",
    "count",
    "covar_pop",
    "covariance",
    "cume_dist",
    "date_day",
    "date_month",
    "date_month_day",
    "days",
    "dense_rank",
    "epoch_ms",
    "first",
    "first_value",
    "geojson",
    "geomean",
    "hours",
    "lag",
    "last",
    "last_value",
    "lead",
    "max",
    "median",
    "microseconds",
    "milliseconds",
    "min",
    "minutes",
    "mode",
    "months",
    "n_tile",
    "nth_value",
    "percent_rank",
    "product",
    "quantile",
    "rank",
    "row_number",
    "seconds",
    "sql",
    "stddev",
    "stddev_pop",
    "sum",
    "var_pop",
    "variance",
    "years",
]
