"""Axes of one's own, instead of the implicit ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._build import build, options_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import AxisXMarkOptions, AxisYMarkOptions
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel, ChannelSpec, Interval

ORDER = (
    "frame_anchor line_anchor rotate text_stroke text_stroke_opacity text_stroke_width styles anchor color ticks"
    " tick_spacing tick_size tick_padding tick_format tick_rotate label label_offset label_anchor label_arrow"
)


@options_of("axisX", order=ORDER)
def axis_x(
    x: ChannelSpec | NotGiven = NOT_GIVEN,
    interval: Interval | NotGiven = NOT_GIVEN,
    text: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[AxisXMarkOptions],
) -> Mark:
    """A horizontal axis.

    Args:
        x: Positions of the ticks.
        interval: Interval between ticks.
        text: Labels of the ticks.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    return build("axisX", None, x=x, interval=interval, text=text, **options)


@options_of("axisY", order=ORDER)
def axis_y(
    y: ChannelSpec | NotGiven = NOT_GIVEN,
    interval: Interval | NotGiven = NOT_GIVEN,
    text: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[AxisYMarkOptions],
) -> Mark:
    """A vertical axis.

    Args:
        y: Positions of the ticks.
        interval: Interval between ticks.
        text: Labels of the ticks.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    return build("axisY", None, y=y, interval=interval, text=text, **options)
