"""Something that is so or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._params import Param, ParamValue, check_value
from inspect_viz._spec.errors import shown, wrong_type
from inspect_viz._spec.inputs import same

from ._build import InputCall, Target, component, jsonable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_viz._component import Component
    from inspect_viz._params import Selection
    from inspect_viz.data import Data


def checkbox(
    data: Data | None = None,
    *,
    label: str | None = None,
    target: Param | Selection | None = None,
    field: str | None = None,
    checked: bool = False,
    values: Sequence[ParamValue] = (True, False),
) -> Component:
    """One of two values.

    Args:
        data: Table whose marks are filtered where there is no target.
        label: Text beside the box; not given: the column's name, "" for none.
        target: Param that is set, or selection in which a condition is set; not given: the selection of the data.
        field: Column that the condition is about.
        checked: Whether it is checked at first. Where the target is a param, its own value counts.
        values: What holds while it is checked and while it is not; in a selection None is no condition.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown column, or a param that has neither of the values.
    """
    call = InputCall("checkbox")
    table = call.check_data(data)
    found = call.target(target, table)
    named = call.column("field", field, table) if table is not None else field
    pair = check_pair(values)
    given = {
        "field": call.field(named, None, found, table),
        "label": call.label(label, named),
        "checked": is_checked(call.value("checked", checked, ("bool",)) is True, found, pair),
        "values": tuple(map(jsonable, pair)),
    }
    return component(call, "checkbox", table, found, given)


def check_pair(values: object) -> tuple[ParamValue, ParamValue]:
    items = tuple(values) if isinstance(values, list | tuple) else ()
    if len(items) != 2:
        raise wrong_type("checkbox", "values", values, "a pair: what holds while it is checked, and while it is not")
    on, off = (check_value("checkbox", "values", item) for item in items)
    if same(on, off):
        raise ValueError(f"checkbox: values must be two different ones, not {shown(values)}.")
    return on, off


def is_checked(checked: bool, target: Target, pair: tuple[ParamValue, ParamValue]) -> bool:
    """Whether the box is checked at first: a param says so by its value."""
    if not isinstance(target, Param):
        return checked
    on, off = pair
    if not same(target.default, on) and not same(target.default, off):
        raise ValueError(
            f"checkbox: the value of the target must be one of values, {shown(on)} or {shown(off)},"
            f" not {shown(target.default)}."
        )
    own = same(target.default, on)
    if checked and not own:
        raise ValueError(
            f"checkbox: checked=True is not the value of the param, {shown(target.default)}, which counts."
        )
    return own
