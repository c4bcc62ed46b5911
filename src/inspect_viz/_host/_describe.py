"""A picture in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._figure import draw

if TYPE_CHECKING:
    from inspect_viz._engine import Limits
    from inspect_viz._spec.nodes import Drawable


@dataclass(frozen=True)
class Description:
    """What a picture shows, for terminals, screen readers and programs; `str()` of it is the text."""

    text: str
    """Who leads and how sure that is, models with means and 95 % intervals, samples by difficulty, what is missing."""

    json: str
    """The same as JSON, with the ids of all samples."""

    def to_dict(self) -> dict[str, Any]:
        """The same as values: `plots`, each with `finding`, `lead`, `models`, `blocks` and `states`; `problems`."""
        found: dict[str, Any] = json.loads(self.json)
        return found

    def __str__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        lines = "\n".join(f"    {line}" for line in self.text.split("\n"))
        return f"{lines}\n"


def describe(component: Drawable, limits: Limits | None = None) -> Description:
    """A picture in words.

    Args:
        component: The picture.
        limits: What the questions to the data may take.

    Raises:
        DrawingError: If it cannot be drawn.
    """
    told = json.loads(draw(component, told=True, limits=limits).drawing.told or "{}")
    text = told.pop("text")
    return Description(text, json.dumps(told, ensure_ascii=False, indent=2))


__all__ = ["Description", "describe"]
