"""Values of any kind as Arrow columns that DuckDB can read."""

from __future__ import annotations

from collections.abc import Container, Iterable
from numbers import Real
from typing import Any


def arrow_column(values: Any) -> Any:
    """`values` as a PyArrow array: as what they are where Arrow has a type for all of them, else as their texts.

    Args:
        values: A list, numpy array, pandas Series or anything else that iterates.
    """
    import pyarrow as pa  # type: ignore[import-untyped]

    try:
        found = pa.array(values, from_pandas=True)
        if pa.types.is_null(found.type) and any(isinstance(value, float) for value in values):
            return found.cast(pa.float64())
        column = readable(found)
    except (pa.ArrowException, ValueError, TypeError, OverflowError, NotImplementedError):
        return _text_column(values)
    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    return _text_column(values) if isinstance(kind, pa.BaseExtensionType) else column


def readable(column: Any) -> Any:
    """A PyArrow column whose type DuckDB knows, with the same values."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_null(kind):
        return column.cast(pa.string())
    if pa.types.is_float16(kind):
        return column.cast(pa.float32())
    if pa.types.is_decimal256(kind):
        return column.cast(pa.float64())
    return column


def _text_column(values: Iterable[Any]) -> Any:
    """The texts of values; a text stands in quotes where it is also the text of another kind of value, as 1 and "1"."""
    import pyarrow as pa

    found = [None if _is_missing(value) else value for value in values]
    others = {text_of(value) for value in found if value is not None and not isinstance(value, str)}
    return pa.array([None if value is None else _told(value, others) for value in found], type=pa.string())


def _told(value: Any, others: Container[str]) -> str:
    text = text_of(value)
    return f'"{text}"' if isinstance(value, str) and text in others else text


def text_of(value: Any) -> str:
    """A value as text."""
    return str(value).encode("utf-8", "backslashreplace").decode()


def _is_missing(value: Any) -> bool:
    """None, NaN, NaT and pandas' NA: what pandas calls missing, told by types so that no frame library is needed."""
    return value is None or type(value).__name__ in ("NAType", "NaTType") or _is_nan(value)


def _is_nan(value: Any) -> bool:
    return isinstance(value, Real) and bool(value != value)
