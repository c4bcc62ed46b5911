"""Legends: the keys of colour, opacity and symbol scales."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from inspect_viz._params import Selection
from inspect_viz._spec.errors import is_one, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.legends import KINDS, check_columns, check_legend, check_legend_kind
from inspect_viz._spec.names import camel
from inspect_viz._spec.nodes import Legend

if TYPE_CHECKING:
    from inspect_viz._generated.literals import FrameAnchor


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
    given = {k: v for k, v in locals().items() if k in KINDS and v is not None}
    options = {camel(k): check_legend("legend", k, v) for k, v in given.items()}
    own = {} if is_one(columns, ("auto",)) else {"columns": check_columns("legend", columns)}
    return Legend(check_legend_kind("legend", "legend", legend), frozen(own | options), target)
