"""What inputs take: choices that are offered, ends and steps of numbers, kinds of search, whoever writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias, cast, get_args

from inspect_viz._meaning.types import NUMERIC
from inspect_viz._params import ParamValue
from inspect_viz._util.suggest import did_you_mean, listing

from .arguments import Fixed, kinds_of
from .errors import one_of, shown, wrong_type

Match = Literal["contains", "prefix", "suffix", "regexp"]
Option: TypeAlias = Mapping[str, ParamValue]
Ends: TypeAlias = tuple[float, float]
OpenEnds: TypeAlias = "tuple[float | None, float | None]"

SLIDING = tuple(kind for kind in NUMERIC if kind not in ("BIGNUM", "BOOLEAN"))
"""Types of columns that a slider runs along."""
CONDITIONS = ("point", "interval")


def same(one: object, other: object) -> bool:
    """Whether two values are the same choice: 1 and 1.0 are, 1 and True are not."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def is_among(value: object, options: Sequence[Option]) -> bool:
    return any(same(value, known["value"]) for known in options)


def check_choice(where: str, what: str, value: ParamValue, offered: Sequence[Option] | None, multiple: bool) -> None:
    """Raises for a value that is not offered, for a list where one is wanted, and the other way round."""
    if isinstance(value, tuple) != multiple:
        raise wrong_type(where, what, value, "a list of values" if multiple else "one value")
    for item in value if isinstance(value, tuple) else (value,):
        check_offered(where, what, item, offered)


def check_offered(where: str, what: str, value: object, offered: Sequence[Option] | None) -> None:
    """Raises ValueError for a value that is not offered; None: nobody knows what is."""
    if offered is not None and not is_among(value, offered):
        names = [shown(option["value"]).strip("'") for option in offered]
        raise ValueError(
            f"{where}: {what} must be one of {listing(names)}, not {shown(value)}.{did_you_mean(value, names)}"
        )


def check_match(where: str, argument: str, value: object) -> None:
    """Raises ValueError for an unknown kind of search."""
    one_of(where, argument, value, get_args(Match))


def number(where: str, argument: str, value: object) -> float | None:
    """A finite number, or None."""
    found = None if value is None else Fixed(where).value(argument, value, kinds_of("float"))
    assert found is None or isinstance(found, int | float)
    return found


def check_ends(where: str, low: object, high: object, has_column: bool) -> OpenEnds:
    """The ends of a slider that are given; those that are not come from a column."""
    ends = number(where, "min", low), number(where, "max", high)
    if None in ends and not has_column:
        raise ValueError(f"{where}: min and max are needed where no column gives them.")
    if ends[0] is not None and ends[1] is not None and ends[0] >= ends[1]:
        raise ValueError(f"{where}: min must be less than max, but min={ends[0]} and max={ends[1]}.")
    return ends


def check_numeric(where: str, column: str, kind: str) -> None:
    """Raises TypeError for a column without numbers; `kind` is its type in DuckDB."""
    if kind.partition("(")[0] not in SLIDING:
        raise TypeError(f"{where}: column={column!r} must hold numbers, not {kind}.")


def position(where: str, what: str, value: object, ends: OpenEnds) -> float | Ends:
    """One number or two, within the ends."""
    if isinstance(value, list | tuple):
        low, high = _pair(where, what, value)
        if low > high:
            raise ValueError(f"{where}: {what} must rise, not {shown(value)}.")
        return _inside(where, what, low, ends), _inside(where, what, high, ends)
    if value is None or isinstance(value, str):
        raise wrong_type(where, what, value, "a number or a pair of numbers")
    return _inside(where, what, cast("float", number(where, what, value)), ends)


def _pair(where: str, what: str, value: Sequence[object]) -> Ends:
    if len(value) != 2 or None in value:
        raise wrong_type(where, what, value, "a number or a pair of numbers")
    low, high = (number(where, what, end) for end in value)
    return cast("float", low), cast("float", high)


def _inside(where: str, what: str, value: float, ends: OpenEnds) -> float:
    low, high = ends
    if (low is not None and value < low) or (high is not None and value > high):
        raise ValueError(f"{where}: {what} must lie between min={low} and max={high}, not {value}.")
    return value


def check_condition(where: str, select: object, is_pair: bool) -> str:
    """What a slider's condition is."""
    if select is not None:
        one_of(where, "select", select, CONDITIONS)
    if select == "point" and is_pair:
        raise ValueError(f"{where}: select='point' needs one value, not a pair.")
    return "interval" if select == "interval" or is_pair else "point"


def check_step(where: str, step: object) -> float | None:
    found = number(where, "step", step)
    if found is not None and found <= 0:
        raise ValueError(f"{where}: step must be greater than 0, not {found}.")
    return found
