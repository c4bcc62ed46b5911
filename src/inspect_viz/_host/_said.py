"""What a spec can say of plots as they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_viz._util.ending import native_work

from ._figure import figure_of
from ._open import OpenPicture
from ._v8 import warm_up

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Drawable


def said(component: Drawable) -> list[dict[str, Any]]:
    """For each plot its `attributes`, axes whose domains are labels (`numbered`), `inset` of cells, what is `unsaid`.

    Raises:
        DrawingError: If the picture cannot be drawn.
    """
    found: list[dict[str, Any]] = []
    with native_work():
        warm_up()
        with OpenPicture(component) as picture:
            figure_of(picture, then=lambda session: found.extend(session.runtime.said()))
    return found
