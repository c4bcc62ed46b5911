"""A component drawn by the runtime, with the database answering in this process."""

from __future__ import annotations

import hashlib
import json
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._util.ending import native_work
from inspect_viz._util.stack import outside
from inspect_viz._util.text import well_formed

from ._drawing import Drawing
from ._drawing import draw as draw_in_v8
from ._errors import DrawingError
from ._v8 import warm_up

if TYPE_CHECKING:
    from inspect_viz._engine import Limits, Stop
    from inspect_viz._spec.nodes import Drawable

    from ._open import OpenPicture

DEFAULT_SCALE = 2.0


@dataclass(frozen=True)
class Figure:
    """A drawn picture and what it is called."""

    title: str
    drawing: Drawing
    metadata: str


def draw(
    component: Drawable,
    *,
    scale: float = DEFAULT_SCALE,
    planes: bool = False,
    told: bool = False,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> Figure:
    """Draw a component. `scale`: pixels of a raster per user unit; `planes`: also for a page; `told`: also in words."""
    from ._open import OpenPicture

    with native_work():
        warm_up()
        with OpenPicture(component, limits, stop) as picture:
            drawing = _drawn(picture, scale, planes, told, stop)
            figure = Figure(picture.title, drawing, picture.provenance)
    for message in drawing.warnings:
        warnings.warn(well_formed(message), stacklevel=outside())
    return figure


def _drawn(picture: OpenPicture, scale: float, planes: bool, told: bool, stop: Stop | None) -> Drawing:
    """The drawing. What callers see of an error is its sentence, not the way through database, runtime and threads."""
    try:
        return draw_in_v8(_request(picture, scale, planes), picture.answer, planes=planes, told=told, stop=stop)
    except DrawingError as error:
        raise error.with_traceback(None) from None


def _request(picture: OpenPicture, scale: float, planes: bool) -> dict[str, object]:
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
    return {"spec": spec, "sidecar": notes, "options": options}


def _prefix(told: object, metadata: str) -> str:
    text = json.dumps(told, sort_keys=True, default=str) + metadata
    return "iv" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]


__all__ = ["DEFAULT_SCALE", "Figure", "draw"]
