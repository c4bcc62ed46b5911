"""A component drawn by the runtime, with the database answering in this process."""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._util.stack import outside
from inspect_viz._util.text import well_formed
from inspect_viz._version import __version__

from . import _v8

if TYPE_CHECKING:
    from inspect_viz._spec import Picture
    from inspect_viz._spec.nodes import Drawable
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


def draw(component: Drawable, *, scale: float = DEFAULT_SCALE, planes: bool = False) -> Figure:
    """Draw a component. `scale`: pixels of a raster per user unit; `planes`: also what a page needs."""
    from inspect_viz._engine import Engine
    from inspect_viz._spec import compile
    from inspect_viz._spec.sidecar import json_of

    _v8.warm_up()
    picture = compile(component)
    title = well_formed(picture.title or DEFAULT_TITLE)
    notes = json_of(picture.sidecar)
    metadata = _metadata(picture)
    options = {
        "scale": scale,
        "details": planes,
        "idPrefix": _prefix(picture, notes, metadata),
        "title": title,
        "description": None,
        "metadata": metadata,
    }
    request = {"spec": picture.spec, "sidecar": notes, "options": options}
    with Engine(picture.tables, picture.columns) as engine:
        drawing = _v8.draw(request, engine.arrow, planes=planes)
    for message in drawing.warnings:
        warnings.warn(well_formed(message), stacklevel=outside())
    return Figure(title, drawing, metadata)


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


def _prefix(picture: Picture, notes: object, metadata: str) -> str:
    text = json.dumps([picture.spec, notes], sort_keys=True, default=str) + metadata
    return "iv" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


__all__ = ["DEFAULT_SCALE", "Figure", "draw"]
