"""What the columns of a table are, from what the caller wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier
from inspect_viz._spec.channels import known, mapping
from inspect_viz._spec.errors import shown, unknown_column, wrong_type
from inspect_viz._spec.expressions import check_sql
from inspect_viz._spec.formats import is_date_format
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.names import camel
from inspect_viz._spec.nodes import Column as ColumnNode
from inspect_viz._spec.nodes import ColumnParam, TableColumn, Transform, short
from inspect_viz._spec.references import sql_text
from inspect_viz._spec.results import is_aggregate
from inspect_viz._spec.suited import check_types

from ._column import Column

if TYPE_CHECKING:
    from inspect_viz.data import Data

ACCEPTED = 'a column\'s name, an expression such as avg("score"), or column(...)'


def columns_of(data: Data, columns: object) -> tuple[TableColumn, ...]:
    """The columns as they are shown, checked."""
    if columns is None:
        columns = list(data.columns)
    if isinstance(columns, str | Mapping) or not isinstance(columns, Sequence):
        raise wrong_type("table", "columns", columns, "a list of columns")
    if not columns:
        raise ValueError("table: columns is empty; there is nothing to show.")
    return tuple(_made(data, f"columns[{i}]", given) for i, given in enumerate(columns))


def _made(data: Data, argument: str, given: object) -> TableColumn:
    options = given.options if isinstance(given, Column) else {}
    value = _value(data, argument, given.column if isinstance(given, Column) else given)
    check_sql("table", data, {argument: value})
    check_types("table", "table", data, {argument: value})
    _check_kind(data, argument, value, options.get("format"))
    label = options.get("label", _label(value))
    if options.get("href", data.columns[0]) not in data.columns:
        raise unknown_column("table", f"{argument}.href", options["href"], data.columns)
    named = {camel(name): option for name, option in options.items()}
    return TableColumn(_exact(data, value), frozen({**named, "label": label}), is_aggregate(value))


def _exact(data: Data, value: ColumnNode | ColumnParam | Transform) -> ColumnNode | ColumnParam | Transform:
    """Whole numbers that tables hold as text, since JavaScript cannot, are numbers again."""
    if isinstance(value, ColumnNode) and _is_wide(data, value.name):
        return Transform("sql", (f"CAST({quote_identifier(value.name)} AS HUGEINT)",))
    return value


def _value(data: Data, argument: str, value: object) -> ColumnNode | ColumnParam | Transform:
    if isinstance(value, str):
        if value not in data.columns:
            raise unknown_column("table", argument, value, data.columns)
        return ColumnNode(value)
    found = mapping("table", argument, value, data.columns) if isinstance(value, Mapping) else value
    if not isinstance(found, ColumnNode | ColumnParam | Transform):
        raise wrong_type("table", argument, value, ACCEPTED)
    known("table", argument, found, data.columns)
    if isinstance(found, Transform) and found.name == "bin":
        raise ValueError(f"table: {argument}: {short(found)} divides the axis of a plot; write bins as sql(...).")
    return found


def _is_wide(data: Data, name: str) -> bool:
    return data.reader.is_wide(data.reader.names.index(name))


def _check_kind(data: Data, argument: str, value: object, format: str | None) -> None:
    """Raises where a column of texts is to be written as numbers or dates."""
    if format is None or not isinstance(value, ColumnNode):
        return
    kind = data.reader.types[value.name]
    is_date = kind.startswith(("DATE", "TIME"))
    is_text = kind == "VARCHAR" and not _is_wide(data, value.name)
    if is_text or is_date != is_date_format(format):
        wanted = "dates" if is_date_format(format) else "numbers"
        raise TypeError(f"table: {argument}: format={shown(format)} is for {wanted}, but {value.name!r} is {kind}.")


def _label(value: ColumnNode | ColumnParam | Transform) -> str:
    if isinstance(value, ColumnNode):
        return value.name
    if isinstance(value, ColumnParam):
        return str(value.param.default)
    label = value.options.get("label")
    if isinstance(label, str):
        return label
    return sql_text(value.args) if value.name == "sql" else short(value)
