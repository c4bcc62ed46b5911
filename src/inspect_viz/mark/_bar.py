"""Bars, rectangles and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._declare import mark

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated.options import (
        BarXMarkOptions,
        BarYMarkOptions,
        CellMarkOptions,
        CellXMarkOptions,
        CellYMarkOptions,
        RectMarkOptions,
        RectXMarkOptions,
        RectYMarkOptions,
        WaffleXMarkOptions,
        WaffleYMarkOptions,
    )
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel
    from inspect_viz.data import Data


@mark("interval filter_by offset order z inset inset_top inset_right inset_bottom inset_left rx ry")
def bar_x(
    data: Data,
    x: Channel,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[BarXMarkOptions],
) -> Mark:
    """Horizontal bars, one row of the plot for each category of y."""


@mark("interval filter_by offset order z inset inset_top inset_right inset_bottom inset_left rx ry")
def bar_y(
    data: Data,
    y: Channel,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[BarYMarkOptions],
) -> Mark:
    """Vertical bars, one column of the plot for each category of x."""


@mark("filter_by interval inset inset_top inset_right inset_bottom inset_left rx ry offset order")
def rect(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[RectMarkOptions],
) -> Mark:
    """Rectangles between two positions along x and two along y."""


@mark("filter_by interval inset inset_top inset_right inset_bottom inset_left rx ry offset order")
def rect_x(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[RectXMarkOptions],
) -> Mark:
    """Horizontal bars over numbers or dates, such as histograms along y."""


@mark("filter_by interval inset inset_top inset_right inset_bottom inset_left rx ry offset order")
def rect_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[RectYMarkOptions],
) -> Mark:
    """Vertical bars over numbers or dates, such as histograms along x."""


@mark(
    "filter_by multiple unit gap round interval offset order inset inset_top inset_right inset_bottom inset_left rx ry"
)
def waffle_x(
    data: Data,
    x: Channel,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[WaffleXMarkOptions],
) -> Mark:
    """Horizontal bars made of small squares that can be counted."""


@mark(
    "filter_by multiple unit gap round interval offset order inset inset_top inset_right inset_bottom inset_left rx ry"
)
def waffle_y(
    data: Data,
    y: Channel,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[WaffleYMarkOptions],
) -> Mark:
    """Vertical bars made of small squares that can be counted."""


@mark("filter_by inset inset_top inset_right inset_bottom inset_left rx ry")
def cell(
    data: Data, x: Channel | NotGiven = NOT_GIVEN, y: Channel | NotGiven = NOT_GIVEN, **options: Unpack[CellMarkOptions]
) -> Mark:
    """Rectangles on a grid of categories, as in a heatmap."""


@mark("filter_by inset inset_top inset_right inset_bottom inset_left rx ry")
def cell_x(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[CellXMarkOptions],
) -> Mark:
    """Cells in one row, one for each category of x."""


@mark("filter_by inset inset_top inset_right inset_bottom inset_left rx ry")
def cell_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[CellYMarkOptions],
) -> Mark:
    """Cells in one column, one for each category of y."""
