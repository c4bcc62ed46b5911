"""Lines and areas, and lines through or between points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._declare import MARKERS, mark

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated import options as vocabulary
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel
    from inspect_viz.data import Data


@mark("filter_by offset order curve")
def area(
    data: Data,
    x1: Channel,
    y1: Channel,
    x2: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.AreaMarkOptions],
) -> Mark:
    """Areas between two lines, from (x1, y1) to (x2, y2)."""


@mark("filter_by offset order curve")
def area_x(
    data: Data,
    x: Channel,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.AreaXMarkOptions],
) -> Mark:
    """Areas between a vertical base line and a line, joined along y."""


@mark("filter_by offset order curve")
def area_y(
    data: Data,
    y: Channel,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.AreaYMarkOptions],
) -> Mark:
    """Areas between a base line and a line, joined along x."""


@mark(f"filter_by {MARKERS} curve tension")
def line(
    data: Data | None = None,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.LineMarkOptions],
) -> Mark:
    """Lines that join rows in their order."""


@mark(f"filter_by {MARKERS} curve tension")
def line_x(
    data: Data | None = None,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.LineXMarkOptions],
) -> Mark:
    """Lines whose points follow each other along y."""


@mark(f"filter_by {MARKERS} curve tension")
def line_y(
    data: Data | None = None,
    y: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.LineYMarkOptions],
) -> Mark:
    """Lines whose points follow each other along x."""


@mark("filter_by ci precision")
def regression_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.RegressionYMarkOptions],
) -> Mark:
    """A straight line through points by least squares, with its confidence band."""


@mark(f"ci z filter_by {MARKERS}")
def error_bar_x(
    data: Data, x: Channel, y: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.ErrorbarXMarkOptions]
) -> Mark:
    """Means of x in groups, with normal intervals (z standard errors)."""


@mark(f"ci z filter_by {MARKERS}")
def error_bar_y(
    data: Data, y: Channel, x: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.ErrorbarYMarkOptions]
) -> Mark:
    """Means of y in groups, with normal intervals (z standard errors)."""


@mark(f"filter_by {MARKERS} curve tension")
def link(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.LinkMarkOptions],
) -> Mark:
    """Lines from one position to another, one for each row."""


@mark("filter_by bend head_angle head_length inset inset_start inset_end sweep")
def arrow(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.ArrowMarkOptions],
) -> Mark:
    """Arrows from one position to another, straight or bent."""
