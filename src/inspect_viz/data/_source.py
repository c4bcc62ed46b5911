"""What every kind of table offers, below `Data`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from inspect_viz._engine import Connection
from inspect_viz._sql import Rows


class Source(Protocol):
    """Something with named columns that DuckDB can scan. Columns are taken by position: names may repeat."""

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""

    @property
    def label(self) -> str:
        """Where the rows come from, for people."""

    @property
    def rows(self) -> int | None:
        """How many rows there are, where that is known without looking."""

    @property
    def typed(self) -> bool:
        """Whether the types of all columns are known without reading values."""

    def hint(self, column: str) -> str:
        """What may be meant by a name that is no column: a sentence with a leading space, or an empty text."""

    def files(self) -> list[str]:
        """The absolute paths that a scan reads later on."""

    def must_exist(self) -> None:
        """Raise a `MissingFileError` if what is scanned is gone."""

    def wide(self, position: int) -> bool | None:
        """Whether a whole-number column passes 2^53, where that is known."""

    def levels(self, position: int) -> tuple[str, ...]:
        """The texts of all values of a column in the order that the data declare; empty where they declare none."""

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> Rows:
        """Rows with the columns at `positions`, named by `physical`.

        `name` is free in `con`. With `keep`, sources that are slow to scan are read now, once.
        """


@dataclass(frozen=True)
class SourceAround:
    """A source that offers what another one does, but for what its own kind says otherwise."""

    source: Source

    @property
    def names(self) -> tuple[str, ...]:
        return self.source.names

    @property
    def label(self) -> str:
        return self.source.label

    @property
    def rows(self) -> int | None:
        return self.source.rows

    @property
    def typed(self) -> bool:
        return self.source.typed

    def hint(self, column: str) -> str:
        return self.source.hint(column)

    def files(self) -> list[str]:
        return self.source.files()

    def must_exist(self) -> None:
        self.source.must_exist()

    def wide(self, position: int) -> bool | None:
        return self.source.wide(position)

    def levels(self, position: int) -> tuple[str, ...]:
        return self.source.levels(position)

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> Rows:
        return self.source.scan(con, name, positions, keep)


def physical(position: int) -> str:
    """The name of a column inside a scan, which repeats never and means nothing."""
    return f"c{position}"
