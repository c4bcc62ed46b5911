"""Csv and tsv files: every cell is read as text, then columns become numbers where that loses nothing."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator

from inspect_viz._engine import Connection
from inspect_viz._sql import TableFunction, literal

from ._errors import FileError
from ._file_source import FileSource, pattern
from ._peek import Peek, not_utf8
from ._source import Source
from ._text_types import text_columns

_DELIMITERS = (",", "\t", ";", "|")
_LOOKED_AT = 100
_LONGEST_LINE = 64 << 20
_OTHER_LANGUAGES = re.compile(r"\s*(<[!a-zA-Z?]|\{|\[\s*[\[{])")


def csv_source(con: Connection, file: Peek) -> FileSource:
    """The source for a csv or tsv file with a header; comma, tab, semicolon or bar between the cells.

    Raises:
        FileError: If it is no UTF-8 csv, or a line has too many or too few cells.
    """
    text = file.text()
    _must_look_like_csv(file, text)
    delimiter = _delimiter(file, text)
    names = _header(file, text, delimiter)
    relation = _relation(file, delimiter, len(names))
    columns = text_columns(con, relation, len(names), lambda error: _explain(file, str(error), len(names)))
    return FileSource(
        path=file.path,
        names=names,
        rows=columns.rows,
        relation=relation,
        expressions=columns.expressions,
        parsed=True,
        is_wide=columns.wide,
    )


def text_source(con: Connection, file: Peek) -> Source:
    """The source for a text file: csv where one delimiter parts its lines evenly, else columns of fixed width."""
    text = file.text()
    if any(_cells(text, delimiter)[0] for delimiter in _DELIMITERS):
        return csv_source(con, file)
    from ._fixed import fixed_source

    return fixed_source(con, file)


def _must_look_like_csv(file: Peek, text: str) -> None:
    if _OTHER_LANGUAGES.match(text):
        raise FileError(f"The file {file.name!r} is not csv: it starts with {text.lstrip()[:20]!r}.")


def _delimiter(file: Peek, text: str) -> str:
    """The delimiter that gives the first lines equally many cells, and most of them."""
    order = ("\t", *_DELIMITERS) if file.name.lower().removesuffix(".gz").endswith(".tsv") else _DELIMITERS
    return max(order, key=lambda delimiter: _cells(text, delimiter))


def _cells(text: str, delimiter: str) -> tuple[bool, int]:
    lines = [len(line) for line in itertools.islice(_lines(text, delimiter), _LOOKED_AT) if line]
    return (len(set(lines)) == 1 and lines[0] > 1, lines[0] if lines else 0)


def _lines(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    complete = text[: text.rfind("\n") + 1] or text
    return csv.reader(io.StringIO(complete, newline=""), delimiter=delimiter)


def _header(file: Peek, text: str, delimiter: str) -> tuple[str, ...]:
    names = next(_lines(text, delimiter), [])
    if not names:
        raise FileError(f"The first line of {file.name!r} is blank, but must hold the column names.")
    return tuple(name or f"column_{i + 1}" for i, name in enumerate(names))


def _relation(file: Peek, delimiter: str, width: int) -> TableFunction:
    options = {
        "delim": delimiter,
        "quote": '"',
        "escape": '"',
        "header": True,
        "auto_detect": False,
        "hive_partitioning": False,
        "compression": "gzip" if file.gzipped else "none",
        "max_line_size": _LONGEST_LINE,
        "columns": {f"t{i}": "VARCHAR" for i in range(width)},
    }
    return TableFunction("read_csv", (literal(pattern(file.path)),), options)


def _explain(file: Peek, message: str, width: int) -> FileError:
    """DuckDB's complaint about a csv file in our words."""
    if "unicode" in message or "utf-8" in message:
        return not_utf8(file)
    line = re.search(r"CSV Error on Line: (\d+)", message)
    where = f"Line {line[1]} of {file.name!r}" if line else f"The file {file.name!r}"
    found = re.search(r"Expected Number of Columns: \d+ Found: (\d+)", message)
    if found:
        return FileError(f"{where} has {found[1]} cells where the header has {width}.")
    if "unterminated quote" in message:
        return FileError(f"{where} has a quoted cell that is not closed: it is cut off, or a quote is not doubled.")
    if "Maximum line size" in message:
        return FileError(f"{where} is longer than {_LONGEST_LINE >> 20} MB.")
    if "invalid state" in message:
        return FileError(f"{where} has a quote in the wrong place, or mixes kinds of line ends.")
    return FileError(f"{where} cannot be read as csv: {message.splitlines()[0]}")
