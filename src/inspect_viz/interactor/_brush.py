"""How the area of a brush looks."""

from __future__ import annotations

from typing import TypedDict


class Brush(TypedDict, total=False):
    """Styles of the area that a brush selects."""

    fill: str
    """CSS colour of the area."""

    fill_opacity: float
    """Opacity of the area, from 0 to 1."""

    opacity: float
    """Opacity of area and edge, from 0 to 1."""

    stroke: str
    """CSS colour of the edge."""

    stroke_dasharray: str
    """Lengths of the dashes and gaps of the edge, such as "4 2"."""

    stroke_opacity: float
    """Opacity of the edge, from 0 to 1."""
