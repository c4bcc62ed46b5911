"""Selecting by a click or by the nearest shape, and showing what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._spec.signature import as_in

from ._build import build, check_selection, nearing, selecting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspect_viz._params import Param, Selection
    from inspect_viz._spec.nodes import Interactor


def toggle(target: Selection, channels: Sequence[str], peers: bool | None = None) -> Interactor:
    """Selects the values of a shape by a click, and several with Shift.

    Args:
        target: The selection that is set.
        channels: Channels whose values are selected, such as ["x"].
        peers: Whether a crossfilter leaves out all marks of the plot (true by default) or the mark alone.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown channel.
    """
    return selecting("toggle", target, channels=channels, peers=peers)


@as_in(toggle)
def toggle_x(target: Selection, peers: bool | None = None) -> Interactor:
    """Selects the x of a shape by a click."""
    return selecting("toggle_x", target, peers=peers)


@as_in(toggle)
def toggle_y(target: Selection, peers: bool | None = None) -> Interactor:
    """Selects the y of a shape by a click."""
    return selecting("toggle_y", target, peers=peers)


@as_in(toggle)
def toggle_z(target: Selection, peers: bool | None = None) -> Interactor:
    """Selects the z of a shape (its series) by a click."""
    return selecting("toggle_z", target, peers=peers)


@as_in(toggle)
def toggle_color(target: Selection, peers: bool | None = None) -> Interactor:
    """Selects the fill or stroke of a shape by a click."""
    return selecting("toggle_color", target, peers=peers)


def nearest(
    target: Param | Selection,
    channels: Sequence[str] | None = None,
    fields: Sequence[str] | None = None,
    max_radius: float | None = None,
) -> Interactor:
    """Selects the shape nearest to the pointer.

    Args:
        target: The selection that is set; or a param, which holds the value of the channel, a list for several, and
            keeps it when the pointer leaves.
        channels: Channels whose values are selected; not given: x and y.
        fields: Columns that the conditions are about; not given: those of the channels.
        max_radius: Greatest distance from the pointer, in pixels; 40 by default.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown channel.
    """
    return nearing("nearest", target, channels=channels, fields=fields, max_radius=max_radius)


@as_in(nearest, channels="Channels whose values are selected; not given: x.")
def nearest_x(
    target: Param | Selection,
    channels: Sequence[str] | None = None,
    fields: Sequence[str] | None = None,
    max_radius: float | None = None,
) -> Interactor:
    """Selects the shape nearest to the pointer along x."""
    return nearing("nearest_x", target, channels=channels, fields=fields, max_radius=max_radius)


@as_in(nearest, channels="Channels whose values are selected; not given: y.")
def nearest_y(
    target: Param | Selection,
    channels: Sequence[str] | None = None,
    fields: Sequence[str] | None = None,
    max_radius: float | None = None,
) -> Interactor:
    """Selects the shape nearest to the pointer along y."""
    return nearing("nearest_y", target, channels=channels, fields=fields, max_radius=max_radius)


def highlight(
    by: Selection,
    opacity: float | None = None,
    fill_opacity: float | None = None,
    stroke_opacity: float | None = None,
    fill: str | None = None,
    stroke: str | None = None,
) -> Interactor:
    """Sets the shapes of the mark before it that are not selected back.

    Args:
        by: The selection.
        opacity: Opacity of what is not selected; 0.2 where nothing else is given.
        fill_opacity: Opacity of its fill.
        stroke_opacity: Opacity of its stroke.
        fill: CSS colour of its fill.
        stroke: CSS colour of its stroke.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    look = {"opacity": opacity, "fill_opacity": fill_opacity, "stroke_opacity": stroke_opacity}
    return build("highlight", {"by": check_selection("highlight", "by", by)}, **look, fill=fill, stroke=stroke)
