"""Radar charts: one axis for each task or metric, one outline for each model."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._sql import ALL, name, select, text
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

from ._columns import TASKS, checked_data, task_column, text_column
from ._lines import check_numbers, noted
from ._models import DISPLAY, model_column
from ._radar_grid import Grid, LabelStyles, rings
from ._roles import LINK
from ._settings import size

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz.data import Data

TASK_LABEL, TASK = TASKS
ABOVE = 36.0
"""The room above and below the frame, in pixels, where names have the width of the frame."""

TITLE = 20.0
"""The room that a title needs above the names."""

MOST = 4
NEEDED = ("x", "y", "value", "value_scaled")
CHANNELS = {"Score": "value", "Scaled score": "value_scaled", "Metric": "metric", "Scorer": "scorer", "Task": TASK}
"""What tips tell besides the model, as far as there are such columns."""


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_radar_by_task(
    data: Data,
    model: str = DISPLAY,
    label: str = TASK_LABEL,
    title: str | Title | None = None,
    width: float = 400,
    channels: dict[str, str] | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    label_styles: LabelStyles | None = None,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """A radar chart with one axis for each task and one outline for each model.

    Args:
        data: Rows as `scores_radar_by_task_df` gives them.
        model: Column of the models; the default falls back to `model`.
        label: Column of the names of axes; the default falls back to `task_name`.
        title: Text above the picture, or `title(...)`.
        width: Outer width in pixels; the frame within the margins is a square.
        channels: Headings of tips and their columns; None: model, score, scaled score, metric, scorer, task and the
            link to the log, as far as there are such columns.
        legend: Legend of the models; None for none, or `legend(...)`.
        label_styles: `line_width` and `text_overflow` of the names of axes; None: as wide as the room beside the
            chart, wrapped between words, or shortened where a word is too long.
        attributes: Further attributes of `plot`, as listed below; `margin` is
            the room on each side of the frame; not given: as much as names need, up to 22 % of the width beside it.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or holds no numbers, the data has no rows, or a value is not accepted.
    """
    from inspect_viz.plot import legend as make_legend
    from inspect_viz.plot import plot

    if "height" in attributes:
        height = dict(attributes)["height"]
        raise TypeError(f"height={height!r} has no place in a radar chart: its frame is a square; width says how large")
    found = _find(data, model, label)
    styles = _styles(label_styles)
    width = size("width", width, 400)
    grid, given = found.grid(), attributes.get("margin")
    beside = grid.margin(width) if given is None else float(given) if isinstance(given, int | float) else 0.0
    below = ABOVE if given is None else beside
    above = below + TITLE if given is None and title else below
    reach = [-grid.radius, grid.radius]
    settings: dict[str, object] = {
        "axis": None,
        **({"margins": {"left": beside, "right": beside, "top": above, "bottom": below}} if given is None else {}),
        "x_domain": reach,
        "y_domain": reach,
        "aria_description": found.described(),
        **attributes,
    }
    picture = plot(
        *grid.marks(width, beside, styles),
        *found.marks(_channels(found, channels)),
        grid.values(),
        title=title,
        width=width,
        height=width - 2 * beside + above + below,
        legend=make_legend("color", frame_anchor="bottom", border=False) if isinstance(legend, NotGiven) else legend,
        **settings,  # type: ignore[arg-type]
    )
    return noted(picture, found.remarks())


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_radar_by_metric(
    data: Data,
    label: str = "metric",
    *,
    model: str = DISPLAY,
    title: str | Title | None = None,
    width: float = 400,
    channels: dict[str, str] | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    label_styles: LabelStyles | None = None,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """A radar chart with one axis for each metric and one outline for each model.

    Args:
        data: Rows as `scores_radar_by_metric_df` gives them.
        label: Column of the names of axes.
        model: As in `scores_radar_by_task`, and so are all that follow.
        title: Text above the picture, or `title(...)`.
        width: Outer width in pixels.
        channels: Headings of tips and their columns.
        legend: Legend of the models; None for none, or `legend(...)`.
        label_styles: `line_width` and `text_overflow` of the names of axes.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError, ValueError: As `scores_radar_by_task`.
    """
    return scores_radar_by_task(data, model, label, title, width, channels, legend, label_styles, **attributes)


@dataclass(frozen=True)
class _Point:
    """A score of a model on an axis."""

    model: str
    axis: str
    value: float
    scaled: float


@dataclass(frozen=True)
class _Radar:
    """The columns of a radar chart, and its points in the order of the data."""

    data: Data
    model: str
    label: str
    points: tuple[_Point, ...]

    def grid(self) -> Grid:
        highest = max((point.scaled for point in self.points if math.isfinite(point.scaled)), default=0.0)
        names = tuple(dict.fromkeys(point.axis for point in self.points))
        return Grid(names, rings(1.0 if 0 < highest <= 1 else highest))

    def marks(self, channels: Mapping[str, str]) -> list[Mark]:
        """Outlines, and a dot on each axis, which has the tip."""
        from inspect_viz.mark import dot, line

        look: dict[str, Any] = {"x": "x", "y": "y"}
        outline = line(
            self.data, z=self.model, stroke=self.model, stroke_width=2, fill=self.model, fill_opacity=0.06, **look
        )
        tip = {"format": {"x": False, "y": False, "fill": False}}
        dots = dot(self._once(), fill=self.model, r=3.5, channels=channels, tip=tip, **look)  # type: ignore[arg-type]
        return [outline, dots]

    def _once(self) -> Data:
        """The rows without those that close the outlines, so that a dot stands once in its place."""
        from inspect_viz.data._filtered import answered

        rows = select(ALL, source="data").unique().ordered(name(self.model), name(self.label), name("x"), name("y"))
        return self.data.replaced(answered(self.data.reader, text(rows)))

    def described(self) -> str:
        names = self.grid().names
        models = dict.fromkeys(point.model for point in self.points)
        return f"Radar chart of {len(models)} models over {listing(names)}: {', '.join(self.remarks())}"

    def remarks(self) -> tuple[str, ...]:
        """What the rings are, and which scores have no place on their axes."""
        same = all(point.scaled == point.value or math.isnan(point.scaled) for point in self.points)
        found = dict.fromkeys(self.points)
        missing = [f"{p.model} on {p.axis}" for p in found if not math.isfinite(p.scaled)]
        below = [f"{p.model} on {p.axis}" for p in found if p.scaled < 0]
        return (
            *([f"Gaps where there is no score: {_some(missing)}"] if missing else []),
            *([f"Below 0, so beyond the centre: {_some(below)}"] if below else []),
            "Rings: scores" if same else "Rings: scaled scores, further out is better; tips have the scores",
        )


def _some(names: list[str]) -> str:
    """The first of many names, and how many more there are."""
    rest = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return ", ".join(names[:MOST]) + rest


def _find(data: object, model: str, label: str) -> _Radar:
    """The columns; errors for those that are not there or hold no numbers."""
    table = checked_data(data)
    found = task_column(table, "label", label)
    model = model_column(table, "model", model)
    for column in NEEDED:
        check_numbers(table, "data", column)
    question = select(name(model).as_text(), name(found).as_text(), name("value"), name("value_scaled"), source="data")
    rows = table.reader.ask(question)
    points = tuple(_Point(str(a), str(b), _number(value), _number(scaled)) for a, b, value, scaled in rows)
    return _Radar(table, model, found, points)


def _number(value: Any) -> float:
    return math.nan if value is None else float(value)


def _channels(radar: _Radar, given: object) -> dict[str, str]:
    if given is None:
        columns = radar.data.columns
        link = text_column(radar.data, LINK)
        own = {"Model": radar.model, **{head: column for head, column in CHANNELS.items() if column in columns}}
        named = {"Task": radar.label} if radar.label == TASK_LABEL else {}
        return {**own, **named, **({} if link is None else {"Log viewer": link})}
    if not isinstance(given, Mapping):
        raise TypeError(f"channels={given!r} must be a dict of headings and columns, or None")
    return dict(given)


def _styles(given: object) -> LabelStyles:
    if given is None:
        return {}
    known = tuple(LabelStyles.__annotations__)
    if not isinstance(given, Mapping):
        raise TypeError(f"label_styles={given!r} must be a dict with {listing(known)}, or None")
    for key in given:
        if key not in known:
            raise ValueError(f"label_styles: {key!r} is none of {listing(known)}.{did_you_mean(key, known)}")
    return given  # type: ignore[return-value]
