"""What marimo shows of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ._notebook import HTML, fragment

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Drawable

    from ._chosen import Chosen


@dataclass(frozen=True)
class Markup:
    """HTML, in marimo's own protocol."""

    text: str

    def _mime_(self) -> tuple[str, str]:
        return HTML, self.text


def marimo_display(component: Drawable, chosen: Chosen) -> object:
    """The widget of a picture that lives, markup of another."""
    from ._widget_display import can_live, made

    if not can_live(component, chosen):
        return Markup(fragment(component))
    widget, _ = made(component, chosen)
    return widget
