"""What the pointer does in a plot: select, highlight, move and zoom."""

from __future__ import annotations

from inspect_viz._spec.interactions import Brush
from inspect_viz._spec.nodes import Interactor

from ._interval import interval_x, interval_xy, interval_y, region
from ._pan import pan, pan_x, pan_y, pan_zoom, pan_zoom_x, pan_zoom_y
from ._toggle import (
    highlight,
    nearest,
    nearest_x,
    nearest_y,
    toggle,
    toggle_color,
    toggle_x,
    toggle_y,
    toggle_z,
)

__all__ = [
    "Brush",
    "Interactor",
    "highlight",
    "interval_x",
    "interval_xy",
    "interval_y",
    "nearest",
    "nearest_x",
    "nearest_y",
    "pan",
    "pan_x",
    "pan_y",
    "pan_zoom",
    "pan_zoom_x",
    "pan_zoom_y",
    "region",
    "toggle",
    "toggle_color",
    "toggle_x",
    "toggle_y",
    "toggle_z",
]
