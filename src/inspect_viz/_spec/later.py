"""Values that a param takes after its first one: checked wherever it stands, as that was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from inspect_viz._generated.tables import MARKS
from inspect_viz._params import Param, ParamValue
from inspect_viz._util.suggest import did_you_mean, listing

from .arguments import Call, Kinds
from .channels import MarkCall
from .errors import shown, unknown_column
from .freeze import thaw
from .names import snake
from .nodes import ColumnParam, InputNode, Mark, Node, PlotNode, SpecNode, TableNode, walk
from .vocabulary import options_of, plot_attributes


def check_later(root: Node, param: Param, value: ParamValue) -> None:
    """Raises TypeError or ValueError where a picture cannot have the value."""
    for node in walk(root):
        if isinstance(node, Mark):
            _in_mark(node, param, value)
        elif isinstance(node, PlotNode):
            _in_options(Call("plot"), node.attributes, plot_attributes(), param, value)
        elif isinstance(node, InputNode) and node.target is param:
            _in_input(node, value)


def check_columns(root: Node, names: Iterable[str]) -> None:
    """Raises ValueError for a name that is no column of any data of a picture."""
    nodes = [*walk(root)]
    tables = [node.data for node in nodes if isinstance(node, Mark | InputNode | TableNode) and node.data is not None]
    known = tuple(dict.fromkeys(column for data in tables for column in data.columns))
    for name in names:
        if name not in known and not any(isinstance(node, SpecNode) for node in nodes):
            raise ValueError(
                f"params: {name!r} is no column of the picture's data.{did_you_mean(name, known)} The columns are "
                f"{listing(known, 20)}."
            )


def _in_mark(mark: Mark, param: Param, value: ParamValue) -> None:
    columns = mark.data.columns if mark.data is not None else None
    where = MARKS[mark.kind][0]
    _in_options(MarkCall(where, columns), mark.options, options_of(mark.kind), param, value)
    for name, held in mark.options.items():
        if isinstance(held, ColumnParam) and held.param is param and value not in (columns or ()):
            raise unknown_column(where, snake(name), str(value), columns or ())


def _in_options(
    call: Call, given: Mapping[str, object], known: Mapping[str, Kinds], param: Param, value: ParamValue
) -> None:
    for name, held in given.items():
        if held is param and name in known and value != param.default:
            found = call.value(snake(name), value, known[name])
            if isinstance(value, str) and isinstance(found, str) and found != value:
                raise ValueError(
                    f"{call.where}: {snake(name)}={value!r} must be written {found!r} to be a param's value."
                )


def _in_input(node: InputNode, value: ParamValue) -> None:
    """A value that the input cannot show."""
    values = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    for one in values:
        _check_ends(node, one)
        _check_choice(node, one)


def _check_ends(node: InputNode, value: object) -> None:
    low, high = node.options.get("min"), node.options.get("max")
    if node.input != "slider" or value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{node.where}: the value of the target must be a number, not {shown(value)}.")
    over = (isinstance(low, int | float) and value < low) or (isinstance(high, int | float) and value > high)
    if over:
        raise ValueError(
            f"{node.where}: the value of the target must lie between min={low} and max={high}, not {value!r}."
        )


def _check_choice(node: InputNode, value: object) -> None:
    listed = node.options.get("options")
    if not isinstance(listed, Sequence) or value is None:
        return
    accepted = [option["value"] for option in map(thaw, listed) if isinstance(option, Mapping) and "value" in option]
    if accepted and value not in accepted:
        raise ValueError(
            f"{node.where}: the value of the target must be one of {listing(map(repr, accepted))}, not {value!r}."
            f"{did_you_mean(value, list(map(str, accepted)))}"
        )
