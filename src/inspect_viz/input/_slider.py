"""A number, or a range of numbers, that is dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from inspect_viz._params import Param
from inspect_viz._spec.errors import shown, unknown_value, wrong_type

from ._build import InputCall, Target, component

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_viz._component import Component
    from inspect_viz._params import Selection
    from inspect_viz.data import Data

NUMERIC = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL", "UTINYINT", "USMALLINT")
NUMERIC_TYPES = (*NUMERIC, "UINTEGER", "UBIGINT", "UHUGEINT")
Ends = tuple[float, float]


def slider(
    data: Data | None = None,
    *,
    filter_by: Selection | None = None,
    label: str | None = None,
    column: str | None = None,
    field: str | None = None,
    target: Param | Selection | None = None,
    select: Literal["point", "interval"] | None = None,
    value: float | Sequence[float] | None = None,
    min: float | None = None,
    max: float | None = None,
    step: float | None = None,
    width: float | None = 150,
) -> Component:
    """A number that is dragged; a pair of numbers is a range with two knobs.

    Args:
        data: Table whose column gives the range, and whose marks are filtered where there is no target.
        filter_by: Selection that narrows the rows that give the range.
        label: Text above the slider; not given: the column's name, "" for none.
        column: Column whose least and greatest values are the ends.
        field: Column that the condition is about; not given: `column`.
        target: Param that is set, or selection in which a condition is set; not given: the selection of the data.
        select: The condition: "point" is equality, "interval" from `min` to the value or between two values. Not
            given: "interval" for a pair, otherwise "point".
        value: Where it stands at first, a number or a pair [low, high]; not given: no condition. Where the target is
            a param, its own value counts.
        min: Lower end; not given: that of the column.
        max: Upper end; not given: that of the column.
        step: Least distance of two values; not given: one that suits the ends.
        width: Width of the track in pixels.

    Raises:
        TypeError: for a value of the wrong type, or a column that holds no numbers.
        ValueError: for an unknown column, `min` over `max`, a value outside of them, or a step that is not positive.
    """
    call = InputCall("slider")
    table = call.check_data(data)
    named = call.column("column", column, table)
    ends = check_ends(call, min, max, table, named)
    found = call.target(target, table)
    chosen = first(call, value, found, ends)
    given = {
        "column": named,
        "field": call.field(field, named, found, table),
        "filterBy": call.filter_by(filter_by, table),
        "label": call.label(label, named),
        "select": check_select(select, pair_of(chosen, found)),
        "value": None if isinstance(found, Param) else chosen,
        "min": ends[0],
        "max": ends[1],
        "step": check_step(call, step) or whole_step(min, max, chosen),
        "width": call.width(width) or 150,
    }
    return component(call, "slider", table, found, given)


def check_ends(
    call: InputCall, low: object, high: object, data: Data | None, column: str | None
) -> tuple[float | None, float | None]:
    """The ends that are given; those that are not come from a column of numbers."""
    ends = call.number("min", low), call.number("max", high)
    if None in ends and column is None:
        raise ValueError("slider: min and max are needed where no column gives them.")
    if ends[0] is not None and ends[1] is not None and ends[0] >= ends[1]:
        raise ValueError(f"slider: min must be less than max, but min={ends[0]} and max={ends[1]}.")
    if data is not None and column is not None and not is_numeric(data.reader.types[column]):
        raise TypeError(f"slider: column={column!r} must hold numbers, not {data.reader.types[column]}.")
    return ends


def is_numeric(kind: str) -> bool:
    return kind.partition("(")[0] in NUMERIC_TYPES


def first(
    call: InputCall, value: object, target: Target, ends: tuple[float | None, float | None]
) -> float | Ends | None:
    """Where the slider stands at first."""
    own = target.default if isinstance(target, Param) else None
    given = None if value is None else position(call, "value", value, ends)
    if not isinstance(target, Param):
        return given
    held = position(call, "the value of the target", own, ends)
    if given is not None and given != held:
        raise ValueError(f"slider: value={shown(value)} is not the value of the param, {shown(own)}, which counts.")
    return held


def position(call: InputCall, what: str, value: object, ends: tuple[float | None, float | None]) -> float | Ends:
    """One number or two, within the ends."""
    if isinstance(value, list | tuple):
        low, high = pair(call, what, value)
        if low > high:
            raise ValueError(f"slider: {what} must rise, not {shown(value)}.")
        return inside(what, low, ends), inside(what, high, ends)
    if value is None or isinstance(value, str):
        raise wrong_type("slider", what, value, "a number or a pair of numbers")
    return inside(what, cast("float", call.number(what, value)), ends)


def pair(call: InputCall, what: str, value: Sequence[object]) -> Ends:
    if len(value) != 2 or None in value:
        raise wrong_type("slider", what, value, "a number or a pair of numbers")
    low, high = (call.number(what, end) for end in value)
    return cast("float", low), cast("float", high)


def inside(what: str, value: float, ends: tuple[float | None, float | None]) -> float:
    low, high = ends
    if (low is not None and value < low) or (high is not None and value > high):
        raise ValueError(f"slider: {what} must lie between min={low} and max={high}, not {value}.")
    return value


def pair_of(chosen: object, target: Target) -> bool:
    return isinstance(chosen, tuple)


def check_select(select: object, is_pair: bool) -> str:
    if select not in (None, "point", "interval"):
        raise unknown_value("slider", "select", select, ("point", "interval"))
    if select == "point" and is_pair:
        raise ValueError("slider: select='point' needs one value, not a pair.")
    return "interval" if select == "interval" or is_pair else "point"


def whole_step(low: object, high: object, chosen: object) -> float | None:
    """Whole ends that are more than one apart mean whole numbers."""
    numbers = (low, high, *(chosen if isinstance(chosen, tuple) else (chosen,)))
    whole = all(isinstance(n, int) and not isinstance(n, bool) for n in numbers if n is not None)
    return 1 if whole and isinstance(low, int) and isinstance(high, int) and high - low > 1 else None


def check_step(call: InputCall, step: object) -> float | None:
    found = call.number("step", step)
    if found is not None and found <= 0:
        raise ValueError(f"slider: step must be greater than 0, not {found}.")
    return found
