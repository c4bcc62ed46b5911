"""A component drawn by the runtime, with the database answering in this process."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from inspect_viz._util.ending import native_work
from inspect_viz._util.stack import outside
from inspect_viz._util.text import well_formed

from ._drawing import Drawing, Session
from ._drawing import draw as draw_in_v8
from ._errors import DrawingError
from ._living import EngineKind, Living, Recorder
from ._v8 import warm_up

if TYPE_CHECKING:
    from inspect_viz._engine import Limits, Stop
    from inspect_viz._spec import Among
    from inspect_viz._spec.nodes import Drawable

    from ._open import OpenPicture
    from ._shelf import Shelf

DEFAULT_SCALE = 2.0


@dataclass(frozen=True)
class Figure:
    """A drawn picture and what it is called."""

    title: str
    drawing: Drawing
    metadata: str
    living: Living | None = None
    """What a page carries of a picture that its readers change."""


def draw(
    component: Drawable,
    *,
    scale: float = DEFAULT_SCALE,
    planes: bool = False,
    told: bool = False,
    engine: EngineKind | None = None,
    limits: Limits | None = None,
    stop: Stop | None = None,
    among: Among | None = None,
    shelf: Shelf | None = None,
) -> Figure:
    """Draw a component.

    Args:
        component: What to draw.
        scale: Pixels of a raster per user unit.
        planes: Also for a page.
        told: Also in words.
        engine: Also for a page whose readers change it, if they can, with this engine.
        limits: What its questions may take.
        stop: Ends the drawing from another thread.
        among: The others of its page.
        shelf: What it has in common with them.
    """
    from ._open import OpenPicture

    with native_work():
        warm_up()
        with OpenPicture(component, limits, stop, among) as picture:
            figure = figure_of(picture, scale=scale, planes=planes, told=told, engine=engine, stop=stop, shelf=shelf)
    for message in figure.drawing.warnings:
        warnings.warn(well_formed(message), stacklevel=outside())
    return figure


def figure_of(
    picture: OpenPicture,
    *,
    scale: float = DEFAULT_SCALE,
    planes: bool = False,
    told: bool = False,
    engine: EngineKind | None = None,
    explored: bool = True,
    stop: Stop | None = None,
    shelf: Shelf | None = None,
    then: Callable[[Session], None] | None = None,
) -> Figure:
    """Draw a picture that stays open; arguments as `draw`, whether to record the states of its inputs, too, and what
    else is done with the drawn picture."""
    recorder = Recorder(picture) if engine and picture.is_living else None
    answer = recorder.answer if recorder else picture.answer
    then = recorder.explore if recorder and explored else then
    request = _request(picture, scale, planes)
    drawing = _drawn(request, answer, planes, told, then, stop)
    living = recorder.carried(request, engine, shelf) if recorder and engine else None
    return Figure(picture.title, drawing, picture.provenance, living)


def _drawn(
    request: dict[str, Any],
    answer: Callable[[str], bytes],
    planes: bool,
    told: bool,
    then: Callable[[Session], None] | None,
    stop: Stop | None,
) -> Drawing:
    """The drawing. What callers see of an error is its sentence, not the way through database, runtime and threads."""
    try:
        drawing = draw_in_v8(request, answer, planes=planes, told=told, then=then, stop=stop)
    except DrawingError as error:
        raise error.with_traceback(None) from None
    return _with_own_ids(drawing, request["options"]["idPrefix"])


def _with_own_ids(drawing: Drawing, prefix: str) -> Drawing:
    """The drawing with ids that no other one in a document has, unless it is the same."""
    own = f"iv{hashlib.sha256(drawing.svg.encode('utf-8', 'replace')).hexdigest()[:8]}"
    return replace(drawing, svg=drawing.svg.replace(f"{prefix}-", f"{own}-"))


def _request(picture: OpenPicture, scale: float, planes: bool) -> dict[str, Any]:
    """What the runtime is told."""
    from inspect_viz._spec.sidecar import json_of

    spec, notes = picture.picture.spec, json_of(picture.picture.sidecar)
    options = {
        "scale": scale,
        "details": planes,
        "idPrefix": _prefix([spec, notes], picture.provenance),
        "title": picture.title,
        "description": None,
        "metadata": picture.provenance,
    }
    return {"spec": spec, "sidecar": notes, "beside": list(picture.picture.beside), "options": options}


def _prefix(told: object, metadata: str) -> str:
    text = json.dumps(told, sort_keys=True, default=str) + metadata
    return "iv" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


__all__ = ["DEFAULT_SCALE", "Figure", "draw", "figure_of"]
