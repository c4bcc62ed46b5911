"""A choice from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_viz._params import Param, check_value
from inspect_viz._spec.errors import shown
from inspect_viz._spec.inputs import Option, check_choice, is_among

from ._build import InputCall, Target, choices, component, jsonable
from ._choice import check_param

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inspect_viz._component import Component
    from inspect_viz._params import ParamValue, Selection
    from inspect_viz.data import Data

ALL = "all"


def select(
    data: Data | None = None,
    *,
    filter_by: Selection | None = None,
    column: str | None = None,
    options: Sequence[Any] | Mapping[str, Any] | None = None,
    value: ParamValue = ALL,
    multiple: bool = False,
    target: Param | Selection | None = None,
    field: str | None = None,
    label: str | None = None,
    width: float | None = None,
) -> Component:
    """One value, or several, from a list.

    Args:
        data: Table whose column holds the values, and whose marks are filtered where there is no target.
        filter_by: Selection that narrows what is offered.
        column: Column whose distinct values are offered.
        options: Values that are offered, as a list or as a dict from label to value.
        value: What is chosen at first: one of the values, a list of them with `multiple`, or "all" for no condition.
            Where the target is a param, its own value counts.
        multiple: Whether several can be chosen.
        target: Param that is set, or selection in which a condition is set; not given: the selection of the data.
        field: Column that the condition is about; not given: `column`.
        label: Text beside the list; not given: the column's name, "" for none.
        width: Width of the list in pixels.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown column, empty options, or a value that is not among them.
    """
    call = InputCall("select")
    table = call.check_data(data)
    found = call.target(target, table)
    given = choices(call, table, column, options, found, field, filter_by, label)
    several = call.value("multiple", multiple, ("bool",))
    own = {
        "value": first(value, found, given["options"], bool(several)),
        "multiple": True if several else None,
        "width": call.width(width),
    }
    return component(call, "menu", table, found, {**given, **own})


def first(value: object, target: Target, offered: tuple[Option, ...] | None, multiple: bool) -> ParamValue:
    """What is chosen at first; None for no condition, or where the target's own value counts."""
    given = None if value is None else check_value("select", "value", value)
    if isinstance(target, Param):
        check_param("select", target, offered, multiple)
        if given not in (None, ALL) and given != check_value("select", "target", target.default):
            held = shown(target.default)
            raise ValueError(f"select: value={shown(value)} is not the value of the param, {held}, which counts.")
        return None
    if given is None or (given == ALL and not (offered and is_among(ALL, offered))):
        return None
    found = jsonable(given)
    check_choice("select", "value", found, offered, multiple)
    return found
