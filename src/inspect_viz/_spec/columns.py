"""The columns that a mark reads, found in its nodes; SQL is read by the database's own parser."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from inspect_viz._params import Param

from .expressions import sql_texts
from .nodes import Column, ColumnParam, Mark, Transform

if TYPE_CHECKING:
    from inspect_viz.data import Data


def columns_of(mark: Mark) -> frozenset[str]:
    """The columns of the mark's data that its options and notes name."""
    assert mark.data is not None
    named = {*columns_in(mark, mark.options)}
    texts: list[str] = []
    if mark.notes is not None:
        named.update(mark.notes.columns())
        texts += mark.notes.sql()
    return frozenset(named.union(*map(mark.data.reader.columns_in, texts)))


def columns_in(mark: Mark, keys: Collection[str]) -> frozenset[str]:
    """The columns of the mark's data that some of its options name."""
    if mark.data is None:
        return frozenset()
    values = [mark.options[key] for key in keys if key in mark.options]
    named = frozenset(name for value in values for name in names(value))
    return named.union(*(mark.data.reader.columns_in(text) for value in values for text in sql_texts(value)))


def columns_of_table(data: Data, values: Iterable[object]) -> frozenset[str]:
    """The columns of the data that the columns of a table name."""
    found = list(values)
    named = frozenset(name for value in found for name in names(value))
    return named.union(*(data.reader.columns_in(text) for value in found for text in sql_texts(value)))


def names(value: object) -> Iterator[str]:
    """The columns in a value, nested ones included, without those in SQL."""
    if isinstance(value, Column):
        yield value.name
    if isinstance(value, ColumnParam) and isinstance(value.param.default, str):
        yield value.param.default
    for part in parts(value):
        yield from names(part)


def column_params(value: object) -> Iterator[Param]:
    """The params in a value that hold names of columns."""
    if isinstance(value, ColumnParam):
        yield value.param
    for part in parts(value):
        yield from column_params(part)


def parts(value: object) -> Iterable[object]:
    if isinstance(value, Transform):
        return [*value.args, *value.options.values()]
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else ()
