"""Data frames as sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .._engine import Connection, quote_identifier
from ._source import Source, physical


@dataclass(frozen=True)
class PandasSource:
    """A pandas frame; its index is not a column."""

    frame: Any

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(str(label) for label in self.frame.columns)

    @property
    def label(self) -> str:
        return "pandas data frame"

    def files(self) -> list[str]:
        return []

    def scan(self, con: Connection, name: str, positions: Sequence[int]) -> str:
        narrow = self.frame.iloc[:, list(positions)].copy(deep=False)
        narrow.columns = [physical(i) for i in positions]
        con.register(f"_{name}", narrow)
        return quote_identifier(f"_{name}")


def frame_source(df: object) -> Source:
    """The source that reads `df`."""
    return PandasSource(df)
