"""The order of categories: what columns of data frames declare, as position -> texts of all values, and what occurs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

from ._columns import text_of

Levels: TypeAlias = Mapping[int, tuple[str, ...]]

MANY = 1000
"""So many values and more have no order of their own on an axis."""


def of_pandas(frame: Any) -> Levels:
    """Those of ordered categories."""
    ordered = {i: kind for i, kind in enumerate(frame.dtypes) if getattr(kind, "ordered", False)}
    return {i: _texts(kind.categories) for i, kind in ordered.items()}


def of_polars(schema: Mapping[str, Any]) -> Levels:
    """Those of enumerations, in a schema of Polars or narwhals."""
    enums = {i: kind for i, kind in enumerate(schema.values()) if type(kind).__name__ == "Enum"}
    return {i: _texts(kind.categories) for i, kind in enums.items()}


def of_arrow(columns: Iterable[Any]) -> Levels:
    """Those of ordered dictionaries, of PyArrow's arrays or chunked arrays."""
    import pyarrow as pa  # type: ignore[import-untyped]

    ordered = {i: c for i, c in enumerate(columns) if pa.types.is_dictionary(c.type) and c.type.ordered}
    return {i: found for i, column in ordered.items() if (found := _texts(_dictionary(column)))}


def of_duckdb(relation: Any) -> Levels:
    """Those of enumerations."""
    enums = {i: kind for i, kind in enumerate(relation.types) if kind.id == "enum"}
    return {i: _texts(dict(kind.children)["values"]) for i, kind in enums.items()}


def among(declared: tuple[str, ...], found: Collection[str | None]) -> Mapping[str | None, bool]:
    """The declared values, None last, each with whether it was found; empty where something else was, too."""
    levels = (*declared, None)
    return {level: level in found for level in levels} if len(found) < MANY and {*found} <= {*levels} else {}


def in_order(found: Collection[int | None]) -> Mapping[str | None, bool]:
    """The texts of numbers in the order of numbers, None last; empty where they are too many for an axis."""
    if len(found) >= MANY:
        return {}
    texts = (str(number) for number in sorted(number for number in found if number is not None))
    return dict.fromkeys((*texts, *([None] if None in found else [])), True)


def _dictionary(column: Any) -> list[Any]:
    """Values of a dictionary; each chunk of a column has one."""
    if not hasattr(column, "chunks"):
        return list(column.dictionary.to_pylist())
    chunks = column.unify_dictionaries().chunks
    return list(chunks[0].dictionary.to_pylist()) if chunks else []


def _texts(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(map(text_of, values))
