"""Axes, grids, frames and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._declare import AXIS, BOX, mark

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated import options as vocabulary
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel
    from inspect_viz.data import Data


@mark(AXIS)
def axis_x(x: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.AxisXMarkOptions]) -> Mark:
    """A horizontal axis, in place of the plot's own."""


@mark(AXIS)
def axis_y(y: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.AxisYMarkOptions]) -> Mark:
    """A vertical axis, in place of the plot's own."""


@mark(AXIS)
def axis_fx(x: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.AxisFxMarkOptions]) -> Mark:
    """An axis of the facets from left to right."""


@mark(AXIS)
def axis_fy(y: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.AxisFyMarkOptions]) -> Mark:
    """An axis of the facets from top to bottom."""


@mark("interval anchor color ticks tick_spacing")
def grid_x(
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.GridXMarkOptions],
) -> Mark:
    """Vertical grid lines."""


@mark("interval anchor color ticks tick_spacing inset_left inset_right")
def grid_y(
    y: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.GridYMarkOptions],
) -> Mark:
    """Horizontal grid lines."""


@mark("interval anchor color ticks tick_spacing")
def grid_fx(
    x: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.GridFxMarkOptions],
) -> Mark:
    """Vertical grid lines through the middle of facets."""


@mark("interval anchor color ticks tick_spacing inset_left inset_right")
def grid_fy(
    y: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.GridFyMarkOptions],
) -> Mark:
    """Horizontal grid lines through the middle of facets."""


@mark(f"anchor {BOX}")
def frame(**options: Unpack[vocabulary.FrameMarkOptions]) -> Mark:
    """A rectangle around the plot's inner area, or a line along one side of it."""


@mark("bin_width")
def hexgrid(**options: Unpack[vocabulary.HexgridMarkOptions]) -> Mark:
    """The grid of hexagons that `hexbin` counts in."""


@mark("r filter_by")
def geo(data: Data, geometry: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.GeoMarkOptions]) -> Mark:
    """Shapes of GeoJSON, under the plot's projection."""


@mark()
def graticule(**options: Unpack[vocabulary.GraticuleMarkOptions]) -> Mark:
    """Lines of longitude and latitude, 10 degrees apart."""


@mark()
def sphere(**options: Unpack[vocabulary.SphereMarkOptions]) -> Mark:
    """The outline of the globe under the plot's projection."""
