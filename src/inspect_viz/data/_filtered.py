"""Tables made of a table: rows that meet a condition, the first rows, the answer to a SELECT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from inspect_viz._engine import Engine, QueryError, connected, select

from ._frame_sources import FrameSource
from ._levels import Levels
from ._names import mentioned
from ._reader import TableReader


@dataclass(frozen=True)
class _Asked:
    """A table, as an engine knows it."""

    reader: TableReader


def filtered(reader: TableReader, condition: str) -> TableReader:
    """A reader of the rows for which a condition in SQL holds; ValueError where there is none."""
    from ._where import rows_where

    every = table_of(reader, "SELECT * FROM data")
    table = rows_where(every, condition)
    if not table.num_rows:
        raise ValueError(f"where={condition!r} is true of none of {every.num_rows:,} rows")
    return _read(reader, table)


def first(reader: TableReader, most: int) -> TableReader:
    """A reader of the first rows."""
    return _read(reader, table_of(reader, f"SELECT * FROM data LIMIT {most}"))


def answered(reader: TableReader, query: str) -> TableReader:
    """A reader of the answer to one SELECT over a table, called `data`; QueryError if it cannot be answered."""
    if not isinstance(query, str) or not query.strip():
        raise TypeError(f"query={query!r} must be the text of a SELECT, such as 'SELECT * FROM data LIMIT 10'")
    try:
        table = table_of(reader, query)
    except QueryError as error:
        raise type(error)(f"sql: {error}") from error
    return _read(reader, table)


def extended(reader: TableReader, rows: Sequence[int], columns: Mapping[str, Sequence[object]]) -> TableReader:
    """A reader of some rows, in this order, with further columns.

    Args:
        reader: The table.
        rows: Their numbers, from 0.
        columns: Values for these rows, by names that the table does not have; numbers where there are any, else text.
    """
    import pyarrow as pa  # type: ignore[import-untyped]

    table = table_of(reader, "SELECT * FROM data").take(pa.array(rows, pa.int64()))
    for name, values in columns.items():
        kind = pa.float64() if any(isinstance(value, float) for value in values) else pa.string()
        table = table.append_column(name, pa.array(values, kind))
    return _read(reader, table)


def table_of(reader: TableReader, query: str) -> Any:
    """The answer to a SELECT, for which only the columns that it needs are read."""
    import pyarrow as pa

    with connected() as con:
        needed = mentioned(select(con, query, ["data"]), reader.names)
    columns = {"data": [reader.names[i] for i in needed]}
    with closing(Engine({"data": _Asked(reader)}, columns)) as engine:
        return pa.ipc.open_stream(engine.arrow(query)).read_all()


def _read(reader: TableReader, table: Any) -> TableReader:
    names, declared = tuple(table.column_names), _declared(reader, table.column_names)
    source = FrameSource(reader.source.label, names, table.num_rows, table.column, declared=declared)
    return TableReader(source, evaluations=reader.evaluations)


def _declared(reader: TableReader, names: Sequence[str]) -> Levels:
    """The orders of values that columns of the same names declare."""
    known = {name: reader.source.levels(i) for i, name in enumerate(reader.names)}
    return {i: known[name] for i, name in enumerate(names) if known.get(name)}


__all__ = ["answered", "extended", "filtered", "first", "table_of"]
