"""A component drawn by the runtime, with the database answering in this process."""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspect_viz._util.stack import outside
from inspect_viz._util.text import well_formed
from inspect_viz._version import __version__

from . import _v8

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz._spec import Picture
    from inspect_viz.data import Data

DEFAULT_SCALE = 2.0
DEFAULT_TITLE = "Plot"
MOST_LOGS = 100


@dataclass(frozen=True)
class Figure:
    """A drawn picture and what it is called."""

    title: str
    drawing: _v8.Drawing
    metadata: str


def draw(component: Component, *, scale: float = DEFAULT_SCALE, planes: bool = False) -> Figure:
    """Draw a component. `scale`: pixels of a raster per user unit; `planes`: also what a page needs."""
    from inspect_viz._engine import Engine
    from inspect_viz._spec import compile

    _v8.warm_up()
    picture = compile(component)
    title = well_formed(next(_titles(picture.view), DEFAULT_TITLE))
    metadata = _metadata(picture)
    options = {
        "scale": scale,
        "details": planes,
        "idPrefix": _prefix(picture, metadata),
        "title": title,
        "description": None,
        "metadata": metadata,
    }
    with Engine(picture.tables, used_columns(picture)) as engine:
        drawing = _v8.draw(picture.view, options, engine.arrow, planes=planes)
    for message in drawing.warnings:
        warnings.warn(well_formed(message), stacklevel=outside())
    return Figure(title, drawing, metadata)


def _titles(node: Mapping[str, Any]) -> Iterator[str]:
    if node.get("title"):
        yield node["title"]["text"]
    for child in node.get("children", ()):
        yield from _titles(child)


def _metadata(picture: Picture) -> str:
    """Where the picture comes from: package, tables and logs. No wall clock, no folders."""
    tables = [_provenance(data) for data in picture.tables.values()]
    return well_formed(json.dumps({"made by": f"inspect-viz {__version__}", "data": tables}, ensure_ascii=False))


def _provenance(data: Data) -> dict[str, object]:
    about: dict[str, object] = {"source": data.reader.origin, "rows": len(data)}
    return about | ({"logs": _logs(data)} if data.reader.types.get("log") == "VARCHAR" else {})


def _logs(data: Data) -> list[str]:
    """Names of the first logs, without their folders."""
    rows = data.reader.ask(f"SELECT DISTINCT log FROM data WHERE log IS NOT NULL ORDER BY log LIMIT {MOST_LOGS}")
    return [re.split(r"[/\\\\]", row[0])[-1] for row in rows]


def _prefix(picture: Picture, metadata: str) -> str:
    text = json.dumps(picture.view, sort_keys=True, default=str) + metadata
    return "iv" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


def used_columns(picture: Picture) -> dict[str, set[str]]:
    """For each table the columns that a picture can name: those whose name stands in one of its texts.

    SQL finds a column in any case; where two names differ only by case, each is taken as it is written.
    """
    texts = "\n".join(_texts(list(_specs(picture.view))))
    return {name: _used(data.columns, texts) for name, data in picture.tables.items()}


def _specs(node: Mapping[str, Any]) -> Iterator[object]:
    """What Mosaic reads; the texts around it name no columns."""
    if "spec" in node:
        yield node["spec"]
    for child in node.get("children", ()):
        yield from _specs(child)


def _used(columns: list[str], texts: str) -> set[str]:
    lowered = Counter(column.lower() for column in columns)
    lower = texts.lower()
    return {c for c in columns if (_named(c, texts) if lowered[c.lower()] > 1 else _named(c.lower(), lower))}


def _named(column: str, texts: str) -> bool:
    return column in texts or column.replace('"', '""') in texts


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


__all__ = ["DEFAULT_SCALE", "Figure", "draw", "used_columns"]
