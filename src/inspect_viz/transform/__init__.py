"""Expressions over columns, computed by the database."""

from __future__ import annotations

from inspect_viz._spec.nodes import Transform

from ._aggregate import avg, count, max, median, min, sum
from ._sql import agg, column, sql
from ._transform import WindowOptions

__all__ = ["Transform", "WindowOptions", "agg", "avg", "column", "count", "max", "median", "min", "sql", "sum"]
