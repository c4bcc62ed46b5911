"""Bars, rectangles and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._declare import BOX, mark

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated import options as vocabulary
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel
    from inspect_viz.data import Data


@mark(f"interval filter_by offset order z {BOX}")
def bar_x(
    data: Data,
    x: Channel,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.BarXMarkOptions],
) -> Mark:
    """Horizontal bars, one row of the plot for each category of y."""


@mark(f"interval filter_by offset order z {BOX}")
def bar_y(
    data: Data,
    y: Channel,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.BarYMarkOptions],
) -> Mark:
    """Vertical bars, one column of the plot for each category of x."""


@mark(f"filter_by interval {BOX} offset order")
def rect(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.RectMarkOptions],
) -> Mark:
    """Rectangles between two positions along x and two along y."""


@mark(f"filter_by interval {BOX} offset order")
def rect_x(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.RectXMarkOptions],
) -> Mark:
    """Horizontal bars over numbers or dates, such as histograms along y."""


@mark(f"filter_by interval {BOX} offset order")
def rect_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.RectYMarkOptions],
) -> Mark:
    """Vertical bars over numbers or dates, such as histograms along x."""


@mark(f"filter_by multiple unit gap round interval offset order {BOX}")
def waffle_x(
    data: Data,
    x: Channel,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.WaffleXMarkOptions],
) -> Mark:
    """Horizontal bars made of small squares that can be counted."""


@mark(f"filter_by multiple unit gap round interval offset order {BOX}")
def waffle_y(
    data: Data,
    y: Channel,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.WaffleYMarkOptions],
) -> Mark:
    """Vertical bars made of small squares that can be counted."""


@mark(f"filter_by {BOX}")
def cell(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.CellMarkOptions],
) -> Mark:
    """Rectangles on a grid of categories, as in a heatmap."""


@mark(f"filter_by {BOX}")
def cell_x(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.CellXMarkOptions],
) -> Mark:
    """Cells in one row, one for each category of x."""


@mark(f"filter_by {BOX}")
def cell_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.CellYMarkOptions],
) -> Mark:
    """Cells in one column, one for each category of y."""
