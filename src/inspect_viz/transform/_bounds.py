"""The ends of confidence intervals, for error bars and rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from statistics import NormalDist
from typing import TypeAlias

from inspect_viz._engine import quote_identifier
from inspect_viz._spec.errors import shown, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.nodes import Column, Transform

Expression: TypeAlias = "str | Column | Transform"

LEVEL = 0.95


def ci_bounds(
    score: Expression,
    *,
    level: float | None = None,
    stderr: Expression | None = None,
    lower: Expression | None = None,
    upper: Expression | None = None,
) -> tuple[Column | Transform, Column | Transform]:
    """The lower and the upper end of a confidence interval, for channels such as `x1` and `x2`.

    They lie around a score by its standard error, under the normal approximation, or stand in columns of their own:
    `ci_bounds("score", stderr="stderr")` or `ci_bounds("score", lower="low", upper="high")`.

    Args:
        score: Column of the scores, or `sql(...)`.
        level: How often such intervals hold the true value, between 0 and 1; 0.95 where not given.
        stderr: Column of the standard errors, or `sql(...)`.
        lower: Column of the lower ends, instead of `stderr`.
        upper: Column of the upper ends.

    Raises:
        TypeError: If neither `stderr` nor both ends are given, or both are, or a value has the wrong type.
        ValueError: If `level` is not between 0 and 1.
    """
    about = sql_of("score", score)
    if stderr is not None:
        if lower is not None or upper is not None:
            raise TypeError("ci_bounds: give stderr, or lower and upper, not both.")
        low, high = ((*about, f" {sign} {quantile(level)!r} * ", *sql_of("stderr", stderr)) for sign in ("-", "+"))
        return end(low, score), end(high, score)
    if lower is None or upper is None:
        raise TypeError("ci_bounds: stderr is missing, or lower and upper: they say how wide the interval is.")
    if level is not None:
        raise TypeError(f"ci_bounds: level={level!r} needs stderr; lower and upper are taken as they are.")
    return node("lower", lower), node("upper", upper)


def quantile(level: object) -> float:
    """Standard errors from the middle of a normal distribution to the end of an interval."""
    share = LEVEL if level is None else level
    if isinstance(share, bool) or not isinstance(share, int | float):
        raise wrong_type("ci_bounds", "level", share, "a number between 0 and 1")
    if not 0 < share < 1:
        raise ValueError(f"ci_bounds: level must lie between 0 and 1, as 0.95 does, not {shown(share)}.")
    return NormalDist().inv_cdf((1 + share) / 2)


def node(argument: str, value: object) -> Column | Transform:
    if isinstance(value, str):
        if not value:
            raise ValueError(f"ci_bounds: {argument} must be a column's name, not ''.")
        return Column(value)
    if isinstance(value, Column) or (isinstance(value, Transform) and value.name == "sql"):
        return value
    raise wrong_type("ci_bounds", argument, value, "a column's name or sql(...)")


def sql_of(argument: str, value: object) -> tuple[object, ...]:
    """The texts of an expression, and the params between them."""
    found = node(argument, value)
    return (quote_identifier(found.name),) if isinstance(found, Column) else ("(", *found.args, ")")


def joined(parts: Iterable[object]) -> Iterator[object]:
    """Parts of SQL, of which no two texts are neighbours."""
    for is_text, group in groupby(parts, lambda part: isinstance(part, str)):
        found = list(group)
        yield from ["".join(map(str, found))] if is_text else found


def end(parts: Iterable[object], score: Expression) -> Transform:
    """An end of the interval, which axes call by the score."""
    found = node("score", score)
    label = found.name if isinstance(found, Column) else found.options.get("label")
    return Transform("sql", tuple(joined(parts)), frozen({"label": label} if label is not None else {}))
