"""Aggregates: one value for each group of rows; over a window, one value for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import Argument, WindowOptions, expression, windowed

if TYPE_CHECKING:
    from typing_extensions import Unpack


@windowed
def avg(col: Argument | None = None, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The mean of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("avg", col, distinct=distinct, **options)


@windowed
def count(col: Argument | None = None, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The number of rows, or of the values of a column that are not null.

    Args:
        col: The column; None counts rows.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("count", col, distinct=distinct, **options)


@windowed
def first(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The first value of a column in each group.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("first", col, distinct=distinct, **options)


@windowed
def geomean(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The geometric mean of a column: the nth root of the product of n values, all above zero.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("geomean", col, distinct=distinct, **options)


@windowed
def last(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The last value of a column in each group.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("last", col, distinct=distinct, **options)


@windowed
def max(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The largest value of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("max", col, distinct=distinct, **options)


@windowed
def median(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The median of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("median", col, distinct=distinct, **options)


@windowed
def min(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The smallest value of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("min", col, distinct=distinct, **options)


@windowed
def mode(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The most frequent value of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("mode", col, distinct=distinct, **options)


@windowed
def product(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The product of the values of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("product", col, distinct=distinct, **options)


@windowed
def quantile(
    col: Argument, threshold: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]
) -> Transform:
    """The value of a column that has a given share of the values at or below it.

    Args:
        col: The column.
        threshold: The share, a number from 0 to 1 or a param that holds one; 0.5 is the median.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for a share that is not between 0 and 1.
    """
    return expression("quantile", col, threshold, distinct=distinct, **options)


@windowed
def stddev(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The standard deviation of a sample: squares are divided by n - 1.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("stddev", col, distinct=distinct, **options)


@windowed
def stddev_pop(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The standard deviation of a whole population: squares are divided by n.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("stddevPop", col, distinct=distinct, **options)


@windowed
def sum(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The sum of a column.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("sum", col, distinct=distinct, **options)


@windowed
def var_pop(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The variance of a whole population: squares are divided by n.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("varPop", col, distinct=distinct, **options)


@windowed
def variance(col: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The variance of a sample: squares are divided by n - 1.

    Args:
        col: The column.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("variance", col, distinct=distinct, **options)
