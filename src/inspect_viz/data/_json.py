"""Json files: a list of objects, one object per line, or a table in one object."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from inspect_viz._engine import Connection
from inspect_viz._sql import ALL, Expression, Rows, TableFunction, call, case, literal, name, select, text

from ._aggregates import aggregates
from ._errors import LOGS, FileError
from ._file_source import FileSource, pattern
from ._json_table import JSON, VALUES, JsonTable, pointer, table_in_object
from ._peek import Peek, cut_off, not_utf8
from ._projection import EXACT

_LINES = "newline_delimited"
_COMMON = 16 << 20
"""The size of objects for which the database has room by itself."""

_LARGEST = 1 << 31
_LOG = re.compile(r'\s*\{\s*"version"\s*:\s*\d+\s*,\s*"status"\s*:\s*"\w+"\s*,\s*"eval"\s*:\s*\{')
"""How evaluation logs begin."""

_FACTS = 5
"""How many facts there are of each column."""

_SCALAR = r"-?[0-9.]+([eE][-+]?[0-9]+)?|true|false"
"""The text of a value that is no text."""

_WHOLE = {"BIGINT", "UBIGINT"}
_NUMBER = {*_WHOLE, "DOUBLE"}


def json_source(con: Connection, file: Peek) -> FileSource:
    """The source for a json file: a list of objects, one object per line, or a table in one object.

    Each key is a column.

    Raises:
        FileError: If it is no UTF-8 json, is cut off, or its rows are no objects.
    """
    import duckdb

    head = file.text()
    layout = _layout(file, head)
    table = _table(con, file, head) if layout == _LINES and _is_json(file) else None
    try:
        return _source(con, file, table or JsonTable(objects=_objects(file, layout)))
    except duckdb.Error as error:
        raise _explain(file, str(error)) from error


def _objects(file: Peek, layout: str, **options: object) -> TableFunction:
    """The objects of a file, in the column `json`."""
    packing = "gzip" if file.gzipped else "uncompressed"
    path = literal(pattern(file.path))
    return TableFunction("read_json_objects", (path,), {"format": layout, "compression": packing, **options})


def _is_json(file: Peek) -> bool:
    """Whether the name says that the file is one value; of .jsonl each line is a row."""
    return file.name.lower().removesuffix(".gz").endswith(".json")


def _layout(file: Peek, head: str) -> str:
    start = head.lstrip()[:1]
    if start not in ("[", "{"):
        raise FileError(f"The file {file.name!r} is not json: it starts with {head.lstrip()[:20]!r}.")
    if file.head.startswith(b"\xef\xbb\xbf"):
        raise FileError(f"The file {file.name!r} starts with a byte order mark; save it as UTF-8 without one.")
    if start == "[" and file.last != b"]":
        raise cut_off(file.path)
    return "array" if start == "[" else _LINES


def _table(con: Connection, file: Peek, head: str) -> JsonTable | None:
    """The table in the only object of a file, if that is what it is."""
    import duckdb

    if _has_lines(head):
        return None
    if _LOG.match(head):
        raise FileError(f"The file {file.name!r} is an evaluation log. {LOGS}")
    whole = _objects(file, "unstructured", maximum_object_size=min(_LARGEST, max(_COMMON, 2 * file.size)))
    try:
        return table_in_object(con, whole)
    except duckdb.Error:
        return None


def _has_lines(head: str) -> bool:
    """Whether the first line is an object of its own, and others follow."""
    first, _, rest = head.lstrip().partition("\n")
    return bool(rest.strip()) and _is_object(first)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _source(con: Connection, file: Peek, table: JsonTable) -> FileSource:
    rows, names, relation = table.rows, table.names, table.relation
    if table.objects is not None:
        rows, names = _keys(con, file, table.objects)
        cells = call("json_extract", JSON, call("list_value", *map(pointer, names)))
        relation = select(**{VALUES: cells}, source=table.objects)
    assert relation is not None
    columns = [_column(i, facts) for i, facts in enumerate(_facts(con, relation, len(names)))]
    return FileSource(
        path=file.path,
        names=names,
        rows=rows,
        relation=relation,
        expressions=tuple(expression for expression, _ in columns),
        parsed=True,
        is_wide=tuple(wide for _, wide in columns),
    )


def _keys(con: Connection, file: Peek, objects: Rows) -> tuple[int, tuple[str, ...]]:
    """The number of rows, and all keys in order of first appearance."""
    numbered = select(json=JSON, n=call("row_number").over(), source=objects)
    kind = call("json_type", JSON)
    keys = case({kind.equals("OBJECT"): call("json_keys", JSON)})
    grouped = select(kind, keys, call("min", name("n")), call("count", ALL), source=numbered).grouped(kind, keys)
    found = con.execute(text(grouped.ordered(call("min", name("n"))))).fetchall()
    for kind_name, _, row, _ in found:
        if kind_name != "OBJECT":
            said = f"Row {row} of {file.name!r} is no object with column names as keys, but {kind_name.lower()}."
            raise FileError(said)
    names = tuple(dict.fromkeys(key for _, own, _, _ in found for key in own if "\x00" not in key))
    if not names:
        raise FileError(f"The file {file.name!r} has no rows with columns.")
    return sum(count for *_, count in found), names


@dataclass(frozen=True)
class _Facts:
    types: frozenset[str]
    fits: bool
    passes: bool
    alike: bool
    """Whether a text is also the text of another kind of value, as 1 and "1"."""


def _facts(con: Connection, relation: Rows, width: int) -> Iterator[_Facts]:
    """Of each column: the json types in it, whether its whole numbers fit 64 bits, whether they pass 2^53, ..."""
    answers = aggregates(con, relation, [fact for i in range(width) for fact in _fact(_value(i))])
    for start in range(0, _FACTS * width, _FACTS):
        types, fits, passes, jsons, texts = answers[start : start + _FACTS]
        yield _Facts(frozenset(types or ()), bool(fits), bool(passes), jsons > texts)


def _value(position: int) -> Expression:
    """A cell as json."""
    return call("list_extract", name(VALUES), position + 1)


def _said(value: Expression) -> Expression:
    """The text of a cell, or the text that it says."""
    return call("json_extract_string", value, "$")


def _fact(value: Expression) -> tuple[Expression, ...]:
    whole = call("regexp_full_match", _said(value), "-?[0-9]+")
    number = _said(value).try_cast("BIGINT")
    kind = call("json_type", value)
    passes = number.is_null() | call("abs", number.cast("HUGEINT")).above(EXACT)
    return (
        call("list", kind, distinct=True).of_rows(kind.differs("NULL")),
        call("bool_and", number.is_given()).of_rows(whole),
        call("bool_or", passes).of_rows(whole),
        call("count", value.as_text(), distinct=True).of_rows(kind.differs("NULL")),
        call("count", _said(value), distinct=True),
    )


def _column(position: int, facts: _Facts) -> tuple[Expression, bool]:
    """A column, and whether its whole numbers pass 2^53."""
    kind = _kind(facts)
    value = _value(position)
    said = _said(value)
    if kind == "VARCHAR" and facts.alike:
        number = call("regexp_full_match", said, _SCALAR) & call("json_type", value).equals("VARCHAR")
        said = case({number: value.as_text()}, default=said)
    return (said if kind == "VARCHAR" else said.cast(kind)), kind == "BIGINT" and facts.passes


def _kind(facts: _Facts) -> str:
    if facts.types == {"BOOLEAN"}:
        return "BOOLEAN"
    if facts.types and facts.types <= _WHOLE and facts.fits:
        return "BIGINT"
    if "DOUBLE" in facts.types and facts.types <= _NUMBER and not facts.passes:
        return "DOUBLE"
    return "VARCHAR"


def _explain(file: Peek, message: str) -> FileError:
    """DuckDB's complaint about a json file in our words."""
    if "UTF-8" in message:
        return not_utf8(file)
    detail = re.sub(r' (in|with) file "[^"]*"', "", message.splitlines()[0].partition(": ")[2])
    hint = f" {LOGS}" if b'"eval"' in file.head[:8192] else ""
    return FileError(
        f"The file {file.name!r} is no complete list of json objects, nor one object per line: {detail.strip()}{hint}"
    )
