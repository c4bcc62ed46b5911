"""Text at given positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._build import build, options_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import TextMarkOptions
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel, ChannelSpec
    from inspect_viz.data import Data


@options_of("text", order="frame_anchor line_anchor rotate styles")
def text(
    data: Data | None = None,
    x: ChannelSpec | NotGiven = NOT_GIVEN,
    y: ChannelSpec | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    text: Channel | NotGiven = NOT_GIVEN,
    filter_by: None = None,
    **options: Unpack[TextMarkOptions],
) -> Mark:
    """Labels, one for each row of the data; without data, texts given here.

    Args:
        data: Rows to draw; None when positions and texts are given as values.
        x: Horizontal position.
        y: Vertical position.
        z: Column that splits rows into groups.
        text: Column with the texts, or the texts themselves when there is no data.
        filter_by: Reserved for selections.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for an unknown column or a value that is not accepted.
    """
    return build("text", data, filter_by=filter_by, x=x, y=y, z=z, text=text, **options)
