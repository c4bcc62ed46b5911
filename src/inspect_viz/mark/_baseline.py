"""Lines that a reader compares values with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from inspect_viz._spec.arguments import Call, Fixed
from inspect_viz._spec.channels import MarkCall
from inspect_viz._spec.colors import check_color
from inspect_viz._spec.errors import one_of, wrong_type
from inspect_viz._util.notgiven import NOT_GIVEN

from ._build import build, check_data, check_filter

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel, FilterBy
    from inspect_viz.data import Data

POSITIONS = ("start", "middle", "end")
ANCHORS = {"x": ("bottom", "middle", "top"), "y": ("left", "middle", "right")}
TEXT_ANCHORS = {"x": ("start", "start", "start"), "y": ("start", "middle", "end")}
BLACK = "#000000"


def baseline(
    value: Channel,
    *,
    orientation: Literal["x", "y"] = "x",
    label: str | None = None,
    label_position: Literal["start", "middle", "end"] = "end",
    label_inset: float | None = None,
    color: str = BLACK,
    width: float = 1,
    dasharray: str | float | None = "2,4",
    data: Data | None = None,
    filter: FilterBy = None,
) -> list[Mark]:
    """A line across the plot at one value, with or without a label.

    Args:
        value: Where the line stands: a value, or with `data` a column or a transform such as `avg("score")`.
        orientation: "x" for a vertical line at a value of x, "y" for a horizontal one at a value of y.
        label: Text beside the line; None for none.
        label_position: End of the line at which the label stands: "start" (bottom or left), "middle" or "end".
        label_inset: Distance of the label from the frame, in pixels; 6 by default.
        color: CSS colour of line and label; black is the colour of text, so that it can be seen on dark paper.
        width: Width of the line, in pixels.
        dasharray: Lengths of dashes and gaps as in SVG; None for a solid line.
        data: Rows that the value is computed from.
        filter: Selection that says which of them are read.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    one_of("baseline", "orientation", orientation, ("x", "y"))
    one_of("baseline", "label_position", label_position, POSITIONS)
    table = check_data("baseline", data, True)
    check_filter("baseline", filter, table, "filter")
    if value is None:
        raise wrong_type("baseline", "value", value, "a value, a column's name or a transform")
    MarkCall("baseline", None if table is None else table.columns).value("value", value, ("ChannelSpec",))
    call = Fixed("baseline")
    call.value("label", label, ("str", "None"))
    loose = Call("baseline")
    loose.value("width", width, ("float",))
    loose.value("dasharray", dasharray, ("str", "float", "None"))
    inset = call.value("label_inset", 6 if label_inset is None else label_inset, ("float",))
    assert isinstance(inset, int | float)
    ink = "currentColor" if check_color("baseline", "color", color) == BLACK else color
    common: dict[str, object] = {"data": data, "filter_by": filter, orientation: value}
    look = {"stroke": ink, "stroke_width": width, "stroke_dasharray": NOT_GIVEN if dasharray is None else dasharray}
    rule = build("ruleX" if orientation == "x" else "ruleY", {**common, **look}, True)
    return [rule] if label is None else [rule, _label(common, orientation, label, label_position, inset, ink)]


def _label(common: dict[str, object], orientation: str, label: str, position: str, inset: float, ink: str) -> Mark:
    """The text beside the line, in the frame at the end of the line that it is asked for."""
    place = POSITIONS.index(position)
    along = (inset, 0, -inset)[place]
    shift = {"dx": 5, "dy": -along} if orientation == "x" else {"dx": along, "dy": -7}
    text = [label] if common["data"] is None else {"sql": "'" + label.replace("'", "''") + "'"}
    anchors = {"frame_anchor": ANCHORS[orientation][place], "text_anchor": TEXT_ANCHORS[orientation][place]}
    return build("text", {**common, "text": text, "fill": ink, **shift, **anchors}, True)
