"""Choices that are all in sight: some of them, or one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_viz._params import Param

from ._build import InputCall, choices, component
from ._choice import check_param

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inspect_viz._component import Component
    from inspect_viz._params import Selection
    from inspect_viz.data import Data


def checkbox_group(
    data: Data | None = None,
    *,
    column: str | None = None,
    options: Sequence[Any] | Mapping[str, Any] | None = None,
    target: Param | Selection | None = None,
    field: str | None = None,
    label: str | None = None,
    filter_by: Selection | None = None,
) -> Component:
    """Some of several values, each with a box; none that is checked is no condition.

    Args:
        data: Table whose column holds the values, and whose marks are filtered where there is no target.
        column: Column whose distinct values are offered.
        options: Values that are offered, as a list or as a dict from label to value.
        target: Param that holds a list, or selection in which a condition is set; not given: the selection of the data.
        field: Column that the condition is about; not given: `column`.
        label: Text above the boxes; not given: the column's name, "" for none.
        filter_by: Selection that narrows what is offered.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown column, or empty options.
    """
    return group("checkbox_group", "checkboxGroup", data, column, options, target, field, label, filter_by)


def radio_group(
    data: Data | None = None,
    *,
    column: str | None = None,
    options: Sequence[Any] | Mapping[str, Any] | None = None,
    target: Param | Selection | None = None,
    field: str | None = None,
    label: str | None = None,
    filter_by: Selection | None = None,
) -> Component:
    """One of several values, each with a button; in a selection "All" stands first, which is no condition.

    Args:
        data: Table whose column holds the values, and whose marks are filtered where there is no target.
        column: Column whose distinct values are offered.
        options: Values that are offered, as a list or as a dict from label to value.
        target: Param that is set, or selection in which a condition is set; not given: the selection of the data.
        field: Column that the condition is about; not given: `column`.
        label: Text above the buttons; not given: the column's name, "" for none.
        filter_by: Selection that narrows what is offered.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown column, or empty options.
    """
    return group("radio_group", "radioGroup", data, column, options, target, field, label, filter_by)


def group(
    where: str,
    name: str,
    data: object,
    column: object,
    options: object,
    target: object,
    field: object,
    label: object,
    filter_by: object,
) -> Component:
    call = InputCall(where)
    table = call.check_data(data)
    found = call.target(target, table)
    given = choices(call, table, column, options, found, field, filter_by, label)
    if isinstance(found, Param):
        check_param(where, found, given["options"], name == "checkboxGroup")
    return component(call, name, table, found, given)
