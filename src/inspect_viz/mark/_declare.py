"""Marks as declarations: a function that names its arguments becomes the mark of its name."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

from inspect_viz._generated import explanations
from inspect_viz._generated.tables import MARKS
from inspect_viz._spec.signature import explained, further, listed

from ._build import build

F = TypeVar("F", bound=Callable[..., Any])
KINDS = {name: kind for kind, (name, _, _) in MARKS.items()}
MARKERS = "marker marker_start marker_mid marker_end"
BOX = "inset inset_top inset_right inset_bottom inset_left rx ry"
GRID = "width height pixel_size pad"
AXIS = (
    "interval text frame_anchor line_anchor rotate text_stroke text_stroke_opacity text_stroke_width styles"
    " anchor color ticks tick_spacing tick_size tick_padding tick_format tick_rotate label label_offset"
    " label_anchor label_arrow"
)
"""Options that stand in this order in several marks."""
RAISES = """

Raises:
    TypeError: for an unknown or missing argument, or a value of the wrong type.
    ValueError: for an unknown column, or a value that is not accepted.
"""


def mark(order: str = "") -> Callable[[F], F]:
    """A decorator: the function takes what it declares, and all options of the mark that Mosaic knows by its name.

    Nothing but the declaration is taken from the function: its arguments, and the one line of its docstring.

    Args:
        order: Names of those options that may also be given by position, after the declared arguments.
    """

    def decorate(function: F) -> F:
        name, own = function.__name__, inspect.signature(function)
        kind = KINDS[name]
        rest = further(own, MARKS[kind][1])
        shown = listed(own, rest, order.split())
        positions = [p.name for p in shown.parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD]
        required = [p.name for p in own.parameters.values() if p.default is p.empty and p.kind is not p.VAR_KEYWORD]

        @functools.wraps(function)
        def call(*args: object, **keywords: object) -> object:
            return build(kind, bound(name, positions, required, args, keywords), "data" not in required)

        call.__signature__ = shown  # type: ignore[attr-defined]
        call.__doc__ = documented(function.__doc__ or "", kind, shown, "data" not in required)
        return cast(F, call)

    return decorate


def bound(
    name: str, positions: list[str], required: list[str], args: tuple[object, ...], keywords: Mapping[str, object]
) -> dict[str, object]:
    """The arguments by name; None by position only holds a place."""
    if len(args) > len(positions):
        raise TypeError(f"{name}: too many arguments by position; give options by name.")
    placed = dict(zip(positions, args, strict=False))
    for argument in placed:
        if argument in keywords:
            raise TypeError(f"{name}: {argument} is given twice.")
    held = {k: v for k, v in placed.items() if v is not None or k == "data"} | dict(keywords)
    given = {k: held[k] for k in (*positions, *held) if k in held}
    for argument in required:
        if argument not in given:
            raise TypeError(f"{name}: {argument} is missing.")
    return given


def documented(line: str, kind: str, shown: inspect.Signature, without_data: bool) -> str:
    """The docstring with a line about each argument."""
    data = "Rows to draw; None when values are given instead." if without_data else "Rows to draw."
    lines = {"data": data, **explanations.OPTIONS, **explanations.MARKS.get(kind, {})}
    return f"{inspect.cleandoc(line)}\n\nArgs:{explained(shown.parameters, lines)}{RAISES}"
