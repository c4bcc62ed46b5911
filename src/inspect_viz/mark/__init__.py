"""Marks: the shapes that a plot is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from inspect_viz._generated.literals import (
    ChannelName,
    Curve,
    FrameAnchor,
    LineAnchor,
    Marker,
    Symbol,
    TextOverflow,
    TipPointer,
)
from inspect_viz._generated.literals import GridInterpolate as Interpolate
from inspect_viz._generated.options import MarkOptions, TextStyles, TipOptions
from inspect_viz._spec.nodes import Mark, Title
from inspect_viz._spec.types import Channel, ChannelIntervalSpec, ChannelSpec, SortOrder

from ._axis import axis_x, axis_y
from ._cell import cell
from ._frame import frame
from ._rect import rect
from ._rule import rule_x, rule_y
from ._text import text
from ._title import title

Marks: TypeAlias = Mark | Sequence[Mark | Sequence[Mark]]
"""One mark, or marks in lists."""

__all__ = [
    "Channel",
    "ChannelIntervalSpec",
    "ChannelName",
    "ChannelSpec",
    "Curve",
    "FrameAnchor",
    "Interpolate",
    "LineAnchor",
    "Mark",
    "MarkOptions",
    "Marker",
    "Marks",
    "SortOrder",
    "Symbol",
    "TextOverflow",
    "TextStyles",
    "TipOptions",
    "TipPointer",
    "Title",
    "axis_x",
    "axis_y",
    "cell",
    "frame",
    "rect",
    "rule_x",
    "rule_y",
    "text",
    "title",
]
