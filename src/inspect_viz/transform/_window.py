"""Window functions: one value for each row, from the rows around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.errors import shown, wrong_type
from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import Argument, WindowOptions, expression, windowed

if TYPE_CHECKING:
    from typing_extensions import Unpack


@windowed
def cume_dist(**options: Unpack[WindowOptions]) -> Transform:
    """The share of rows that come before this one or are equal to it.

    Args:
        options: The window, as listed below.
    """
    return expression("cume_dist", **options)


@windowed
def dense_rank(**options: Unpack[WindowOptions]) -> Transform:
    """The rank of a row; equal rows share one, and the next rank follows without a gap.

    Args:
        options: The window, as listed below.
    """
    return expression("dense_rank", **options)


@windowed
def first_value(col: Argument, **options: Unpack[WindowOptions]) -> Transform:
    """The value of a column in the first row of the window.

    Args:
        col: The column.
        options: The window, as listed below.
    """
    return expression("first_value", col, **options)


@windowed
def lag(col: Argument, offset: int = 1, default: Argument | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The value of a column in an earlier row.

    Args:
        col: The column.
        offset: How many rows earlier.
        default: Value where there is no such row.
        options: The window, as listed below.
    """
    return expression("lag", col, whole("lag", "offset", offset, 0), default, **options)


@windowed
def last_value(col: Argument, **options: Unpack[WindowOptions]) -> Transform:
    """The value of a column in the last row of the window.

    Args:
        col: The column.
        options: The window, as listed below.
    """
    return expression("last_value", col, **options)


@windowed
def lead(
    col: Argument, offset: int = 1, default: Argument | None = None, **options: Unpack[WindowOptions]
) -> Transform:
    """The value of a column in a later row.

    Args:
        col: The column.
        offset: How many rows later.
        default: Value where there is no such row.
        options: The window, as listed below.
    """
    return expression("lead", col, whole("lead", "offset", offset, 0), default, **options)


@windowed
def n_tile(num_buckets: int, **options: Unpack[WindowOptions]) -> Transform:
    """The number of a row's bucket when rows are dealt into buckets of equal size.

    Args:
        num_buckets: Number of buckets.
        options: The window, as listed below.
    """
    return expression("ntile", whole("n_tile", "num_buckets", num_buckets, 1), **options)


@windowed
def nth_value(col: Argument, offset: int, **options: Unpack[WindowOptions]) -> Transform:
    """The value of a column in one row of the window.

    Args:
        col: The column.
        offset: Number of the row, from 1.
        options: The window, as listed below.
    """
    return expression("nth_value", col, whole("nth_value", "offset", offset, 1), **options)


@windowed
def percent_rank(**options: Unpack[WindowOptions]) -> Transform:
    """The rank of a row as a share, from 0 to 1.

    Args:
        options: The window, as listed below.
    """
    return expression("percent_rank", **options)


@windowed
def rank(**options: Unpack[WindowOptions]) -> Transform:
    """The rank of a row; equal rows share one, and a gap follows them.

    Args:
        options: The window, as listed below.
    """
    return expression("rank", **options)


@windowed
def row_number(**options: Unpack[WindowOptions]) -> Transform:
    """The number of a row, from 1.

    Args:
        options: The window, as listed below.
    """
    return expression("row_number", **options)


MOST = 2**53
"""The largest whole number that is exact in JavaScript."""


def whole(where: str, argument: str, value: object, least: int) -> int:
    """A whole number that is large enough."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong_type(where, argument, value, "a whole number")
    if value < least:
        raise ValueError(f"{where}: {argument} must be {least} or more, not {value}.")
    if value > MOST:
        raise ValueError(f"{where}: {argument} must be at most {MOST:,}, not {shown(value)}.")
    return value
