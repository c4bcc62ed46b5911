"""One shape or text for each row."""

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


@mark("r filter_by rotate symbol frame_anchor")
def dot(
    data: Data, x: Channel, y: Channel, z: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.DotMarkOptions]
) -> Mark:
    """Symbols, one for each row."""


@mark("r interval filter_by rotate symbol frame_anchor")
def dot_x(
    data: Data,
    x: Channel,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DotXMarkOptions],
) -> Mark:
    """Symbols along x; y is a category, or rounded to an interval."""


@mark("r interval filter_by rotate symbol frame_anchor")
def dot_y(
    data: Data,
    y: Channel,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DotYMarkOptions],
) -> Mark:
    """Symbols along y; x is a category, or rounded to an interval."""


@mark("r filter_by rotate frame_anchor")
def circle(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.CircleMarkOptions],
) -> Mark:
    """Circles, one for each row."""


@mark("r filter_by rotate frame_anchor")
def hexagon(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.HexagonMarkOptions],
) -> Mark:
    """Hexagons, one for each row."""


@mark(f"filter_by {MARKERS} inset inset_top inset_bottom")
def tick_x(
    data: Data, x: Channel, y: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.TickXMarkOptions]
) -> Mark:
    """Short vertical lines, one for each row, on the bands of y."""


@mark(f"filter_by {MARKERS} inset inset_left inset_right")
def tick_y(
    data: Data, y: Channel, x: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.TickYMarkOptions]
) -> Mark:
    """Short horizontal lines, one for each row, on the bands of x."""


@mark(f"filter_by interval {MARKERS} inset")
def rule_x(
    data: Data | None = None,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    y1: Channel | NotGiven = NOT_GIVEN,
    y2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.RuleXMarkOptions],
) -> Mark:
    """Vertical lines."""


@mark(f"filter_by interval {MARKERS} inset")
def rule_y(
    data: Data | None = None,
    y: Channel | NotGiven = NOT_GIVEN,
    x: Channel | NotGiven = NOT_GIVEN,
    x1: Channel | NotGiven = NOT_GIVEN,
    x2: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.RuleYMarkOptions],
) -> Mark:
    """Horizontal lines."""


@mark("filter_by frame_anchor line_anchor rotate styles")
def text(
    data: Data | None = None,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    text: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.TextMarkOptions],
) -> Mark:
    """Labels, one for each row of the data; without data, texts given here."""


@mark("interval filter_by frame_anchor line_anchor rotate styles")
def text_x(
    data: Data,
    x: Channel,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    text: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.TextXMarkOptions],
) -> Mark:
    """Labels along x; y is a category, or rounded to an interval."""


@mark("interval filter_by frame_anchor line_anchor rotate styles")
def text_y(
    data: Data,
    y: Channel,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    text: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.TextYMarkOptions],
) -> Mark:
    """Labels along y; x is a category, or rounded to an interval."""


@mark("r filter_by length rotate shape anchor frame_anchor")
def vector(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.VectorMarkOptions],
) -> Mark:
    """Arrows at positions, by length and rotation."""


@mark("r filter_by length rotate shape anchor frame_anchor")
def vector_x(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.VectorXMarkOptions],
) -> Mark:
    """Vectors along x."""


@mark("r filter_by length rotate shape anchor frame_anchor")
def vector_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.VectorYMarkOptions],
) -> Mark:
    """Vectors along y."""


@mark("r length rotate shape anchor frame_anchor filter_by")
def spike(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.SpikeMarkOptions],
) -> Mark:
    """Vertical spikes whose length shows a value, as on a map."""


@mark("filter_by width height r rotate src preserve_aspect_ratio cross_origin frame_anchor image_rendering")
def image(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.ImageMarkOptions],
) -> Mark:
    """Images, one for each row."""
