"""Rectangles between two positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._build import build, options_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import RectMarkOptions
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel, ChannelIntervalSpec, ChannelSpec
    from inspect_viz.data import Data


@options_of("rect", order="interval inset inset_top inset_right inset_bottom inset_left rx ry offset order")
def rect(
    data: Data,
    x: ChannelIntervalSpec | NotGiven = NOT_GIVEN,
    x1: ChannelSpec | NotGiven = NOT_GIVEN,
    x2: ChannelSpec | NotGiven = NOT_GIVEN,
    y: ChannelIntervalSpec | NotGiven = NOT_GIVEN,
    y1: ChannelSpec | NotGiven = NOT_GIVEN,
    y2: ChannelSpec | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    filter_by: None = None,
    **options: Unpack[RectMarkOptions],
) -> Mark:
    """Rectangles between two positions along x and two along y.

    Args:
        data: Rows to draw.
        x: Horizontal position, when `interval` says how wide one is.
        x1: Left edge.
        x2: Right edge.
        y: Vertical position, when `interval` says how high one is.
        y1: Lower edge.
        y2: Upper edge.
        z: Column that splits rows into groups.
        filter_by: Reserved for selections.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for an unknown column or a value that is not accepted.
    """
    return build("rect", data, filter_by=filter_by, x=x, x1=x1, x2=x2, y=y, y1=y1, y2=y2, z=z, **options)
