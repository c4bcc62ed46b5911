"""The columns of a source as SQL sees them: their own names, types that a picture can use."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_viz._engine import Connection
from inspect_viz._sql import (
    Cast,
    Expression,
    Rows,
    Select,
    any_of,
    call,
    create_view,
    describe,
    literal,
    name,
    select,
    text,
)

from ._source import Source, physical

EXACT = 2**53
"""Up to here every whole number is exact in JavaScript."""

_LONG = {"BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT"}
_AS_TEXT = {"UUID", "JSON", "NULL", '"NULL"', "BIT"}
_PLAINER = {"TIMESTAMP_S": "TIMESTAMP", "TIMESTAMP_MS": "TIMESTAMP", "TIME_NS": "TIME", "TIME WITH TIME ZONE": "TIME"}
"""Types that Mosaic does not know, and those that hold the same."""


class Projection:
    """The columns of a source as SQL sees them.

    Args:
        source: Where the rows come from.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.wide: dict[int, bool] = {}

    def create(self, con: Connection, view: str, positions: Sequence[int], keep: bool) -> dict[int, str]:
        """Make the view `view` of the columns at `positions`; returns their types as the view shows them.

        Whole numbers that pass 2^53 become text, decimals become doubles, enumerations and the like text, moments to
        the second those to the microsecond.
        """
        scan = self.source.scan(con, f"_{view}", positions, keep)
        kinds = _kinds(con, scan)
        self._find_wide(con, scan, [i for i in positions if kinds[physical(i)] in _LONG])
        shown = {i: self._shown(i, kinds[physical(i)]) for i in positions}
        columns = tuple((self.source.names[i], _column(i, kinds[physical(i)], shown[i])) for i in positions)
        con.execute(create_view(view, Select(columns or (("_", literal(1)),), scan)))
        return shown

    def _find_wide(self, con: Connection, scan: Rows, positions: Sequence[int]) -> None:
        self.wide.update({i: known for i in positions if (known := self.source.wide(i)) is not None})
        unknown = [i for i in positions if i not in self.wide]
        if unknown:
            tests = [_passes(name(physical(i))) for i in unknown]
            found = con.execute(text(select(*tests, source=scan))).fetchall()[0]
            self.wide.update({i: bool(passes) for i, passes in zip(unknown, found, strict=True)})

    def _shown(self, position: int, kind: str) -> str:
        if kind in _LONG:
            return "VARCHAR" if self.wide[position] else "BIGINT"
        if kind.startswith("DECIMAL"):
            return "DOUBLE"
        if kind.startswith("ENUM") or kind in _AS_TEXT:
            return "VARCHAR"
        return _PLAINER.get(kind, kind)


def _passes(column: Expression) -> Expression:
    """Whether whole numbers pass 2^53."""
    return any_of([call("min", column).below(-EXACT), call("max", column).above(EXACT)])


def _column(position: int, kind: str, shown: str) -> Expression:
    column = name(physical(position))
    return column if kind == shown else Cast(column, shown)


def _kinds(con: Connection, scan: Rows) -> dict[str, str]:
    return {row[0]: str(row[1]) for row in con.execute(describe(select(source=scan))).fetchall()}
