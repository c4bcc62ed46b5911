"""A foreign spec as a node of a picture."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_viz._spec.errors import shown, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.nodes import DECORATIONS, SpecNode

from ._check import Checker
from ._columns import Columns
from ._data import tables_of
from ._references import References
from ._text import read_spec

if TYPE_CHECKING:
    from inspect_viz.data import Data

Json = dict[str, object]


def spec_node(where: str, spec: object, data: object, folder: object) -> SpecNode:
    """The node of a spec; raises TypeError or ValueError for the first thing in it that is wrong."""
    given = read_spec(where, spec)
    meta, section = given.pop("meta", None), given.pop("data", None)
    for name in ("config", "$schema"):
        given.pop(name, None)
    params, defaults = (_mapping(where, name, given.pop(name, None)) for name in ("params", "plotDefaults"))
    tables = tables_of(where, section, _tables(where, data), _folder(where, folder))
    references = References(where, params)
    references.collect(given)
    columns = Columns(where, tables)
    checker = Checker(where, tables.names, references, columns)
    checker.defaults(defaults)
    checker.part(given, "")
    title = meta.get("title") if isinstance(meta, Mapping) else None
    return SpecNode(
        part=frozen(_part(given, defaults, columns)),
        params=frozen(params),
        tables=frozen(tables.given),
        queries=frozen(tables.made),
        title=title if isinstance(title, str) else None,
    )


def _mapping(where: str, name: str, value: object) -> Json:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise wrong_type(where, f"{name} of the spec", value, "a mapping")
    return dict(value)


def _tables(where: str, data: object) -> dict[str, Data]:
    """The caller's tables by name; frames become tables."""
    from inspect_viz.data import Data

    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise wrong_type(where, "data", data, "a dict from the names of tables to Data or data frames")
    return {
        str(name): table if isinstance(table, Data) else _framed(where, name, table) for name, table in data.items()
    }


def _framed(where: str, name: object, table: object) -> Data:
    from inspect_viz.data import Data

    try:
        return Data.from_dataframe(table)
    except TypeError as error:
        raise TypeError(f"{where}: data[{name!r}]: {error}") from None


def _folder(where: str, folder: object) -> Path | None:
    if folder is None:
        return None
    if not isinstance(folder, str | os.PathLike):
        raise wrong_type(where, "folder", folder, "the path of a folder, or None")
    path = Path(os.fsdecode(folder))
    try:
        is_there = path.is_dir()
    except OSError:  # Names that are too long for the system.
        is_there = False
    if not is_there:
        raise FileNotFoundError(f"{where}: folder={shown(str(path))} is no folder.")
    return path


def _listed(part: Json, columns: Columns) -> Json:
    """A table input with its columns one by one, each with what is said of it."""
    looks = {"align": part.get("align"), "width": part.get("width")}
    kept: Json = {key: part[key] for key in ("input", "from", "as", "filterBy") if key in part}
    names = part.get("columns") or [*columns.of(str(part["from"]))]
    assert isinstance(names, list)
    return {**kept, "columns": [{"value": column, **_look(looks, str(column))} for column in names]}


def _look(looks: Mapping[str, object], column: str) -> Json:
    found = {key: of[column] for key, of in looks.items() if isinstance(of, Mapping) and column in of}
    return dict(found)


def _part(part: Json, defaults: Json, columns: Columns) -> Json:
    """The part with the defaults in each plot, marks that stand alone in a plot, and tips."""
    for kind in ("hconcat", "vconcat"):
        children = part.get(kind)
        if isinstance(children, list):
            return {kind: [_part(child, defaults, columns) for child in children]}
    if part.get("input") == "table":
        return _listed(part, columns)
    if part.get("plot") is None and part.get("mark") is not None:
        part = {"plot": [part]}
    entries = part.get("plot")
    return {**defaults, **part, "plot": [_entry(entry) for entry in entries]} if isinstance(entries, list) else part


def _entry(entry: Json) -> Json:
    """A mark that says nothing of a tip has one; one that wants none says nothing."""
    if "mark" not in entry or entry["mark"] in DECORATIONS:
        return entry
    if "tip" not in entry:
        return {**entry, "tip": True}
    return entry if entry["tip"] not in (False, None) else {k: v for k, v in entry.items() if k != "tip"}
