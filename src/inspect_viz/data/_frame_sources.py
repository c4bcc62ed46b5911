"""Sources over columns in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from inspect_viz._engine import Connection

from ._columns import readable
from ._levels import Levels
from ._source import physical


@dataclass(frozen=True)
class Kept:
    """The columns of a frame that was pickled."""

    columns: Mapping[int, Any]

    def __call__(self, position: int) -> Any:
        if position not in self.columns:
            raise ValueError("it could not be read when the table was pickled")
        return self.columns[position]


@dataclass(frozen=True)
class FrameSource:
    """Columns that are there; each becomes Arrow when it is first used.

    Args:
        label: What kind of frame it is.
        names: The column names.
        rows: How many rows there are.
        column: Gives the PyArrow column at a position.
        index: The names of the frame's index, None for one without a name; empty where it only counts the rows.
        declared: The order of the values of columns that declare one, by position.
    """

    label: str
    names: tuple[str, ...]
    rows: int
    column: Callable[[int], Any]
    index: tuple[str | None, ...] = ()
    declared: Levels = field(default_factory=dict)
    _columns: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def typed(self) -> bool:
        return False

    def hint(self, column: str) -> str:
        if column in self.index:
            return f" {column!r} is the index of the frame: use df.reset_index()."
        return " The frame has an index that is no column: use df.reset_index() to keep it." if self.index else ""

    def __reduce__(self) -> tuple[Any, ...]:
        columns = Kept({i: column for i in range(len(self.names)) if (column := self._kept(i)) is not None})
        return (FrameSource, (self.label, self.names, self.rows, columns, self.index, self.declared))

    def _kept(self, position: int) -> Any:
        """The column at a position, None where it cannot be read."""
        try:
            return self._columns[position] if position in self._columns else self.column(position)
        except Exception:
            return None

    def files(self) -> list[str]:
        return []

    def must_exist(self) -> None:
        return None

    def wide(self, position: int) -> bool | None:
        return None

    def levels(self, position: int) -> tuple[str, ...]:
        return self.declared.get(position, ())

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> str:
        for i in positions:
            if i not in self._columns:
                self._columns[i] = self.column(i)
        return _register(con, name, [self._columns[i] for i in positions], positions, self.rows)


@dataclass(frozen=True)
class LazySource:
    """Columns that a plan gives; those that are used are computed together, so that their rows belong together.

    Args:
        label: What kind of frame it is.
        names: The column names.
        collect: Gives the PyArrow table of the columns at some positions.
        declared: As for `FrameSource`.
    """

    label: str
    names: tuple[str, ...]
    collect: Callable[[Sequence[int]], Any]
    declared: Levels = field(default_factory=dict)
    _columns: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def rows(self) -> int | None:
        return next((len(column) for column in self._columns.values()), None)

    @property
    def typed(self) -> bool:
        return False

    def hint(self, column: str) -> str:
        return ""

    def __reduce__(self) -> tuple[Any, ...]:
        table = self.collect(range(len(self.names)))
        columns = Kept({i: readable(table.column(i)) for i in range(len(self.names))})
        return (FrameSource, (self.label, self.names, table.num_rows, columns, (), self.declared))

    def files(self) -> list[str]:
        return []

    def must_exist(self) -> None:
        return None

    def wide(self, position: int) -> bool | None:
        return None

    def levels(self, position: int) -> tuple[str, ...]:
        return self.declared.get(position, ())

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> str:
        wanted = list(positions) or [0]
        if not self._columns.keys() >= set(wanted):
            union = sorted({*wanted, *self._columns})
            fresh = self.collect(union)
            self._columns.update({i: readable(fresh.column(n)) for n, i in enumerate(union)})
        rows = self.rows or 0
        return _register(con, name, [self._columns[i] for i in positions], positions, rows)


def _register(con: Connection, name: str, columns: Sequence[Any], positions: Sequence[int], rows: int) -> str:
    import pyarrow as pa  # type: ignore[import-untyped]

    names = [physical(i) for i in positions]
    table = pa.table(list(columns), names) if columns else pa.table([pa.nulls(rows, pa.bool_())], ["_"])
    con.from_arrow(table).create_view(name, replace=True)
    return name
