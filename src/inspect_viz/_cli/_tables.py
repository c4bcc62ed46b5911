"""Tables that are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspect_viz.data import Data


def read_table(path: str, where: str | None) -> Data:
    """The table in a file, or those of its rows that meet a condition in SQL.

    Raises:
        ValueError: If the condition cannot be answered, or no row meets it.
    """
    from inspect_viz.data import Data

    data = Data.from_file(path)
    return data if where is None else _rows(data, where)


def _rows(data: Data, where: str) -> Data:
    from contextlib import closing

    import pyarrow as pa  # type: ignore[import-untyped]

    from inspect_viz._engine import Engine
    from inspect_viz.data._frame_sources import FrameSource
    from inspect_viz.data._reader import TableReader
    from inspect_viz.logs._table.where import rows_where

    with closing(Engine({"data": data})) as engine:
        every = pa.ipc.open_stream(engine.arrow("SELECT * FROM data")).read_all()
    table = rows_where(every, where)
    if not table.num_rows:
        raise ValueError(f"where={where!r} is true of none of {every.num_rows:,} rows")
    source = FrameSource(data.reader.source.label, tuple(table.column_names), table.num_rows, table.column)
    return data.replaced(TableReader(source))
