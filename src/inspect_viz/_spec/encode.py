"""Nodes as the JSON that Mosaic's parser reads."""

from __future__ import annotations

from collections.abc import Container, Mapping

from inspect_viz._engine import quote_identifier

from .colors import is_color
from .freeze import thaw
from .kinds import literal_values
from .nodes import Column, ColumnParam, Mark, Transform
from .references import joined
from .results import computed
from .variables import Variables

CONSTANTS = ("fontSize", "tension", "interpolate")
WORDS = ("ariaDescription", "ariaHidden", "imageFilter", "rx", "ry")
"""Options whose texts Mosaic takes for columns, though they never are."""
COMPUTED = "density"
UNPARSED = ("channels", "sort", "tip", "data")


def mark_json(mark: Mark, source: object, variables: Variables) -> dict[str, object]:
    """A mark as an entry of a Mosaic plot; `source` says where its rows come from."""
    names = computed(mark.options)
    options = {k: option(k, v, names, variables) for k, v in mark.options.items()}
    return {"mark": mark.kind, **({"data": source} if source is not None else {}), **options}


def option(key: str, value: object, names: Container[str], variables: Variables) -> object:
    """The value of one option."""
    if isinstance(value, Column):
        return column(key, value.name, names)
    if isinstance(value, ColumnParam):
        return {"column": variables.reference(value.param)}
    if isinstance(value, Transform):
        return transform(value, variables)
    if key == "channels" and isinstance(value, Mapping):
        return {name: c.name for name, c in value.items()}
    if key in WORDS and isinstance(value, str):
        return variables.literal(value)
    if key == "interpolate" and value is None:
        return "none"
    return thaw(value) if key in UNPARSED else variables.value(thaw(value))


def column(key: str, name: str, names: Container[str]) -> object:
    """A column: its bare name where Mosaic reads that as a column, otherwise a form that it cannot mistake."""
    if key in names:
        return {"sql": quote_identifier(name)}
    constant = key in CONSTANTS or name == COMPUTED or (key in ("fill", "stroke") and is_color(name))
    symbol = key == "symbol" and name.lower() in literal_values("Symbol")
    return {"column": name} if constant or symbol else name


def transform(node: Transform, variables: Variables) -> dict[str, object]:
    """A transform as `{name: arguments, option: value}`."""
    if node.name == "sql":
        return {"sql": joined(node.args, variables.reference), **dict(node.options)}
    options = {k: setting(v, variables) for k, v in node.options.items()}
    return {node.name: setting(node.args, variables) if node.args else None, **options}


def setting(value: object, variables: Variables) -> object:
    """An argument or an option of a transform; one of a kind needs no list."""
    if isinstance(value, tuple):
        items = [setting(v, variables) for v in value]
        return items[0] if len(items) == 1 else items
    if isinstance(value, Column):
        return {"sql": quote_identifier(value.name)} if value.name.startswith("$") else value.name
    if isinstance(value, ColumnParam):
        return {"column": variables.reference(value.param)}
    return transform(value, variables) if isinstance(value, Transform) else variables.value(value)
