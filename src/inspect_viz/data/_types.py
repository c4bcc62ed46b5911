"""The types of a table's columns, each found when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol


class Typed(Protocol):
    """A table that knows the types of its columns."""

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order; they may repeat."""

    def kind(self, position: int) -> str:
        """The DuckDB type of a column."""


class Types(Mapping[str, str]):
    """Column name to DuckDB type."""

    def __init__(self, table: Typed) -> None:
        self._table = table

    def __getitem__(self, column: str) -> str:
        names = self._table.names
        if column not in names:
            raise KeyError(column)
        return self._table.kind(names.index(column))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._table.names))

    def __len__(self) -> int:
        return len(set(self._table.names))

    def __repr__(self) -> str:
        return repr(dict(self))
