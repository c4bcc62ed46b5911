"""What every kind of table offers, below `Data`."""

from __future__ import annotations

from collections.abc import Sequence
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

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> Rows:
        """Rows with the columns at `positions`, named by `physical`.

        `name` is free in `con`. With `keep`, sources that are slow to scan are read now, once.
        """


def physical(position: int) -> str:
    """The name of a column inside a scan, which repeats never and means nothing."""
    return f"c{position}"
