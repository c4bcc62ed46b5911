"""A table in a few words."""

from __future__ import annotations

from ._lookup import Lookup

_SHOWN = 6


def describe(lookup: Lookup) -> str:
    """Rows, columns, where they come from, and the first columns with their types."""
    source = lookup.source
    names = source.names[:_SHOWN]
    more = len(source.names) - len(names)
    columns = ", ".join(f"{name} {_kind(lookup, i)}" for i, name in enumerate(names))
    rest = f", ... ({more} more)" if more else ""
    rows = "unread rows" if source.rows is None else f"{source.rows:,} rows"
    return f"Data({source.label}: {rows} x {len(source.names)} columns: {columns}{rest})"


def _kind(lookup: Lookup, position: int) -> str:
    if lookup.source.rows is None:
        return "?"
    try:
        return lookup.kind(position)
    except ValueError:
        return "?"
