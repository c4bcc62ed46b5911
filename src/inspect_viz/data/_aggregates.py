"""Many questions about all rows of a relation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inspect_viz._engine import Connection
from inspect_viz._sql import Expression, Rows, select, text

_AT_ONCE = 60
"""DuckDB's planning grows with the square of the number of aggregates: 2,400 at once take 20 s, in parts 0.5 s."""


def aggregates(con: Connection, rows: Rows, expressions: Sequence[Expression]) -> list[Any]:
    """The value of each aggregate expression over some rows."""
    values: list[Any] = []
    for start in range(0, len(expressions), _AT_ONCE):
        asked = select(*expressions[start : start + _AT_ONCE], source=rows)
        values += con.execute(text(asked)).fetchall()[0]
    return values
