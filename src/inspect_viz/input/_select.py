"""A choice from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_viz._params import Param, check_value
from inspect_viz._spec.errors import shown, wrong_type
from inspect_viz._util.suggest import did_you_mean, listing

from ._build import InputCall, Option, Target, component, is_among, options_of

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
    named = call.column("column", column, table)
    offered = options_of("select", options)
    if named is None and offered is None:
        raise ValueError("select: column or options is needed: the values that are offered.")
    found = call.target(target, table)
    several = call.value("multiple", multiple, ("bool",))
    chosen = first(value, found, offered, bool(several))
    given = {
        "column": named if offered is None else None,
        "options": offered,
        "field": call.field(field, named if offered is None else None, found, table) or fallback(named, offered, found),
        "filterBy": call.filter_by(filter_by, table),
        "label": call.label(label, named),
        "value": chosen,
        "multiple": True if several else None,
        "width": call.width(width),
    }
    return component(call, "menu", table, found, given)


def fallback(column: str | None, offered: object, target: Target) -> str | None:
    """The column that options given beside it are about."""
    return column if offered is not None and not isinstance(target, Param) else None


def first(value: object, target: Target, offered: tuple[Option, ...] | None, multiple: bool) -> ParamValue:
    """What is chosen at first; None for no condition, or where the target's own value counts."""
    if isinstance(target, Param):
        check_param(target, value, offered, multiple)
        return None
    if value is None or (value == ALL and not (offered and is_among(ALL, offered))):
        return None
    found = check_value("select", "value", value)
    check_choice("value", found, offered, multiple)
    return found


def check_param(target: Param, value: object, offered: tuple[Option, ...] | None, multiple: bool) -> None:
    """Raises where the value of a param is no choice, or another one is asked for."""
    own = target.default
    if value not in (None, ALL) and value != own:
        raise ValueError(f"select: value={shown(value)} is not the value of the param, {shown(own)}, which counts.")
    check_choice("the value of the target", tuple(own) if isinstance(own, list) else own, offered, multiple)


def check_choice(what: str, value: ParamValue, offered: tuple[Option, ...] | None, multiple: bool) -> None:
    if isinstance(value, tuple) != multiple:
        raise wrong_type("select", what, value, "a list of values with multiple=True" if multiple else "one value")
    for item in value if isinstance(value, tuple) else (value,):
        if offered is not None and not is_among(item, offered):
            names = [shown(option["value"]).strip("'") for option in offered]
            raise ValueError(
                f"select: {what} must be one of {listing(names)}, not {shown(item)}.{did_you_mean(item, names)}"
            )
