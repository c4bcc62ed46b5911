"""The rows that count: of a sample that several logs of one run hold, those of the log that stands for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._engine import Connection, quote_literal

from ._names import positions_of
from ._reader import TableReader
from ._source import Source, physical

if TYPE_CHECKING:
    from ._data import Data


@dataclass(frozen=True)
class StandingSource:
    """A source without rows that others replace.

    Args:
        source: All rows.
        key: The position of the column that names logs.
        ranks: Log to the name of its run and its rank in it; the rows of the highest rank count.
        same: The positions of the columns that name what is held several times.
    """

    source: Source
    key: int
    ranks: Mapping[str, tuple[str, int]]
    same: tuple[int, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return self.source.names

    @property
    def label(self) -> str:
        return self.source.label

    @property
    def rows(self) -> int | None:
        return None

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

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> str:
        needed = sorted({*positions, self.key, *self.same})
        scan = self.source.scan(con, name, needed, keep)
        rank = self._case({log: str(rank) for log, (_, rank) in self.ranks.items()})
        run = self._case({log: quote_literal(run) for log, (run, _) in self.ranks.items()})
        parts = ", ".join([run, *map(physical, self.same)])
        columns = ", ".join(map(physical, positions)) or "1 AS _"
        return (
            f"(SELECT {columns} FROM {scan} QUALIFY coalesce({rank} = max({rank}) OVER (PARTITION BY {parts}), true))"
        )

    def _case(self, values: Mapping[str, str]) -> str:
        cases = " ".join(f"WHEN {quote_literal(log)} THEN {value}" for log, value in values.items())
        return f"CASE CAST({physical(self.key)} AS VARCHAR) {cases} END"


def standing(data: Data, key: str, ranks: Mapping[str, tuple[str, int]], same: Sequence[str]) -> Data:
    """The table without the rows of logs of which another log of the same run holds newer ones.

    Args:
        data: All rows.
        key: The column that names logs.
        ranks: Log to the name of its run and its rank in it; logs that are not here keep all rows.
        same: The columns that name what several logs of a run can hold.
    """
    reader = data.reader
    if not ranks:
        return data
    places = positions_of([key, *same], reader.names)
    place = {reader.names[position]: position for position in places}
    source = StandingSource(reader.source, place[key], ranks, tuple(place[column] for column in same))
    return data.replaced(TableReader(source, evaluations=reader.evaluations))
