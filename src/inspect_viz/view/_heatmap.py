"""Any column against any other, the mean of a third as colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from inspect_viz._sql import Expression, name
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._attributes import listed_with_margins
from ._cell_options import CellOptions
from ._columns import check_category, checked_data
from ._matrix import find_matrix
from ._matrix_plot import Look, Words, heading, matrix_plot
from ._models import DISPLAY, model_column
from ._order import Sort
from ._range import score_label
from ._settings import label

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._generated.attributes import PlotAttributes
    from inspect_viz._spec.nodes import Legend, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks


@listed_with_margins
def heatmap(
    data: Data,
    x_value: str = "id",
    x_label: str | NotGiven | None = None,
    y_value: str = DISPLAY,
    y_label: str | NotGiven | None = None,
    color_value: str | None = None,
    channels: dict[str, Any] | None = None,
    cell: CellOptions | None = None,
    tip: bool = True,
    title: str | Title | None = None,
    marks: Marks | None = None,
    height: float | None = None,
    width: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    sort: Sort = "ascending",
    orientation: Literal["horizontal", "vertical"] = "horizontal",
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The values of one column against those of another, the mean of a third as colour and as number.

    Cells without a row are empty, with a dash; tips and a note below the picture say which cells are means of several
    rows. For samples and models `sample_heatmap` tells more.

    Args:
        data: Rows of any kind.
        x_value: Column whose values are columns of cells.
        x_label: Label of that axis; None for none, NOT_GIVEN for the column's name.
        y_value: Column whose values are rows of cells; the default falls back to `model`.
        y_label: Label of that axis, as `x_label`.
        color_value: Column of numbers, booleans or scores such as "C" and "I", whose mean is the colour of a cell, from
            0 to 1 where all means lie there, else from the lowest to the highest. None: the only column named `score`
            or `score_*` that can be shown.
        channels: Further columns for the tips, by their headings.
        cell: Inset (pixels) and text colour of the cells; None: the value in black or white, where it has room.
        tip: Show what a cell is and the links of column `log_viewer` under the pointer.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        height: Outer height in pixels; the legend comes in addition. None lets it follow the rows.
        width: Outer width in pixels; None: 700, and cells no wider than 72.
        legend: Colour legend above the cells; None for none, or `legend(...)`.
        sort: "ascending" puts rows and columns with the highest means of their cells at the top right, "descending" at
            the bottom left; None keeps the order of the data. Or Plot's own option: a channel such as "x", `{value,
            order}`, or an order for each axis, such as `{"y": {"value": "y"}}`.
        orientation: "vertical" puts `x_value` on y and `y_value` on x, each with its label.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or holds no numbers, the data has no rows, or a value is not accepted.
    """
    table = checked_data(data)
    y_value = model_column(table, "y_value", y_value) if y_value == DISPLAY else y_value
    found = find_matrix(table, ("x_value", x_value), ("y_value", y_value), ("color_value", color_value))
    words = Words(
        label("x_label", x_label, x_value),
        label("y_label", y_label, y_value),
        (heading(x_label, x_value), heading(y_label, y_value), found.score.column),
        score_label(found.score),
    )
    look = Look(cell, tip, title, marks, height, width, legend, sort, orientation, attributes)
    return matrix_plot(found, look, words, _facts(table, channels))


def _facts(data: Data, channels: object) -> dict[str, Expression]:
    """Columns for tips by their headings; errors for those that are not there."""
    if channels is None:
        return {}
    if not isinstance(channels, Mapping):
        raise TypeError(f"channels={channels!r} must be a dict of headings and columns, or None")
    for told, column in channels.items():
        check_category(data, f"channels[{told!r}]", column)
    return {str(told): name(column) for told, column in channels.items()}


__all__ = ["heatmap"]
