"""The `data` of a spec: tables that the caller gives, rows in the spec, files that it may read, and SQL over these."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_viz._engine import QueryError, connected, quote_identifier, select
from inspect_viz._spec.errors import wrong_type
from inspect_viz._util.suggest import did_you_mean, listing

from ._files import read_file

if TYPE_CHECKING:
    from inspect_viz.data import Data

Json = dict[str, object]

FORMATS = ("table", "parquet", "csv", "json", "spatial")
SHAPE = ("select", "where")


@dataclass(frozen=True)
class Tables:
    """Tables of a spec by name, and those that are made of them by SQL, in order."""

    given: dict[str, Data] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.given, *self.made)


def tables_of(where: str, section: object, data: Mapping[str, Data], folder: Path | None) -> Tables:
    """The tables that a spec's `data` section and the caller name.

    Args:
        where: The function that was called.
        section: The `data` of the spec, or None.
        data: Tables of the caller; one under the name of a file stands for that file.
        folder: Where the spec may read files; None: nowhere.

    Raises:
        TypeError, ValueError: For an entry that is not understood, a file that may not be read, or SQL that is more
            than one SELECT over the tables before it.
    """
    entries = section if isinstance(section, Mapping) else {}
    if section is not None and not isinstance(section, Mapping):
        raise wrong_type(where, "data of the spec", section, "a mapping from names to tables")
    tables = Tables(given={name: table for name, table in data.items() if name not in entries})
    for name, entry in entries.items():
        _add(tables, where, name, _entry(where, name, entry), data.get(name), folder)
    _check(where, tables)
    return tables


def _entry(where: str, name: str, entry: object) -> Json:
    if isinstance(entry, str):
        return {"query": entry}
    if isinstance(entry, list):
        return {"data": entry}
    if not isinstance(entry, Mapping):
        raise wrong_type(where, f"data.{name}", entry, "a file, rows or a query")
    kind = entry.get("type", "table")
    if kind not in FORMATS:
        raise ValueError(
            f"{where}: data.{name}: type={kind!r} is none of {listing(FORMATS)}.{did_you_mean(kind, FORMATS)}"
        )
    if kind == "spatial":
        raise ValueError(
            f"{where}: data.{name}: spatial files are read by an extension of DuckDB that is fetched from a network; "
            f"read it yourself and give data={{{name!r}: ...}}."
        )
    return dict(entry)


def _add(tables: Tables, where: str, name: str, entry: Json, given: Data | None, folder: Path | None) -> None:
    query = entry.get("query")
    if given is None and isinstance(query, str):
        tables.made[name] = query
        return
    table = given if given is not None else _read(where, name, entry, folder)
    shape = {key: entry[key] for key in SHAPE if entry.get(key) is not None} if query is None else {}
    if not shape:
        tables.given[name] = table
        return
    source = f"{name}_source"
    while source in tables.names:
        source += "_"
    tables.given[source] = table
    tables.made[name] = _shaped(source, shape)


def _shaped(source: str, shape: Json) -> str:
    columns = shape.get("select", ["*"])
    listed = ", ".join(map(str, columns)) if isinstance(columns, list) else str(columns)
    where = f" WHERE {shape['where']}" if "where" in shape else ""
    return f"SELECT {listed} FROM {quote_identifier(source)}{where}"


def _read(where: str, name: str, entry: Json, folder: Path | None) -> Data:
    from inspect_viz.data import Data

    if "file" in entry:
        return read_file(where, name, entry, _allowed(where, name, entry["file"], folder))
    rows = entry.get("data")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError(f"{where}: data.{name} has no file, query or rows; give it as data={{{name!r}: ...}}.")
    columns = dict.fromkeys(key for row in rows for key in row)
    return Data.from_dataframe({str(key): [row.get(key) for row in rows] for key in columns})


def _allowed(where: str, name: str, file: object, folder: Path | None) -> Path:
    """The file below the folder that the caller allows."""
    instead = f"give it as data={{{name!r}: Data.from_file(...)}}"
    if not isinstance(file, str) or not file:
        raise wrong_type(where, f"data.{name}: file", file, "a path")
    if "://" in file:
        raise ValueError(f"{where}: data.{name}: {file!r} is an address, and nothing is fetched; {instead}.")
    if folder is None:
        raise ValueError(f"{where}: data.{name} is the file {file!r}; {instead}, or allow its folder by folder=....")
    path = Path(os.path.realpath(folder / file))
    if not path.is_relative_to(os.path.realpath(folder)):
        raise ValueError(f"{where}: data.{name}: {file!r} is not below folder={str(folder)!r}; {instead}.")
    return path


def _check(where: str, tables: Tables) -> None:
    """Each query is one SELECT over the tables before it."""
    if not tables.made:
        return
    known = list(tables.given)
    with connected() as con:
        for name, query in tables.made.items():
            try:
                select(con, query, known)
            except QueryError as error:
                raise ValueError(f"{where}: data.{name}: {error}") from None
            known.append(name)
