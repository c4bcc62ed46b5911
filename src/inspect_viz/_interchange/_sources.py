"""Where the rows of a mark of a spec come from, and whether they come from anywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from inspect_viz._spec.errors import wrong_type
from inspect_viz._util.suggest import did_you_mean, listing

from ._options import is_reference

PLACES = ("x", "x1", "x2", "y", "y1", "y2", "fx", "fy", "r", "z")
"""Channels in which a text is the name of a column."""


def unknown_table(where: str, place: str, table: str, tables: Collection[str]) -> ValueError:
    """The error that names the tables that there are."""
    known = listing(tables) if tables else "none"
    hint = did_you_mean(table, tables)
    return ValueError(f"{where}: {place}={table!r} is no table; data= has to give it. There are: {known}.{hint}")


def check_source(where: str, entry: Mapping[str, object]) -> None:
    """Raises TypeError or ValueError for a source of another kind, and for columns without a source."""
    source = entry.get("data")
    if source is None:
        for name in PLACES:
            value = entry.get(name)
            if isinstance(value, str) and not is_reference(value):
                raise ValueError(f"{where}: {name}={value!r} names a column, but the mark has no data.")
    elif isinstance(source, Mapping):
        if not isinstance(source.get("from"), str):
            raise wrong_type(where, "data.from", source.get("from"), "the name of a table")
        by = source.get("filterBy")
        if by is not None and not is_reference(by):
            raise wrong_type(where, "data.filterBy", by, "a reference to a selection, such as '$chosen'")
    elif not isinstance(source, list):
        raise wrong_type(where, "data", source, "{'from': table} or a list of values")
