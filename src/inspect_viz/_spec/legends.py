"""What legends take: the values of their options, whoever writes them."""

from __future__ import annotations

from typing import Literal, cast, get_args

from inspect_viz._generated.literals import Legend as LegendKind

from .arguments import Fixed, Kinds, kinds_of
from .colors import is_color
from .errors import one_of, shown, wrong_type
from .names import snake

LENGTHS = ("width", "height", "tick_size")
MARGINS = ("margin_bottom", "margin_left", "margin_right", "margin_top")
INSETS = ("inset", "inset_x", "inset_y")
KINDS: dict[str, Kinds] = {
    **{name: kinds_of("float") for name in (*LENGTHS, *MARGINS, *INSETS)},
    **{name: kinds_of("str") for name in ("label", "field", "for_plot")},
    "frame_anchor": kinds_of("FrameAnchor"),
    "border": kinds_of("bool | str"),
    "background": kinds_of("bool | str"),
}


def check_legend(where: str, argument: str, value: object) -> object:
    """The checked value of an option, in Python's spelling or in Mosaic's; raises TypeError or ValueError."""
    name = snake(argument)
    found = Fixed(where).value(argument, value, KINDS[name])
    if name in ("border", "background") and isinstance(found, str) and not is_color(found):
        raise ValueError(f"{where}: {argument} must be true, false or a CSS colour, not {shown(found)}.")
    return found


def check_legend_kind(where: str, argument: str, kind: object) -> Literal["color", "opacity", "symbol"]:
    """The scale that a legend is of."""
    return cast('Literal["color", "opacity", "symbol"]', one_of(where, argument, kind, get_args(LegendKind)))


def check_columns(where: str, columns: object) -> int | None:
    """The number of columns; None for one row."""
    if columns is not None and (isinstance(columns, bool) or not isinstance(columns, int)):
        raise wrong_type(where, "columns", columns, "a whole number, 'auto' or None")
    if columns is not None and columns < 1:
        raise ValueError(f"{where}: columns must be 1 or more, not {columns}.")
    return columns
