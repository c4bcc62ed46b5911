"""Columns and SQL expressions."""

from __future__ import annotations

from typing import overload

from inspect_viz._params import Param
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.nodes import Column, ColumnParam, Transform
from inspect_viz._spec.transforms import written


@overload
def column(column: str) -> Column: ...


@overload
def column(column: Param) -> ColumnParam: ...


def column(column: str | Param) -> Column | ColumnParam:
    """A column by its name, even where the name alone would mean a colour or a constant.

    Args:
        column: Name of a column of the mark's data, or a param that holds one.
    """
    if isinstance(column, Param) and isinstance(column.default, str):
        return ColumnParam(column)
    if not isinstance(column, str):
        raise wrong_type("column", "column", column, "a column's name")
    return Column(column)


def sql(sql: str, label: str | None = None) -> Transform:
    """A SQL expression over the columns of the data, such as `"total_tokens / 1000"`.

    Args:
        sql: The expression; names with special characters in double quotes; params as `f"score > {param}"`.
        label: What axes call the expression.
    """
    return written("sql", sql, {"label": label})


def agg(agg: str, label: str | None = None) -> Transform:
    """A SQL expression that reduces the rows of a group to one value, such as `"max(score) - min(score)"`.

    Args:
        agg: The expression; at least one aggregate function in it.
        label: What axes call the expression.
    """
    return written("agg", agg, {"label": label})
