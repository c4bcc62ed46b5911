"""How an input is put together from the arguments of its function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict, cast

from inspect_viz._component import Component
from inspect_viz._params import Param, ParamValue, Selection, check_value
from inspect_viz._spec.arguments import Fixed, kinds_of
from inspect_viz._spec.errors import shown, unknown_column, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.inputs import Option, number
from inspect_viz._spec.kinds import plain
from inspect_viz._spec.nodes import InputNode

if TYPE_CHECKING:
    from inspect_viz.data import Data

Target = Param | Selection


class InputCall(Fixed):
    """One call of an input: its name for messages, and what its arguments have in common."""

    def check_data(self, data: object) -> Data | None:
        from inspect_viz.data import Data

        if data is None or isinstance(data, Data):
            return data
        raise TypeError(f"{self.where}: data must be a Data or None, not {type(data).__name__}.")

    def column(self, argument: str, column: object, data: Data | None) -> str | None:
        """The name of a column of the data; None where it is not given."""
        if column is None:
            return None
        if not isinstance(column, str):
            raise wrong_type(self.where, argument, column, "a column's name")
        if data is None:
            raise ValueError(f"{self.where}: {argument}={column!r} needs data whose column it is.")
        if column not in data.columns:
            raise unknown_column(self.where, argument, column, data.columns)
        return column

    def target(self, target: object, data: Data | None) -> Target:
        """What is set; the selection of the data where nothing else is given."""
        if isinstance(target, Param | Selection):
            return target
        if target is not None:
            raise wrong_type(self.where, "target", target, "a Param, a Selection or None")
        if data is None:
            raise ValueError(f"{self.where}: target is needed where there is no data: a Param or a Selection.")
        return data.selection

    def field(self, field: object, column: str | None, target: Target, data: Data | None) -> str | None:
        """The column that a condition is about; a selection needs one, a param has none."""
        if field is not None and not isinstance(field, str):
            raise wrong_type(self.where, "field", field, "a column's name")
        if isinstance(target, Param):
            return None
        found = field or column
        if found is None:
            raise ValueError(f"{self.where}: field is needed: the column that the condition in the selection is about.")
        owner = target.owner
        if owner is not None and found not in owner.columns:
            raise unknown_column(self.where, "field", found, owner.columns)
        return found if found != column else None

    def filter_by(self, filter_by: object, data: Data | None) -> Selection | None:
        """The selection that narrows what is offered."""
        if filter_by is None:
            return None
        if not isinstance(filter_by, Selection):
            raise wrong_type(self.where, "filter_by", filter_by, "a Selection or None")
        if data is None:
            raise TypeError(f"{self.where}: filter_by needs data whose rows it filters.")
        return filter_by

    def label(self, label: object, column: str | None) -> str | None:
        """The text beside the control: that of the column where it is not given; none where it is empty."""
        if label is not None and not isinstance(label, str):
            raise wrong_type(self.where, "label", label, "text or None")
        return column if label is None else label or None

    def width(self, width: object) -> float | None:
        return number(self.where, "width", width)

    def text(self, argument: str, value: object) -> str | None:
        found = None if value is None else self.value(argument, value, kinds_of("str"))
        assert found is None or isinstance(found, str)
        return found


def component(
    call: InputCall, name: str, data: Data | None, target: Target, options: Mapping[str, object]
) -> Component:
    """The input as something that can be laid out; options that are None are left out."""
    kept = {k: v for k, v in options.items() if v is not None}
    return Component(InputNode(call.where, name, data, target, frozen(kept)))


class Choices(TypedDict):
    """What inputs with choices have in common."""

    column: str | None
    options: tuple[Option, ...] | None
    field: str | None
    filterBy: Selection | None
    label: str | None


def choices(
    call: InputCall,
    data: Data | None,
    column: object,
    options: object,
    target: Target,
    field: object,
    filter_by: object,
    label: object,
) -> Choices:
    """Where choices come from, and what the condition is about; options that are given count, whatever the column."""
    named = call.column("column", column, data)
    offered = options_of(call.where, options)
    if named is None and offered is None:
        raise ValueError(f"{call.where}: column or options is needed: the values that are offered.")
    about = call.field(field, named, target, data)
    if offered is not None and isinstance(target, Selection):
        about = about or named
    return {
        "column": named if offered is None else None,
        "options": offered,
        "field": about,
        "filterBy": call.filter_by(filter_by, data),
        "label": call.label(label, named),
    }


def options_of(where: str, options: object) -> tuple[Option, ...] | None:
    """Choices with their labels, from a list of values or a dict from label to value; None where none are given."""
    if options is None:
        return None
    pairs: Sequence[tuple[object, object]]
    if isinstance(options, Mapping):
        pairs = list(options.items())
    elif isinstance(found := plain(options), list | tuple):
        pairs = [(None, value) for value in found]
    else:
        raise wrong_type(where, "options", options, "a list of values or a dict from label to value")
    if not pairs:
        raise ValueError(f"{where}: options is empty; there is nothing to choose.")
    return tuple(option(where, label, value) for label, value in pairs)


def option(where: str, label: object, value: object) -> Option:
    found = check_value(where, "options", value)
    if isinstance(found, tuple):
        raise TypeError(f"{where}: an option must be one value, not {shown(value)}.")
    if label is not None and not isinstance(label, str):
        raise wrong_type(where, "the label of an option", label, "text")
    value = jsonable(found)
    return {"value": value} if label is None else {"value": value, "label": label}


def jsonable(value: ParamValue) -> ParamValue:
    """The value as JSON holds it: dates as text, which the database compares with dates."""
    if isinstance(value, tuple):
        return tuple(cast("str", jsonable(item)) for item in value)
    return value.isoformat() if isinstance(value, date) else value
