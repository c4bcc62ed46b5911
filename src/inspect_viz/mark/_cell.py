"""Cells: one rectangle for each pair of categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._build import build, options_of

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import CellMarkOptions
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import ChannelSpec
    from inspect_viz.data import Data


@options_of("cell", order="inset inset_top inset_right inset_bottom inset_left rx ry")
def cell(
    data: Data,
    x: ChannelSpec | NotGiven = NOT_GIVEN,
    y: ChannelSpec | NotGiven = NOT_GIVEN,
    filter_by: None = None,
    **options: Unpack[CellMarkOptions],
) -> Mark:
    """Rectangles on a grid of categories, as in a heatmap.

    Args:
        data: Rows to draw.
        x: Column of the categories from left to right.
        y: Column of the categories from top to bottom.
        filter_by: Reserved for selections.
        options: Further options, listed below.

    Raises:
        TypeError: for an unknown option or a value of the wrong type.
        ValueError: for an unknown column or a value that is not accepted.
    """
    return build("cell", data, filter_by=filter_by, x=x, y=y, **options)
