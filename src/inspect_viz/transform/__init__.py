"""Expressions over columns, computed by the database."""

from __future__ import annotations

from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import WindowOptions

from ._aggregate import (
    argmax,
    argmin,
    avg,
    count,
    first,
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
from ._column import bin, date_day, date_month, date_month_day, epoch_ms
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
    "column",
    "count",
    "cume_dist",
    "date_day",
    "date_month",
    "date_month_day",
    "dense_rank",
    "epoch_ms",
    "first",
    "first_value",
    "lag",
    "last",
    "last_value",
    "lead",
    "max",
    "median",
    "min",
    "mode",
    "n_tile",
    "nth_value",
    "percent_rank",
    "product",
    "quantile",
    "rank",
    "row_number",
    "sql",
    "stddev",
    "stddev_pop",
    "sum",
    "var_pop",
    "variance",
]
