"""Json files: a list of objects, or one object per line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspect_viz._engine import Connection, quote_literal

from ._aggregates import aggregates
from ._errors import FileError
from ._file_source import FileSource, pattern
from ._peek import Peek, cut_off, not_utf8
from ._projection import EXACT

_WHOLE = {"BIGINT", "UBIGINT"}
_NUMBER = {*_WHOLE, "DOUBLE"}


def json_source(con: Connection, file: Peek) -> FileSource:
    """The source for a json file: a list of objects, or one object per line. Each key is a column.

    Raises:
        FileError: If it is no UTF-8 json, is cut off, or its rows are no objects.
    """
    import duckdb

    text = file.text()
    layout = _layout(file, text)
    objects = (
        f"read_json_objects({quote_literal(pattern(file.path))}, format = '{layout}', compression = '{_packing(file)}')"
    )
    try:
        return _source(con, file, objects)
    except duckdb.Error as error:
        raise _explain(file, str(error)) from error


def _packing(file: Peek) -> str:
    return "gzip" if file.gzipped else "uncompressed"


def _layout(file: Peek, text: str) -> str:
    start = text.lstrip()[:1]
    if start not in ("[", "{"):
        raise FileError(f"The file {file.name!r} is not json: it starts with {text.lstrip()[:20]!r}.")
    if file.head.startswith(b"\xef\xbb\xbf"):
        raise FileError(f"The file {file.name!r} starts with a byte order mark; save it as UTF-8 without one.")
    if start == "[" and file.last != b"]":
        raise cut_off(file.path)
    return "array" if start == "[" else "newline_delimited"


def _source(con: Connection, file: Peek, objects: str) -> FileSource:
    rows, names = _keys(con, file, objects)
    relation = f"(SELECT json_extract(json, [{', '.join(_pointer(name) for name in names)}]) AS v FROM {objects})"
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


def _keys(con: Connection, file: Peek, objects: str) -> tuple[int, tuple[str, ...]]:
    """The number of rows, and all keys in order of first appearance."""
    numbered = f"(SELECT json, row_number() OVER () AS n FROM {objects})"
    found = con.execute(
        f"SELECT json_type(json), CASE json_type(json) WHEN 'OBJECT' THEN json_keys(json) END AS k, min(n), count(*) "
        f"FROM {numbered} GROUP BY ALL ORDER BY 3"
    ).fetchall()
    for kind, _, row, _ in found:
        if kind != "OBJECT":
            raise FileError(f"Row {row} of {file.name!r} is no object with column names as keys, but {kind.lower()}.")
    names = tuple(dict.fromkeys(key for _, keys, _, _ in found for key in keys if "\x00" not in key))
    if not names:
        raise FileError(f"The file {file.name!r} has no rows with columns.")
    return sum(count for *_, count in found), names


def _pointer(name: str) -> str:
    return quote_literal("/" + name.replace("~", "~0").replace("/", "~1"))


@dataclass(frozen=True)
class _Facts:
    types: frozenset[str]
    fits: bool
    passes: bool


def _facts(con: Connection, relation: str, width: int) -> Iterator[_Facts]:
    """Of each column: the json types in it, whether its whole numbers fit 64 bits, whether they pass 2^53."""
    answers = aggregates(con, relation, [fact for i in range(width) for fact in _fact(f"v[{i + 1}]")])
    for i in range(0, 3 * width, 3):
        types: Sequence[str] = answers[i] or ()
        yield _Facts(frozenset(types), bool(answers[i + 1]), bool(answers[i + 2]))


def _fact(value: str) -> tuple[str, str, str]:
    whole = f"regexp_full_match({value}->>'$', '-?[0-9]+')"
    number = f"try_cast({value}->>'$' AS BIGINT)"
    return (
        f"list(DISTINCT json_type({value})) FILTER (json_type({value}) <> 'NULL')",
        f"bool_and({number} IS NOT NULL) FILTER ({whole})",
        f"bool_or({number} IS NULL OR abs({number}::HUGEINT) > {EXACT}) FILTER ({whole})",
    )


def _column(position: int, facts: _Facts) -> tuple[str, bool]:
    """SQL of a column, and whether its whole numbers pass 2^53."""
    kind = _kind(facts)
    text = f"(v[{position + 1}]->>'$')"
    return (text if kind == "VARCHAR" else f"{text}::{kind}"), kind == "BIGINT" and facts.passes


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
    hint = " An evaluation log is read with inspect_ai.analysis.samples_df." if b'"eval"' in file.head[:8192] else ""
    return FileError(
        f"The file {file.name!r} is no complete list of json objects, nor one object per line: {detail.strip()}{hint}"
    )
