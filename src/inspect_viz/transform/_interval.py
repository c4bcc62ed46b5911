"""Spans of time, for windows whose rows lie within a time of each other."""

from __future__ import annotations

from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import expression

from ._window import whole


def years(steps: int) -> Transform:
    """A number of years, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("years", steps)


def months(steps: int) -> Transform:
    """A number of months, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("months", steps)


def days(steps: int) -> Transform:
    """A number of days, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("days", steps)


def hours(steps: int) -> Transform:
    """A number of hours, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("hours", steps)


def minutes(steps: int) -> Transform:
    """A number of minutes, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("minutes", steps)


def seconds(steps: int) -> Transform:
    """A number of seconds, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("seconds", steps)


def milliseconds(steps: int) -> Transform:
    """A number of milliseconds, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("milliseconds", steps)


def microseconds(steps: int) -> Transform:
    """A number of microseconds, as an end of the `range` of a window over times.

    Args:
        steps: How many; whole and not below zero.
    """
    return span("microseconds", steps)


def span(unit: str, steps: int) -> Transform:
    return expression(unit, whole(unit, "steps", steps, 0))
