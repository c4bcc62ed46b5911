"""Brushes: intervals and regions that are dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._build import selecting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_viz._params import Selection
    from inspect_viz._spec.interactions import Brush
    from inspect_viz._spec.nodes import Interactor


def interval_x(
    target: Selection,
    field: str | None = None,
    pixel_size: float | None = None,
    peers: bool | None = None,
    brush: Brush | None = None,
) -> Interactor:
    """Selects an interval of x by dragging, on the mark before it.

    Args:
        target: The selection that is set.
        field: Column that the condition is about; not given: that of the mark's x.
        pixel_size: Least step of the interval, in pixels; larger ones make fewer questions.
        peers: Whether a crossfilter leaves out all marks of the plot (true by default) or the mark alone.
        brush: Look of the selected area.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    return selecting("interval_x", target, field=field, pixel_size=pixel_size, peers=peers, brush=brush)


def interval_y(
    target: Selection,
    field: str | None = None,
    pixel_size: float | None = None,
    peers: bool | None = None,
    brush: Brush | None = None,
) -> Interactor:
    """Selects an interval of y by dragging, on the mark before it.

    Args:
        target: The selection that is set.
        field: Column that the condition is about; not given: that of the mark's y.
        pixel_size: Least step of the interval, in pixels.
        peers: Whether a crossfilter leaves out all marks of the plot (true by default) or the mark alone.
        brush: Look of the selected area.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    return selecting("interval_y", target, field=field, pixel_size=pixel_size, peers=peers, brush=brush)


def interval_xy(
    target: Selection,
    xfield: str | None = None,
    yfield: str | None = None,
    pixel_size: float | None = None,
    peers: bool | None = None,
    brush: Brush | None = None,
) -> Interactor:
    """Selects a rectangle by dragging, on the mark before it.

    Args:
        target: The selection that is set.
        xfield: Column that the condition on x is about; not given: that of the mark's x.
        yfield: Column that the condition on y is about; not given: that of the mark's y.
        pixel_size: Least step of the intervals, in pixels.
        peers: Whether a crossfilter leaves out all marks of the plot (true by default) or the mark alone.
        brush: Look of the selected area.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    fields = {"xfield": xfield, "yfield": yfield}
    return selecting("interval_xy", target, **fields, pixel_size=pixel_size, peers=peers, brush=brush)


def region(
    target: Selection, channels: Sequence[str], peers: bool | None = None, brush: Brush | None = None
) -> Interactor:
    """Selects the shapes in a rectangle that is dragged.

    Args:
        target: The selection that is set.
        channels: Channels whose values are selected, such as ["x", "color"].
        peers: Whether a crossfilter leaves out all marks of the plot (true by default) or the mark alone.
        brush: Look of the rectangle.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown channel.
    """
    return selecting("region", target, channels=channels, peers=peers, brush=brush)
