"""Many questions about all rows of a relation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from inspect_viz._engine import Connection

_AT_ONCE = 60
"""DuckDB's planning grows with the square of the number of aggregates: 2,400 at once take 20 s, in parts 0.5 s."""


def aggregates(con: Connection, relation: str, expressions: Sequence[str]) -> list[Any]:
    """The value of each aggregate expression over `relation`."""
    values: list[Any] = []
    for start in range(0, len(expressions), _AT_ONCE):
        asked = ", ".join(expressions[start : start + _AT_ONCE])
        values += con.execute(f"SELECT {asked} FROM {relation}").fetchall()[0]
    return values
