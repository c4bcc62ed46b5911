"""Json files that hold one object: a table by columns, or by rows with names, as pandas and others write it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from inspect_viz._engine import Connection
from inspect_viz._sql import Expression, Rows, call, literal, name, select, text

Keys = tuple[str, ...]

JSON = name("json")
VALUES = "v"


@dataclass(frozen=True)
class JsonTable:
    """A table inside one object.

    Args:
        objects: Its rows as objects in the column `json`, where they are objects.
        rows: How many rows there are, where they are lists.
        names: The column names, where the rows are lists.
        relation: The rows as lists in the column `v`, where they are lists.
    """

    objects: Rows | None = None
    rows: int = 0
    names: Keys = ()
    relation: Rows | None = None


@dataclass(frozen=True)
class _Member:
    """A member of the only object of a file: its name, its kind, how many things are in it, and their names."""

    name: str
    kind: str
    size: int
    keys: Keys


def table_in_object(con: Connection, objects: Rows) -> JsonTable | None:
    """The table in the only object of a file, None where there are several or it is a row itself.

    pandas' `to_json()` gives columns (or `orient=` "index", "split", "table"); dicts of lists are columns, too.
    """
    found = con.execute(text(select(call("json_type", JSON), call("json_keys", JSON), source=objects).first(2)))
    kinds = found.fetchall()
    if len(kinds) != 1 or kinds[0][0] != "OBJECT" or len(set(kinds[0][1])) < len(kinds[0][1]):
        return None
    members = [_member(con, objects, key) for key in kinds[0][1]]
    readers = (_split, _schema, _lists, _dicts)
    return next((table for read in readers if (table := read(con, objects, members)) is not None), None)


def pointer(key: str) -> str:
    """The place of a member in an object."""
    return "/" + key.replace("~", "~0").replace("/", "~1")


def _member(con: Connection, objects: Rows, key: str) -> _Member:
    value = call("json_extract", JSON, pointer(key))
    asked = select(call("json_type", value), call("json_array_length", value), call("json_keys", value), source=objects)
    kind, size, keys = con.execute(text(asked)).fetchall()[0]
    return _Member(key, str(kind), len(keys) if kind == "OBJECT" else int(size), tuple(keys or ()))


def _inside(key: str, every: str) -> Expression:
    """A list of the things in a member; `every`: "$[*]" or "$.*"."""
    return call("json_extract", call("json_extract", JSON, pointer(key)), every)


def _split(con: Connection, objects: Rows, members: Sequence[_Member]) -> JsonTable | None:
    """{"columns": [...], "index": [...], "data": [[...], ...]}"""
    kinds = {member.name: member.kind for member in members}
    if not {"columns", "data"} <= set(kinds) <= {"columns", "data", "index", "name"}:
        return None
    if {kinds["columns"], kinds["data"]} != {"ARRAY"}:
        return None
    rows = select(row=call("unnest", _inside("data", "$[*]")), source=objects)
    columns = con.execute(text(select(call("json_extract", JSON, "/columns"), source=objects))).fetchall()[0][0]
    names = tuple(column if isinstance(column, str) else json.dumps(column) for column in json.loads(columns))
    facts = select(call("count", literal(1)), call("min", _length("row")), call("max", _length("row")), source=rows)
    count, shortest, longest = con.execute(text(facts)).fetchall()[0]
    if count and not shortest == longest == len(names):
        return None
    cells = call("json_extract", name("row"), _list([literal(f"/{i}") for i in range(len(names))]))
    return JsonTable(rows=count, names=names, relation=select(**{VALUES: cells}, source=rows))


def _length(row: str) -> Expression:
    return call("json_array_length", name(row))


def _schema(con: Connection, objects: Rows, members: Sequence[_Member]) -> JsonTable | None:
    """{"schema": {...}, "data": [{...}, ...]}"""
    kinds = {member.name: member.kind for member in members}
    if kinds != {"schema": "OBJECT", "data": "ARRAY"}:
        return None
    return JsonTable(objects=select(json=call("unnest", _inside("data", "$[*]")), source=objects))


def _lists(con: Connection, objects: Rows, members: Sequence[_Member]) -> JsonTable | None:
    """{"id": ["a", "b"], "score": [0.5, 1]}"""
    if {member.kind for member in members} != {"ARRAY"} or len({member.size for member in members}) > 1:
        return None
    return _by_columns(objects, members, "$[*]")


def _dicts(con: Connection, objects: Rows, members: Sequence[_Member]) -> JsonTable | None:
    """{"id": {"0": "a", "1": "b"}, "score": {"0": 0.5, "1": 1}}, or one object for each row."""
    if {member.kind for member in members} != {"OBJECT"} or len({member.keys for member in members}) > 1:
        return None
    outer, inner = tuple(member.name for member in members), members[0].keys
    if _is_counted(outer) and not _is_counted(inner):
        return JsonTable(objects=select(json=call("unnest", call("json_extract", JSON, "$.*")), source=objects))
    return _by_columns(objects, members, "$.*") if len(outer) > 1 or _is_counted(inner) else None


def _is_counted(keys: Keys) -> bool:
    return bool(keys) and all(key.isdecimal() for key in keys)


def _by_columns(objects: Rows, members: Sequence[_Member], every: str) -> JsonTable:
    columns = {f"u{i}": call("unnest", _inside(member.name, every)) for i, member in enumerate(members)}
    rows = select(**{VALUES: _list([name(alias) for alias in columns])}, source=select(**columns, source=objects))
    return JsonTable(rows=members[0].size, names=tuple(member.name for member in members), relation=rows)


def _list(values: Sequence[Expression]) -> Expression:
    return call("list_value", *values)
