"""Parquet files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from inspect_viz._engine import Connection
from inspect_viz._sql import Literal, Position, TableFunction, call, describe, literal, name, select, text

from ._errors import FileError
from ._file_source import FileSource, FilesSource, pattern
from ._peek import Peek, peek, refuse_signature

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


def parquet_files(con: Connection, base: str, paths: Sequence[str], keys: Mapping[str, str]) -> FilesSource:
    """The source for parquet files with the columns of all of them.

    Args:
        con: Where to look.
        base: The folder that they lie in.
        paths: Absolute paths.
        keys: The keys that folders below `base` name, with their types; their columns come last.

    Raises:
        FileError: If one is cut off, damaged or no parquet, or types differ too much.
    """
    import duckdb

    for path in paths:
        _must_be_parquet(peek(path, gzipped=False))
    files = call("list_value", *(literal(pattern(path)) for path in paths))
    options = {"union_by_name": True, "hive_partitioning": bool(keys), "hive_types_autocast": False}
    scan = TableFunction("read_parquet", (files,), options)
    try:
        found = [str(row[0]) for row in con.execute(describe(select(source=scan))).fetchall()]
        facts = select(call("sum", name("num_rows")), source=TableFunction("parquet_file_metadata", (files,), {}))
        rows = int(con.execute(text(facts)).fetchall()[0][0])
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise FileError(f"The parquet files of {base!r} cannot be read as one table: {reason}") from error
    folders = {part.partition("=")[0] for part in paths[0].split(os.sep)[:-1] if "=" in part} if keys else set()
    own = [i for i, column in enumerate(found) if column not in folders]
    return FilesSource(
        path=base,
        names=(*(found[i] for i in own), *keys),
        rows=rows,
        relation=scan,
        expressions=(*map(Position, own), *(name(key).cast(kind) for key, kind in keys.items())),
        parsed=False,
        paths=tuple(paths),
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
