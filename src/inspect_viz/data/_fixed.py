"""Text in columns of fixed width: columns are parted where every line is blank."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from inspect_viz._engine import Connection, connected
from inspect_viz._sql import select, text

from ._errors import FileError
from ._loaded import LoadedSource, loaded
from ._peek import Peek, not_utf8, peek
from ._text_types import text_columns

_TABLE = "fixed"
_MARKS = bytes(0 if chr(i).isspace() else 1 for i in range(256))
"""Blank or not, by the byte of a character."""


def fixed_source(con: Connection, file: Peek) -> LoadedSource:
    """The source for text whose first line holds the names, above their columns.

    All lines are looked at, so that no later one is cut.

    Raises:
        FileError: If it is no UTF-8 text, or holds one line only.
    """
    import pyarrow as pa  # type: ignore[import-untyped]

    file.text()
    lines = _lines(file)
    spans = list(_spans(lines))
    names, *rows = ([_cell(line, span) for span in spans] for line in lines)
    if not rows:
        raise FileError(f"The file {file.name!r} holds one line only; the first line are the names of the columns.")
    cells = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    con.from_arrow(pa.table(cells, [f"t{i}" for i in range(len(cells))])).create_view(_TABLE, replace=True)
    typed = text_columns(con, _TABLE, len(cells), lambda error: FileError(f"{file.name!r} cannot be read: {error}"))
    table = con.sql(text(select(*typed.expressions, source=_TABLE))).to_arrow_table()
    con.execute(f"DROP VIEW {_TABLE}")
    return loaded(file.path, [name or "" for name in names], table.columns, read_fixed)


def read_fixed(path: str) -> LoadedSource:
    """The source for a file by itself."""
    with connected() as con:
        return fixed_source(con, peek(path, gzipped=False))


def _lines(file: Peek) -> list[str]:
    try:
        with open(file.path, encoding="utf-8-sig") as stream:
            return [line.expandtabs() for line in stream if line.strip()]
    except UnicodeDecodeError:
        raise not_utf8(file) from None


def _spans(lines: Sequence[str]) -> Iterator[slice]:
    """Where columns begin and the next ones do."""
    width = max(map(len, lines))
    used = 0
    for line in lines:
        used |= int.from_bytes(line.encode("latin-1", "replace").translate(_MARKS).ljust(width, b"\0"), "little")
    marks = used.to_bytes(width, "little")
    starts = [i for i in range(width) if marks[i] and not (i and marks[i - 1])]
    yield from (slice(*ends) for ends in itertools.pairwise([*starts, width]))


def _cell(line: str, span: slice) -> str | None:
    return line[span].strip() or None
