"""Tables as SQL that holds their rows."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier, quote_literal

if TYPE_CHECKING:
    from inspect_viz._spec.compile import Picture
    from inspect_viz.data import Data

Json = dict[str, object]

MOST_ROWS = 100_000


def data_section(picture: Picture) -> Json:
    """The tables of a picture, as SQL that makes them; raises ValueError for rows that a spec should not hold."""
    tables: Json = {name: _rows(table, picture.columns.get(name)) for name, table in picture.tables.items()}
    made: Json = {name: {"type": "table", "query": query} for name, query in picture.queries.items()}
    return {**tables, **made}


def _rows(data: Data, columns: Collection[str] | None) -> Json:
    """A table as one SELECT over its values, which keeps their types and their order."""
    reader = data.reader
    names = [name for name in reader.askable if columns is None or name in columns]
    rows = reader.ask(f"SELECT {', '.join(map(quote_identifier, names)) or 'NULL'} FROM data")
    if len(rows) > MOST_ROWS:
        raise ValueError(f"to_spec: {len(rows):,} rows are more than a spec should hold; take data=False.")
    places = [f"c{i}" for i in range(len(names))] or ["c0"]
    pairs = zip(places, names, strict=False)
    cast = [f"CAST({place} AS {reader.types[name]}) AS {quote_identifier(name)}" for place, name in pairs] or ["c0"]
    values = [f"({', '.join(map(_literal, row))})" for row in rows or [(None,) * len(places)]]
    source = f"(VALUES {', '.join(values)}) AS rows({', '.join(places)})"
    return {"type": "table", "query": f"SELECT {', '.join(cast)} FROM {source}{'' if rows else ' WHERE false'}"}


def _literal(value: object) -> str:
    try:
        return quote_literal(value)
    except TypeError:
        raise ValueError(f"to_spec: {value!r} cannot be written into a spec; take data=False.") from None
