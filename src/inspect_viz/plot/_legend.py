"""Legends: the keys of colour, opacity and symbol scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from inspect_viz._generated.literals import FrameAnchor
from inspect_viz._generated.literals import Legend as LegendKind
from inspect_viz._params import Selection
from inspect_viz._spec.arguments import Call, kinds_of
from inspect_viz._spec.colors import is_color
from inspect_viz._spec.errors import unknown_value, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.nodes import Legend

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERS = (
    "width",
    "height",
    "tick_size",
    "margin_bottom",
    "margin_left",
    "margin_right",
    "margin_top",
    "inset",
    "inset_x",
    "inset_y",
)
KINDS = {
    **{name: kinds_of("float") for name in NUMBERS},
    **{name: kinds_of("str") for name in ("label", "field", "for_plot")},
    "frame_anchor": kinds_of("FrameAnchor"),
    "border": kinds_of("bool | str"),
    "background": kinds_of("bool | str"),
}


def legend(
    legend: Literal["color", "opacity", "symbol"],
    *,
    columns: Literal["auto"] | int | None = "auto",
    label: str | None = None,
    target: Selection | None = None,
    field: str | None = None,
    width: float | None = None,
    height: float | None = None,
    tick_size: float | None = None,
    margin_bottom: float | None = None,
    margin_left: float | None = None,
    margin_right: float | None = None,
    margin_top: float | None = None,
    for_plot: str | None = None,
    frame_anchor: FrameAnchor | None = None,
    inset: float | None = None,
    inset_x: float | None = None,
    inset_y: float | None = None,
    border: str | bool = True,
    background: str | bool = True,
) -> Legend:
    """The key of a scale, with a place and a look of its own.

    Args:
        legend: The scale: "color", "opacity" or "symbol".
        columns: Number of columns of a legend of categories; "auto" fits them, None uses one row.
        label: Label; not given: the scale's.
        target: Selection that clicks on the legend set, or drags along a ramp.
        field: Column that the condition is about; not given: that of the scale.
        width: Width of a ramp, in pixels.
        height: Height of a ramp, in pixels.
        tick_size: Length of the ticks of a ramp, in pixels.
        margin_bottom: Space below the ramp, in pixels.
        margin_left: Space to the left of the ramp, in pixels.
        margin_right: Space to the right of the ramp, in pixels.
        margin_top: Space above the ramp, in pixels.
        for_plot: Name of the plot whose legend it is; needed in a layout, outside of plots.
        frame_anchor: Where the legend stands.
        inset: Distance from the frame on both axes, in pixels; a legend with an inset stands inside the frame.
        inset_x: Distance from the frame along x, in pixels.
        inset_y: Distance from the frame along y, in pixels.
        border: Whether there is a border; text is its CSS colour.
        background: Whether there is a background; text is its CSS colour.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    if target is not None and not isinstance(target, Selection):
        raise wrong_type("legend", "target", target, "a Selection or None")
    given = {k: v for k, v in locals().items() if k in KINDS}
    return Legend(check_kind(legend), frozen(check_columns(columns) | check_options(given)), target)


def check_kind(kind: object) -> Literal["color", "opacity", "symbol"]:
    for name in get_args(LegendKind):
        if kind == name:
            found: Literal["color", "opacity", "symbol"] = name
            return found
    raise unknown_value("legend", "legend", kind, get_args(LegendKind))


def check_columns(columns: object) -> dict[str, object]:
    """`columns` unless it is "auto"."""
    if columns == "auto":
        return {}
    if columns is not None and (isinstance(columns, bool) or not isinstance(columns, int)):
        raise wrong_type("legend", "columns", columns, "a whole number, 'auto' or None")
    if columns is not None and columns < 1:
        raise ValueError(f"legend: columns must be 1 or more, not {columns}.")
    return {"columns": columns}


def check_options(given: Mapping[str, object]) -> dict[str, object]:
    options = Call("legend").options({k: v for k, v in given.items() if v is not None}, KINDS, "option")
    for name in ("border", "background"):
        value = options.get(name)
        if isinstance(value, str) and not is_color(value):
            raise ValueError(f"legend: {name} must be true, false or a CSS colour, not {value!r}.")
    return options
