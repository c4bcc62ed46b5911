"""Aggregates of two columns: one value for each group of rows; over a window, one value for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import Argument, WindowOptions, expression, windowed

if TYPE_CHECKING:
    from typing_extensions import Unpack


@windowed
def argmax(col1: Argument, col2: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The value of one column in the row where another is largest.

    Args:
        col1: Column whose value is taken.
        col2: Column that is compared.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("argmax", col1, col2, distinct=distinct, **options)


@windowed
def argmin(col1: Argument, col2: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]) -> Transform:
    """The value of one column in the row where another is smallest.

    Args:
        col1: Column whose value is taken.
        col2: Column that is compared.
        distinct: Whether equal values count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("argmin", col1, col2, distinct=distinct, **options)


@windowed
def covariance(
    col1: Argument, col2: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]
) -> Transform:
    """The covariance of two columns in a sample: products are divided by n - 1.

    Args:
        col1: One column.
        col2: The other.
        distinct: Whether equal pairs count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("covariance", col1, col2, distinct=distinct, **options)


@windowed
def covar_pop(
    col1: Argument, col2: Argument, distinct: bool | None = None, **options: Unpack[WindowOptions]
) -> Transform:
    """The covariance of two columns in a whole population: products are divided by n.

    Args:
        col1: One column.
        col2: The other.
        distinct: Whether equal pairs count once.
        options: Window that the value is taken over, as listed below; without one it is an aggregate.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
    """
    return expression("covarPop", col1, col2, distinct=distinct, **options)
