"""`Param`: one value that inputs change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from numbers import Integral, Real
from typing import TypeAlias, cast

from ._reference import new_reference

ParamValue: TypeAlias = "str | int | float | bool | date | datetime | Sequence[str | int | float | bool | None] | None"
"""What a param can hold: text, a number, true or false, a date, None, or a list of these."""

ACCEPTED = "text, a finite number, true or false, a date, None or a list of them"

EXACT = 2**53
"""Up to here every whole number is exact in JavaScript."""
MOST = 2**1023
"""Numbers from here on are infinite in JavaScript, or nearly so."""


class Param:
    """A value that inputs change and that options, attributes and SQL can be given in place of one of their own.

    Each param is itself: two with equal values are two. `str(param)` is a reference for `sql(f"score > {param}")`.

    Args:
        default: The value until somebody chooses another.

    Raises:
        TypeError: for a value that is not text, a number, true or false, a date, None or a list of them.
        ValueError: for a number that is not finite, or a whole one beyond 2^53, which pages would round.
    """

    __slots__ = ("__weakref__", "_default", "_reference")

    def __init__(self, default: ParamValue) -> None:
        self._default = check_value("Param", "default", default)
        self._reference = new_reference(self)

    @property
    def id(self) -> str:
        """Its name in this process; pictures name their params themselves."""
        return self._reference.strip("$_")

    @property
    def default(self) -> ParamValue:
        """The value until somebody chooses another."""
        return list(self._default) if isinstance(self._default, tuple) else self._default

    def __str__(self) -> str:
        return self._reference

    def __repr__(self) -> str:
        return f"Param({self.default!r})"

    def __copy__(self) -> Param:
        return self

    def __deepcopy__(self, memo: object) -> Param:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (Param, (self.default,))


def check_value(where: str, argument: str, value: object) -> ParamValue:
    """The value in Python's own types, lists as tuples; raises where no param can hold it."""
    convert = getattr(value, "tolist", None)
    value = value if convert is None or isinstance(value, type) else convert()
    if isinstance(value, list | tuple):
        return tuple(cast("str", _scalar(where, argument, item)) for item in value)
    return _scalar(where, argument, value)


def _scalar(where: str, argument: str, value: object) -> ParamValue:
    if value is None or isinstance(value, str | bool | date):
        return value
    if isinstance(value, Real):
        number = int(value) if isinstance(value, Integral) else float(value)
        if not -MOST < number < MOST:
            raise ValueError(f"{where}: {argument} must be finite, not {repr(value)[:60]}.")
        if isinstance(number, int) and abs(number) > EXACT:
            raise ValueError(f"{where}: {argument}={value!r} is beyond 2^53, where pages round; give it as text.")
        return number
    raise TypeError(f"{where}: {argument} must be {ACCEPTED}, not {value!r} ({type(value).__name__}).")
