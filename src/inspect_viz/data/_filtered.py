"""Rows of a table that meet a condition."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from ._frame_sources import FrameSource
from ._reader import TableReader


@dataclass(frozen=True)
class _Asked:
    """A table, as an engine knows it."""

    reader: TableReader


def filtered(reader: TableReader, condition: str) -> TableReader:
    """A reader of the rows for which a condition in SQL holds; ValueError where there is none."""
    import pyarrow as pa  # type: ignore[import-untyped]

    from inspect_viz._engine import Engine

    from ._where import rows_where

    with closing(Engine({"data": _Asked(reader)})) as engine:
        every = pa.ipc.open_stream(engine.arrow("SELECT * FROM data")).read_all()
    table = rows_where(every, condition)
    if not table.num_rows:
        raise ValueError(f"where={condition!r} is true of none of {every.num_rows:,} rows")
    source = FrameSource(reader.source.label, tuple(table.column_names), table.num_rows, table.column)
    return TableReader(source, evaluations=reader.evaluations)


__all__ = ["filtered"]
