"""The columns that a mark reads, found in its nodes; SQL is read by the database's own parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .expressions import sql_texts
from .nodes import Column, Mark, Transform


def columns_of(mark: Mark) -> frozenset[str]:
    """The columns of the mark's data that its options and notes name."""
    assert mark.data is not None
    named = {name for value in mark.options.values() for name in names(value)}
    texts = [text for value in mark.options.values() for text in sql_texts(value)]
    if mark.notes is not None:
        named.update(mark.notes.columns())
        texts += mark.notes.sql()
    return frozenset(named.union(*map(mark.data.reader.columns_in, texts)))


def names(value: object) -> Iterator[str]:
    """The columns in a value, nested ones included, without those in SQL."""
    if isinstance(value, Column):
        yield value.name
    for part in parts(value):
        yield from names(part)


def parts(value: object) -> Iterable[object]:
    if isinstance(value, Transform):
        return [*value.args, *value.options.values()]
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else ()
