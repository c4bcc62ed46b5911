"""Straight lines across a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._build import build, options_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import RuleXMarkOptions, RuleYMarkOptions
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import ChannelIntervalSpec, ChannelSpec
    from inspect_viz.data import Data

ORDER = "interval marker marker_start marker_mid marker_end inset"


@options_of("ruleX", order=ORDER)
def rule_x(
    data: Data | None = None,
    x: ChannelSpec | NotGiven = NOT_GIVEN,
    y: ChannelIntervalSpec | NotGiven = NOT_GIVEN,
    y1: ChannelSpec | NotGiven = NOT_GIVEN,
    y2: ChannelSpec | NotGiven = NOT_GIVEN,
    filter_by: None = None,
    **options: Unpack[RuleXMarkOptions],
) -> Mark:
    """Vertical lines.

    Args:
        data: Rows to draw; None when positions are given as values.
        x: Horizontal position.
        y: Vertical position, when `interval` says how long a line is.
        y1: Lower end.
        y2: Upper end.
        filter_by: Reserved for selections.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for an unknown column or a value that is not accepted.
    """
    return build("ruleX", data, filter_by=filter_by, x=x, y=y, y1=y1, y2=y2, **options)


@options_of("ruleY", order=ORDER)
def rule_y(
    data: Data | None = None,
    y: ChannelSpec | NotGiven = NOT_GIVEN,
    x: ChannelIntervalSpec | NotGiven = NOT_GIVEN,
    x1: ChannelSpec | NotGiven = NOT_GIVEN,
    x2: ChannelSpec | NotGiven = NOT_GIVEN,
    filter_by: None = None,
    **options: Unpack[RuleYMarkOptions],
) -> Mark:
    """Horizontal lines.

    Args:
        data: Rows to draw; None when positions are given as values.
        y: Vertical position.
        x: Horizontal position, when `interval` says how long a line is.
        x1: Left end.
        x2: Right end.
        filter_by: Reserved for selections.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for an unknown column or a value that is not accepted.
    """
    return build("ruleY", data, filter_by=filter_by, y=y, x=x, x1=x1, x2=x2, **options)
