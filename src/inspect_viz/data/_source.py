"""What every kind of table offers, below `Data`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .._engine import Connection


class Source(Protocol):
    """Something with named columns that DuckDB can scan. Columns are taken by position: names may repeat."""

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""

    @property
    def label(self) -> str:
        """Where the rows come from, for people."""

    def files(self) -> list[str]:
        """The absolute paths that a scan reads."""

    def scan(self, con: Connection, name: str, positions: Sequence[int]) -> str:
        """SQL of a relation with these columns in this order, named by `physical`; `name` is free for use in `con`."""


def physical(position: int) -> str:
    """The name of a column inside a scan, which repeats never and means nothing."""
    return f"c{position}"
