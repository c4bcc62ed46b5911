"""Tables as callers get them: null where there is no number, lists as lists."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

FLAGS = ("telling",)
LISTS = ("failing", "links")


def finished(table: pa.Table) -> pa.Table:
    """The table with nulls for numbers that the scores do not define."""
    import pyarrow as pa

    return pa.table({name: _column(name, table[name]) for name in table.column_names})


def _column(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    if name in FLAGS:
        return column.cast(pa.bool_())
    if name in LISTS:
        return pa.chunked_array([[json.loads(text) for text in column.to_pylist()]], pa.list_(pa.string()))
    if pa.types.is_floating(column.type):
        return pc.if_else(pc.is_nan(column), pa.scalar(None, column.type), column)
    return column
