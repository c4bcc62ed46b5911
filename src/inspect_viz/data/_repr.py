"""A table in a few words."""

from __future__ import annotations

from ._reader import TableReader

_SHOWN = 6


def describe(reader: TableReader) -> str:
    """Rows, columns, where they come from, and the first columns with their types."""
    source = reader.source
    names = source.names[:_SHOWN]
    more = len(source.names) - len(names)
    columns = ", ".join(f"{name} {_kind(reader, i)}" for i, name in enumerate(names))
    rest = f", ... ({more} more)" if more else ""
    rows = "unread rows" if source.rows is None else f"{source.rows:,} rows"
    return f"Data({source.label}: {rows} x {len(source.names)} columns: {columns}{rest})"


def _kind(reader: TableReader, position: int) -> str:
    if reader.source.rows is None:
        return "?"
    try:
        return reader.kind(position)
    except ValueError:
        return "?"
