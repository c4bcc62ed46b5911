"""Expressions over one column: bins, and parts of dates."""

from __future__ import annotations

from inspect_viz._engine import quote_identifier
from inspect_viz._generated.literals import BinInterval
from inspect_viz._params import Param
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import Argument, binned, expression


def bin(
    bin: Argument,
    interval: BinInterval | Param | None = None,
    step: float | Param | None = None,
    steps: float | Param | None = None,
    minstep: float | Param | None = None,
    nice: bool | Param | None = None,
    offset: float | Param | None = None,
) -> Transform:
    """The start of the bin that a value falls into.

    Args:
        bin: The column.
        interval: Unit of the bins: "number", "date" (a unit that fits), or a unit of time.
        step: Width of a bin; for dates the number of units.
        steps: About how many bins.
        minstep: Least width of a bin.
        nice: Whether bins start at round values; true by default.
        offset: How many bins to move by.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    given = {"interval": interval, "step": step, "steps": steps, "minstep": minstep, "nice": nice, "offset": offset}
    return binned(bin, given)


def date_day(expr: str) -> Transform:
    """The day of the month of a date, in one month for all.

    Args:
        expr: Name of a column of dates.
    """
    return expression("dateDay", named("date_day", expr))


def date_month(expr: str) -> Transform:
    """The month of a date, in one year for all.

    Args:
        expr: Name of a column of dates.
    """
    return expression("dateMonth", named("date_month", expr))


def date_month_day(expr: str) -> Transform:
    """The month and day of a date, in one year for all.

    Args:
        expr: Name of a column of dates.
    """
    return expression("dateMonthDay", named("date_month_day", expr))


def epoch_ms(expr: str) -> Transform:
    """A date or time as milliseconds since the start of 1970.

    Args:
        expr: Name of a column of dates or times.
    """
    return Transform("sql", (f"epoch_ms({quote_identifier(named('epoch_ms', expr))})",))


def named(where: str, value: object) -> str:
    if not isinstance(value, str):
        raise wrong_type(where, "expr", value, "a column's name")
    if not value:
        raise ValueError(f"{where}: expr must be a column's name, not ''.")
    return value
