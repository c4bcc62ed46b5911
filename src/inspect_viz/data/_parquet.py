"""Parquet files."""

from __future__ import annotations

from collections.abc import Iterator

from inspect_viz._engine import Connection
from inspect_viz._sql import Literal, Position, TableFunction, call, describe, literal, name, select, text

from ._errors import FileError
from ._file_source import FileSource, pattern
from ._peek import Peek, refuse_signature

_MAGIC = b"PAR1"


def parquet_source(con: Connection, file: Peek) -> FileSource:
    """The source for a parquet file.

    Raises:
        FileError: If it is cut off, damaged or no parquet.
    """
    _must_be_parquet(file)
    path = literal(pattern(file.path))
    scan = TableFunction("read_parquet", (path,), {"hive_partitioning": False})
    schema, rows = _footer(con, file, path, scan)
    names = tuple(_top_level(schema))
    if not names:
        raise FileError(f"The parquet file {file.name!r} has no columns.")
    return FileSource(
        path=file.path,
        names=names,
        rows=rows,
        relation=scan,
        expressions=tuple(map(Position, range(len(names)))),
        parsed=False,
    )


def _must_be_parquet(file: Peek) -> None:
    if not file.head.startswith(_MAGIC):
        refuse_signature(file)
        raise FileError(f"The file {file.name!r} is not a parquet file: it starts with {file.head[:16]!r}.")


def _footer(con: Connection, file: Peek, path: Literal, scan: TableFunction) -> tuple[list[tuple[str, int]], int]:
    import duckdb

    try:
        tree = TableFunction("parquet_schema", (path,), {})
        children = call("coalesce", name("num_children"), 0)
        schema = con.execute(text(select(name("name"), children, source=tree))).fetchall()
        facts = TableFunction("parquet_file_metadata", (path,), {})
        rows = con.execute(text(select(name("num_rows"), source=facts))).fetchall()[0][0]
        con.execute(describe(select(source=scan)))
    except duckdb.Error as error:
        raise FileError(f"The parquet file {file.name!r} is cut off or damaged: {error}") from error
    return schema, rows


def _top_level(schema: list[tuple[str, int]]) -> Iterator[str]:
    """The names of a flattened schema tree that are children of its root."""
    position = 1
    for _ in range(schema[0][1]):
        yield schema[position][0]
        position = _after(schema, position)


def _after(schema: list[tuple[str, int]], position: int) -> int:
    """Where the node after `position` and all below it stands."""
    open_nodes = 1
    while open_nodes:
        open_nodes += schema[position][1] - 1
        position += 1
    return position
