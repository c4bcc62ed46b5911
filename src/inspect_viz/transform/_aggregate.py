"""Aggregates: one value for each group of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.nodes import Transform

from ._transform import Argument, WindowOptions, expression

if TYPE_CHECKING:
    from typing_extensions import Unpack


def avg(col: Argument | None = None, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The mean of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the mean is taken over, when it is not an aggregate.
    """
    if col is None:
        raise TypeError("avg: col is missing; it takes a column's name.")
    return expression("avg", col, distinct=distinct, **options)


def count(col: Argument | None = None, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The number of rows, or of the values of a column that are not null.

    Args:
        col: The column; None counts rows.
        distinct: Whether equal values count once.
        options: Window that is counted, when it is not an aggregate.
    """
    return expression("count", col, distinct=distinct, **options)


def max(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The largest value of a column."""
    return expression("max", col, distinct=distinct, **options)


def median(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The median of a column."""
    return expression("median", col, distinct=distinct, **options)


def min(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The smallest value of a column."""
    return expression("min", col, distinct=distinct, **options)


def sum(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The sum of a column."""
    return expression("sum", col, distinct=distinct, **options)
