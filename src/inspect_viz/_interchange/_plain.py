"""A picture as a plain Mosaic spec: what Mosaic itself can say of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier, quote_literal
from inspect_viz._spec import compile
from inspect_viz._spec.nodes import DECORATIONS
from inspect_viz._spec.sidecar import PlotNotes, json_of

from ._check import INPUTS

if TYPE_CHECKING:
    from inspect_viz._spec.compile import Picture
    from inspect_viz._spec.nodes import Drawable
    from inspect_viz.data import Data

Json = dict[str, object]

MOST_ROWS = 100_000
SIDES = ("marginTop", "marginRight", "marginBottom", "marginLeft")
LOOK = ("label", "field", "width", "height", "tickSize", "columns", *SIDES)
"""What Mosaic's own legends know."""


def plain_spec(component: Drawable, data: bool) -> Json:
    """The spec; `data`: with the rows.

    Raises:
        ValueError: For an input that Mosaic has not.
    """
    picture = compile(component)
    root = {key: value for key, value in picture.spec.items() if key != "params"}
    writer = _Writer([picture.sidecar.plots.get(f"p{i}", PlotNotes()) for i in range(_plots(root))])
    spec: Json = {"meta": {"title": picture.title}} if picture.title else {}
    if data:
        spec["data"] = _data(picture)
    if "params" in picture.spec:
        spec["params"] = picture.spec["params"]
    return {**spec, **writer.part(root)}


def _plots(part: object) -> int:
    if isinstance(part, Mapping):
        return 1 if "plot" in part else sum(map(_plots, part.get("hconcat") or part.get("vconcat") or ()))
    return 0


@dataclass
class _Writer:
    """Writes the parts of a spec; `notes` are those of the plots that are still to come."""

    notes: list[PlotNotes]

    def part(self, part: Json) -> Json:
        for kind in ("hconcat", "vconcat"):
            children = part.get(kind)
            if isinstance(children, list):
                return {kind: [self.part(child) for child in children]}
        if "plot" in part:
            return self.plot(part)
        if "input" in part:
            return _input(part)
        return _legend(part) if "legend" in part else part

    def plot(self, part: Json) -> Json:
        notes = json_of(self.notes.pop(0))
        legends = notes.get("legends") or []
        entries = part["plot"]
        assert isinstance(entries, list)
        assert isinstance(legends, list)
        return {**part, "plot": [*map(_entry, entries), *map(_legend, legends)]}


def _entry(entry: Json) -> Json:
    """A mark of data without a tip wants none."""
    is_silent = "mark" in entry and entry["mark"] not in DECORATIONS and "tip" not in entry
    return {**entry, "tip": False} if is_silent else entry


def _legend(notes: Json) -> Json:
    named = {"for": notes.get("for", notes.get("forPlot")), "as": notes.get("as", notes.get("target"))}
    known = {"legend": notes["legend"], **named, **{name: notes.get(name) for name in LOOK}}
    return {name: value for name, value in known.items() if value is not None}


def _input(part: Json) -> Json:
    kind = part["input"]
    if kind not in INPUTS or isinstance(part.get("value"), list) or "multiple" in part:
        raise ValueError(f"to_spec: Mosaic has no input {kind!r} of this kind; its own are {', '.join(INPUTS)}.")
    return part


def _data(picture: Picture) -> Json:
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
