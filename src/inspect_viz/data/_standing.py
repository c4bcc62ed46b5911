"""The rows that count: of a sample that several logs of one run hold, those of the log that stands for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._engine import Connection
from inspect_viz._sql import Expression, Rows, Select, call, case, literal, select
from inspect_viz._sql import name as column

from ._names import positions_of
from ._reader import TableReader
from ._source import SourceAround, physical

if TYPE_CHECKING:
    from ._data import Data


STANDS = "stands"
"""The column that says, within a scan, whether a row counts."""


@dataclass(frozen=True)
class StandingSource(SourceAround):
    """A source without rows that others replace.

    Args:
        source: All rows.
        key: The position of the column that names logs.
        ranks: Log to the name of its run and its rank in it; the rows of the highest rank count.
        same: The positions of the columns that name what is held several times.
    """

    key: int
    ranks: Mapping[str, tuple[str, int]]
    same: tuple[int, ...]

    @property
    def rows(self) -> int | None:
        return None

    def scan(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> Rows:
        needed = sorted({*positions, self.key, *self.same})
        rows = self.source.scan(con, name, needed, keep)
        log = _at(self.key).as_text()
        rank = case({log.equals(own): literal(rank) for own, (_, rank) in self.ranks.items()})
        run = case({log.equals(own): literal(run) for own, (run, _) in self.ranks.items()})
        newest = call("max", rank).over(groups=[run, *map(_at, self.same)])
        marked = select(*map(_at, needed), **{STANDS: rank.same(newest)}, source=rows)
        columns = tuple((None, _at(position)) for position in positions) or (("_", literal(1)),)
        return Select(columns, marked).where(column(STANDS))


def _at(position: int) -> Expression:
    return column(physical(position))


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
