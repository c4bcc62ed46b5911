"""Moving and zooming the domains of a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.signature import as_in

from ._build import build

if TYPE_CHECKING:
    from inspect_viz._params import Selection
    from inspect_viz._spec.nodes import Interactor


def pan(
    x: Selection | None = None, y: Selection | None = None, xfield: str | None = None, yfield: str | None = None
) -> Interactor:
    """Moves the plot by dragging.

    Args:
        x: Selection that holds the interval of x; plots that share it move together.
        y: Selection that holds the interval of y.
        xfield: Column that the condition on x is about; not given: that of the mark's x.
        yfield: Column that the condition on y is about; not given: that of the mark's y.

    Raises:
        TypeError: for a value of the wrong type.
    """
    return build("pan", x=x, y=y, xfield=xfield, yfield=yfield)


@as_in(pan)
def pan_x(
    x: Selection | None = None, y: Selection | None = None, xfield: str | None = None, yfield: str | None = None
) -> Interactor:
    """Moves the plot along x by dragging."""
    return build("pan_x", x=x, y=y, xfield=xfield, yfield=yfield)


@as_in(pan)
def pan_y(
    x: Selection | None = None, y: Selection | None = None, xfield: str | None = None, yfield: str | None = None
) -> Interactor:
    """Moves the plot along y by dragging."""
    return build("pan_y", x=x, y=y, xfield=xfield, yfield=yfield)


@as_in(pan)
def pan_zoom(
    x: Selection | None = None, y: Selection | None = None, xfield: str | None = None, yfield: str | None = None
) -> Interactor:
    """Moves the plot by dragging and zooms it by the wheel."""
    return build("pan_zoom", x=x, y=y, xfield=xfield, yfield=yfield)


@as_in(pan)
def pan_zoom_x(
    x: Selection | None = None, y: Selection | None = None, xfield: str | None = None, yfield: str | None = None
) -> Interactor:
    """Moves and zooms the plot along x."""
    return build("pan_zoom_x", x=x, y=y, xfield=xfield, yfield=yfield)


@as_in(pan)
def pan_zoom_y(
    x: Selection | None = None, y: Selection | None = None, xfield: str | None = None, yfield: str | None = None
) -> Interactor:
    """Moves and zooms the plot along y."""
    return build("pan_zoom_y", x=x, y=y, xfield=xfield, yfield=yfield)
