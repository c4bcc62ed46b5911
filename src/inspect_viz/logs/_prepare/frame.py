"""Frames of any kind: a column read as Arrow, and a frame of the same kind with more columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from inspect_viz._util.suggest import did_you_mean, listing
from inspect_viz.data._frame_sources import FrameSource
from inspect_viz.data._frames import frame_source

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

Frame = TypeVar("Frame")
Columns = Mapping[str, "pa.ChunkedArray"]

_ACCEPTED = "a pandas or Polars data frame, a PyArrow table or another frame in memory that narwhals knows"


def opened(data: object) -> FrameSource:
    """The columns of `data`, each of which becomes Arrow when it is read.

    Raises:
        TypeError: If it is no data frame to which columns can be added.
        ValueError: If it has no columns.
    """
    _writer(data)
    source = frame_source(data)
    if not isinstance(source, FrameSource):
        raise TypeError(_refusal(data))
    return source


def column(source: FrameSource, name: str, need: str) -> pa.ChunkedArray:
    """A column as a chunked array without dictionaries.

    Args:
        source: The columns.
        name: Which one.
        need: Who needs it: the beginning of the sentence of an error.

    Raises:
        ValueError: If no column, or more than one, has this name.
    """
    import pyarrow as pa

    check_column(source, name, need)
    found = source.column(source.names.index(name))
    chunks = found if isinstance(found, pa.ChunkedArray) else pa.chunked_array([found])
    return chunks.cast(chunks.type.value_type) if pa.types.is_dictionary(chunks.type) else chunks


def check_column(source: FrameSource, name: str, need: str) -> None:
    """Raise a ValueError unless exactly one column has the name."""
    count = source.names.count(name)
    if count == 0:
        hint = did_you_mean(name, source.names)
        raise ValueError(f"{need}: {name!r} is not a column of data; columns: {listing(source.names)}.{hint}")
    if count > 1:
        raise ValueError(f"{need}: data has {count} columns named {name!r}; names must be unique")


def check_names(need: str, **names: object) -> None:
    """Raise a ValueError unless each argument is a name that a column can have."""
    for argument, name in names.items():
        if not isinstance(name, str) or not name:
            raise ValueError(f"{need}: {argument}={name!r} must be the name of a column")


def with_columns(data: Frame, source: FrameSource, columns: Columns, need: str) -> Frame:
    """A frame of the same kind: columns that are there are replaced where they stand, others come last.

    Args:
        data: The frame, which stays as it is.
        source: Its columns.
        columns: Chunked arrays by name.
        need: Who adds them: the beginning of the sentence of an error.

    Raises:
        ValueError: If a column to replace occurs more than once.
    """
    for name in columns:
        if name in source.names:
            check_column(source, name, need)
    result: Frame = _writer(data)(data, source.names, columns)
    return result


def _refusal(data: object) -> str:
    kind = type(data)
    hint = " Collect it first." if hasattr(data, "collect") else ""
    return f"data must be {_ACCEPTED}, not {kind.__module__}.{kind.__qualname__}.{hint}"


def _writer(data: object) -> Callable[[Any, Sequence[str], Columns], Any]:
    import narwhals as nw

    if isinstance(data, nw.DataFrame):
        return _wrapped
    if nw.dependencies.is_pandas_dataframe(data):
        return _pandas
    if nw.dependencies.is_pyarrow_table(data):
        return _pyarrow
    if not isinstance(nw.from_native(data, pass_through=True), nw.DataFrame):
        raise TypeError(_refusal(data))
    return _narwhals


def _pandas(data: Any, names: Sequence[str], columns: Columns) -> Any:
    copy = data.assign()  # a deep copy before pandas 3, which copies on write
    for name, values in columns.items():
        if name in names:
            copy.isetitem(names.index(name), _pandas_values(values))
        else:
            copy[name] = _pandas_values(values)
    return copy


def _pandas_values(values: pa.ChunkedArray) -> Any:
    """Numbers as numpy's, as pandas computes with them; texts and dates as Arrow's, which keep their type."""
    import pandas as pd
    import pyarrow as pa

    return values.to_numpy() if pa.types.is_floating(values.type) else pd.arrays.ArrowExtensionArray(values)


def _pyarrow(data: pa.Table, names: Sequence[str], columns: Columns) -> pa.Table:
    for name, values in columns.items():
        data = data.set_column(names.index(name), name, values) if name in names else data.append_column(name, values)
    return data.replace_schema_metadata(_metadata(data.schema.metadata, columns))


def _metadata(metadata: Mapping[bytes, bytes] | None, columns: Columns) -> Mapping[bytes, bytes] | None:
    """The metadata of a schema, without what pandas noted about the types of columns that are replaced."""
    try:
        noted = json.loads((metadata or {})[b"pandas"])
        noted["columns"] = [entry for entry in noted["columns"] if entry["name"] not in columns]
    except (LookupError, TypeError, ValueError):
        return metadata
    return {**(metadata or {}), b"pandas": json.dumps(noted).encode()}


def _narwhals(data: Any, names: Sequence[str], columns: Columns) -> Any:
    import narwhals as nw
    import pyarrow as pa

    frame = nw.from_native(data, eager_only=True)
    fresh = nw.from_arrow(pa.table(dict(columns)), backend=frame.implementation)
    return frame.with_columns(*fresh.iter_columns()).to_native()


def _wrapped(data: Any, names: Sequence[str], columns: Columns) -> Any:
    import narwhals as nw

    native = data.to_native()
    return nw.from_native(_writer(native)(native, names, columns), eager_only=True)
