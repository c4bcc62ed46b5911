"""A text that rows are searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._params import Param
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.inputs import check_match

from ._build import InputCall, component

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz._params import Selection
    from inspect_viz._spec.inputs import Match
    from inspect_viz.data import Data


def search(
    data: Data,
    *,
    filter_by: Selection | None = None,
    column: str | None = None,
    field: str | None = None,
    target: Param | Selection | None = None,
    type: Match | None = None,
    label: str | None = None,
    placeholder: str | None = None,
    width: float | None = None,
) -> Component:
    """Rows whose column holds a text.

    Args:
        data: Table whose column is searched, and whose marks are filtered where there is no target.
        filter_by: Selection that narrows what is suggested.
        column: Column that is searched, and whose values are suggested.
        field: Column that the condition is about; not given: `column`.
        target: Param that is set, or selection in which a condition is set; not given: the selection of the data.
        type: Where the text must stand: anywhere ("contains", the default), at the start ("prefix"), at the end
            ("suffix"), or as a regular expression ("regexp"); upper and lower case are the same.
        label: Text above the field; not given: the column's name, "" for none.
        placeholder: Text in the empty field.
        width: Width of the field in pixels.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown column or kind of search.
    """
    call = InputCall("search")
    table = call.check_data(data)
    if table is None:
        raise TypeError("search: data must be a Data, not None.")
    named = call.column("column", column, table)
    found = call.target(target, table)
    if type is not None:
        check_match("search", "type", type)
    if isinstance(found, Param) and not isinstance(found.default, str):
        raise wrong_type("search", "the value of the target", found.default, "text")
    given = {
        "column": named,
        "field": call.field(field, named, found, table),
        "filterBy": call.filter_by(filter_by, table),
        "label": call.label(label, named or (field if isinstance(field, str) else None)),
        "type": type or "contains",
        "placeholder": call.text("placeholder", placeholder),
        "width": call.width(width),
    }
    return component(call, "search", table, found, given)
