"""Columns by their distinct values: each value is looked at once, then spread over the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_ROWS = 1 << 18
"""Rows of one chunk of joined texts, which must stay below 2 GB."""


@dataclass(frozen=True)
class Distinct:
    """The distinct values of a column, and where they stand.

    Args:
        values: An Arrow array of the values, without null.
        places: For each chunk of the column an Arrow array of positions in `values`, null where the column is.
    """

    values: pa.Array
    places: Sequence[pa.Array]

    def spread(self, fresh: pa.Array) -> pa.ChunkedArray:
        """A column with the values of `fresh`, an Arrow array as long as `values`, where the old ones stood."""
        import pyarrow as pa

        return pa.chunked_array([fresh.take(places) for places in self.places], fresh.type)


def distinct(column: pa.ChunkedArray) -> Distinct:
    """The distinct values of a chunked array of any type."""
    import pyarrow as pa

    try:
        chunks = column.dictionary_encode().unify_dictionaries().chunks
    except pa.ArrowNotImplementedError:
        return _distinct_by_repr(column)
    values = chunks[0].dictionary if chunks else pa.array([], column.type)
    return Distinct(values, [chunk.indices for chunk in chunks])


def _distinct_by_repr(column: pa.ChunkedArray) -> Distinct:
    """For lists and structures, of which Arrow makes no dictionaries."""
    import pyarrow as pa

    codes: dict[str, int] = {}
    values: list[Any] = []
    places: list[int | None] = []
    for value in column.to_pylist():
        code = None if value is None else codes.setdefault(repr(value), len(codes))
        if code == len(values):
            values.append(value)
        places.append(code)
    return Distinct(pa.array(values, column.type), [pa.array(places, pa.int32())])


def texts(values: pa.Array) -> pa.StringArray:
    """An Arrow array as texts; whole numbers have no point, since pandas makes floats of integers beside nulls."""
    import pyarrow as pa

    kind = values.type
    if pa.types.is_integer(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return values.cast(pa.string())
    return pa.array([_text(value) for value in values.to_pylist()], pa.string())


def _text(value: Any) -> str | None:
    if isinstance(value, float):
        return None if value != value else str(int(value)) if value.is_integer() else str(value)
    return None if value is None else str(value)


def joined(*columns: pa.ChunkedArray) -> pa.ChunkedArray:
    """The texts of several columns put together row by row, null where one of them is null."""
    import pyarrow as pa
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    table = pa.table(list(columns), [str(i) for i in range(len(columns))])
    batches = table.to_batches(max_chunksize=_ROWS)
    return pa.chunked_array([pc.binary_join_element_wise(*batch.columns, "") for batch in batches], pa.string())
