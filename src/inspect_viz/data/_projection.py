"""The columns of a source as SQL sees them: their own names, types that a picture can use."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_viz._engine import Connection, quote_identifier

from ._source import Source, physical

EXACT = 2**53
"""Up to here every whole number is exact in JavaScript."""

_LONG = {"BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT"}
_AS_TEXT = {"UUID", "JSON", "NULL", '"NULL"'}


class Projection:
    """The columns of a source as SQL sees them.

    Args:
        source: Where the rows come from.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.wide: dict[int, bool] = {}

    def create(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> dict[int, str]:
        """Make the view `name` of the columns at `positions`; returns their types as the view shows them.

        Whole numbers that pass 2^53 become text, decimals become doubles, enumerations and the like text.
        """
        scan = self.source.scan(con, f"_{name}", positions, keep)
        kinds = _kinds(con, scan)
        self._find_wide(con, scan, [i for i in positions if kinds[physical(i)] in _LONG])
        shown = {i: self._shown(i, kinds[physical(i)]) for i in positions}
        columns = ", ".join(self._column(i, kinds[physical(i)], shown[i]) for i in positions) or "1 AS _"
        con.execute(f"CREATE OR REPLACE VIEW {quote_identifier(name)} AS SELECT {columns} FROM {scan}")
        return shown

    def _find_wide(self, con: Connection, scan: str, positions: Sequence[int]) -> None:
        self.wide.update({i: known for i in positions if (known := self.source.wide(i)) is not None})
        unknown = [i for i in positions if i not in self.wide]
        if unknown:
            tests = ", ".join(f"min({physical(i)}) < -{EXACT} OR max({physical(i)}) > {EXACT}" for i in unknown)
            found = con.execute(f"SELECT {tests} FROM {scan}").fetchall()[0]
            self.wide.update({i: bool(passes) for i, passes in zip(unknown, found, strict=True)})

    def _shown(self, position: int, kind: str) -> str:
        if kind in _LONG:
            return "VARCHAR" if self.wide[position] else "BIGINT"
        if kind.startswith("DECIMAL"):
            return "DOUBLE"
        return "VARCHAR" if kind.startswith("ENUM") or kind in _AS_TEXT else kind

    def _column(self, position: int, kind: str, shown: str) -> str:
        expression = physical(position) if kind == shown else f"{physical(position)}::{shown}"
        return f"{expression} AS {quote_identifier(self.source.names[position])}"


def _kinds(con: Connection, scan: str) -> dict[str, str]:
    return {row[0]: str(row[1]) for row in con.execute(f"DESCRIBE SELECT * FROM {scan}").fetchall()}
