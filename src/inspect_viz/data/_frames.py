"""Which kind of data frame it is, and the source that reads it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from inspect_viz._util.text import well_formed

from ._columns import arrow_column, readable
from ._database import collected
from ._frame_sources import FrameSource, LazySource
from ._levels import of_arrow, of_duckdb, of_pandas, of_polars
from ._source import Source

Opener: TypeAlias = "Callable[[Any], Source | None]"

_ACCEPTED = (
    "a pandas, Polars or narwhals data frame, a PyArrow table, a DuckDB relation, an object with the Arrow PyCapsule "
    "interface or a mapping of column names to values"
)


def frame_source(df: object) -> Source:
    """The source that reads `df`.

    Raises:
        TypeError: If it is no data frame.
        ValueError: If it has no columns.
    """
    openers = [] if isinstance(df, type) else _openers(df)
    source = next((found for opened in openers if (found := opened(df)) is not None), None)
    if source is None:
        raise TypeError(_refusal(df))
    if not source.names:
        raise ValueError("The data frame has no columns.")
    return source


def _openers(df: object) -> list[Opener]:
    """What may be able to read `df`, told by the packages that its classes come from: none is imported for it."""
    packages = {cls.__module__.partition(".")[0] for cls in type(df).__mro__}
    known = [opener for package, opener in _BY_PACKAGE.items() if package in packages]
    return [*known, _mapping, _capsule, _by_narwhals]


def _refusal(df: object) -> str:
    hint = ""
    if isinstance(df, str | os.PathLike):
        hint = " For a file use Data.from_file."
    elif isinstance(df, list | tuple):
        hint = " For rows use pandas.DataFrame(rows)."
    return f"df must be {_ACCEPTED}, not {type(df).__module__}.{type(df).__qualname__}.{hint}"


def _pandas(df: Any) -> Source | None:
    import pandas as pd

    if not isinstance(df, pd.DataFrame):
        return None
    frame = df.copy(deep=False)
    names, index = _named(frame.columns), _index(frame.index)
    levels = of_pandas(frame)
    return FrameSource("pandas", names, len(frame), lambda i: arrow_column(_dense(frame.iloc[:, i])), index, levels)


def _index(index: Any) -> tuple[str | None, ...]:
    """The names of an index that says more than the numbers of rows."""
    import pandas as pd

    names = tuple(None if name is None else str(name) for name in index.names)
    return () if isinstance(index, pd.RangeIndex) and names == (None,) else names


def _dense(series: Any) -> Any:
    import pandas as pd

    return series.sparse.to_dense() if isinstance(series.dtype, pd.SparseDtype) else series


def _polars(df: Any) -> Source | None:
    import polars as pl

    if isinstance(df, pl.LazyFrame):
        return _by_narwhals(df)
    if not isinstance(df, pl.DataFrame):
        return None
    levels = of_polars(df.schema)
    return FrameSource(
        "polars", _named(df.columns), df.height, lambda i: _polars_column(df.to_series(i)), declared=levels
    )


def _polars_column(series: Any) -> Any:
    import polars as pl

    plain = series.dtype not in (pl.Object, pl.Int128)
    return readable(series.to_arrow()) if plain else arrow_column(series.to_list())


def _pyarrow(df: Any) -> Source | None:
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.dataset as ds  # type: ignore[import-untyped]

    if isinstance(df, pa.RecordBatchReader):
        return _table(df.read_all(), "pyarrow")
    if isinstance(df, pa.RecordBatch):
        return _table(pa.Table.from_batches([df]), "pyarrow")
    if isinstance(df, ds.Dataset):
        return LazySource("pyarrow dataset", _named(df.schema.names), partial(_from_dataset, df))
    return _table(df, "pyarrow") if isinstance(df, pa.Table) else None


def _from_dataset(dataset: Any, positions: Sequence[int]) -> Any:
    return dataset.to_table(columns=[dataset.schema.names[i] for i in positions])


def _duckdb(df: Any) -> Source | None:
    import duckdb

    if not isinstance(df, duckdb.DuckDBPyRelation):
        return None
    return LazySource("duckdb", _named(df.columns), partial(collected, df), of_duckdb(df))


def _narwhals(df: Any) -> Source | None:
    import narwhals as nw

    native = nw.to_native(df, pass_through=True)
    return None if native is df else frame_source(native)


def _mapping(df: Any) -> Source | None:
    if not isinstance(df, Mapping):
        return None
    columns = [arrow_column(_values(name, values)) for name, values in df.items()]
    lengths = {str(name): len(column) for name, column in zip(df, columns, strict=True)}
    if len(set(lengths.values())) > 1:
        raise ValueError(f"All columns must have the same length, but the lengths are {lengths}.")
    rows, levels = max(lengths.values(), default=0), of_arrow(columns)
    return FrameSource("mapping", _named(df), rows, columns.__getitem__, declared=levels)


def _values(name: object, values: Any) -> Any:
    if isinstance(values, str | bytes | Mapping) or not hasattr(values, "__iter__"):
        raise TypeError(f"The column {name!r} must be a sequence of values, not {values!r}.")
    return values if hasattr(values, "__len__") else list(values)


def _capsule(df: Any) -> Source | None:
    import pyarrow as pa

    if not hasattr(df, "__arrow_c_stream__") and not hasattr(df, "__arrow_c_array__"):
        return None
    try:
        return _table(pa.table(df), type(df).__name__)
    except (TypeError, ValueError, pa.ArrowException):
        return None


def _by_narwhals(df: Any) -> Source | None:
    import narwhals as nw

    frame = nw.from_native(df, pass_through=True)
    label = type(df).__module__.partition(".")[0]
    if isinstance(frame, nw.DataFrame):
        return _table(frame.to_arrow(), label)
    if isinstance(frame, nw.LazyFrame):
        schema = frame.collect_schema()
        return LazySource(f"{label} lazy frame", _named(schema), partial(_collect, frame), of_polars(schema))
    return None


def _collect(frame: Any, positions: Sequence[int]) -> Any:
    import narwhals as nw

    return frame.select(nw.nth(*positions)).collect(backend="pyarrow").to_native()


def _table(table: Any, label: str) -> Source:
    names, levels = _named(table.column_names), of_arrow(table.columns)
    return FrameSource(label, names, table.num_rows, lambda i: readable(table.column(i)), declared=levels)


def _named(labels: Any) -> tuple[str, ...]:
    return tuple(well_formed(str(label)) for label in labels)


_BY_PACKAGE: dict[str, Opener] = {
    "pandas": _pandas,
    "polars": _polars,
    "pyarrow": _pyarrow,
    "duckdb": _duckdb,
    "_duckdb": _duckdb,
    "narwhals": _narwhals,
}
