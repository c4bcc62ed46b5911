"""A number, or a range of numbers, that is dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from inspect_viz._params import Param
from inspect_viz._spec.errors import shown
from inspect_viz._spec.inputs import Ends, OpenEnds, check_condition, check_ends, check_numeric, check_step, position

from ._build import InputCall, Target, component

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_viz._component import Component
    from inspect_viz._params import Selection
    from inspect_viz.data import Data


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
    ends = check_ends(call.where, min, max, named is not None)
    check_column(call, table, named)
    found = call.target(target, table)
    chosen = first(call, value, found, ends)
    given = {
        "column": named,
        "field": call.field(field, named, found, table),
        "filterBy": call.filter_by(filter_by, table),
        "label": call.label(label, named),
        "select": check_condition(call.where, select, isinstance(chosen, tuple)),
        "value": None if isinstance(found, Param) else chosen,
        "min": ends[0],
        "max": ends[1],
        "step": check_step(call.where, step) or whole_step(min, max, chosen),
        "width": call.width(width) or 150,
    }
    return component(call, "slider", table, found, given)


def check_column(call: InputCall, data: Data | None, column: str | None) -> None:
    if data is not None and column is not None:
        check_numeric(call.where, column, data.reader.types[column])


def first(call: InputCall, value: object, target: Target, ends: OpenEnds) -> float | Ends | None:
    """Where the slider stands at first."""
    own = target.default if isinstance(target, Param) else None
    given = None if value is None else position(call.where, "value", value, ends)
    if not isinstance(target, Param):
        return given
    held = position(call.where, "the value of the target", own, ends)
    if given is not None and given != held:
        raise ValueError(f"slider: value={shown(value)} is not the value of the param, {shown(own)}, which counts.")
    return held


def whole_step(low: object, high: object, chosen: object) -> float | None:
    """Whole ends that are more than one apart mean whole numbers."""
    numbers = (low, high, *(chosen if isinstance(chosen, tuple) else (chosen,)))
    whole = all(isinstance(n, int) and not isinstance(n, bool) for n in numbers if n is not None)
    return 1 if whole and isinstance(low, int) and isinstance(high, int) and high - low > 1 else None
