"""A table's view inside a picture's database: its own column names, types that a picture can use."""

from __future__ import annotations

from collections.abc import Sequence

from .._engine import Connection, quote_identifier
from ._source import Source, physical


def create_view(con: Connection, name: str, source: Source, positions: Sequence[int]) -> None:
    """Make the view `name` in `con` with the columns of `source` at `positions`."""
    scan = source.scan(con, name, positions)
    types = {row[0]: str(row[1]) for row in con.execute(f"DESCRIBE SELECT * FROM {scan}").fetchall()}
    columns = ", ".join(
        f"{_cast(physical(i), types[physical(i)])} AS {quote_identifier(source.names[i])}" for i in positions
    )
    con.execute(f"CREATE VIEW {quote_identifier(name)} AS SELECT {columns} FROM {scan}")


def _cast(column: str, kind: str) -> str:
    if kind.startswith("DECIMAL"):
        return f"{column}::DOUBLE"
    if kind.startswith("ENUM") or kind == "UUID":
        return f"{column}::VARCHAR"
    return column
