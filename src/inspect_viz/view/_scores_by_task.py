"""The scores of models on tasks, as bars side by side."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._sql import name
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._columns import TASKS, check_apart, checked_data, task_column
from ._eval_names import Row
from ._eval_scores import VALUE, EvalScores, find_scores, some
from ._evals import STDERR
from ._lines import noted
from ._models import DISPLAY, model_column
from ._natural import in_order
from ._settings import default_size, label, size, top_marks
from ._task_frames import ROW, Frames

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

WIDTH = 700.0
GOLDEN = 1.618
CAPPED = 10.0
"""From which width of bars on intervals have caps, in pixels."""

FEW = 10


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_by_task(
    data: Data,
    model_name: str = DISPLAY,
    task_name: str = TASKS[0],
    score_value: str = VALUE,
    score_stderr: str | None = STDERR,
    score_label: str | NotGiven | None = NOT_GIVEN,
    ci: float | bool | None = 0.95,
    title: str | Title | None = None,
    marks: Marks | None = None,
    width: float | None = None,
    height: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The score of each model on each task as a bar with its confidence interval; tasks have frames side by side.

    Args:
        data: One row for each evaluation, as `evals_df` gives them. Of a retried one the last log counts; several of
            one model and task have a bar each, side by side.
        model_name: Column of the models; the default falls back to `model`.
        task_name: Column of the tasks; the default falls back to `task_name`. Frames that are too narrow for their bars
            or names stand in several rows; one row is the facet axis fx.
        score_value: Column of the scores.
        score_stderr: Column of their standard errors; None for no intervals.
        score_label: Label of the scores' axis; None for none, NOT_GIVEN for "Score" and the metric.
        ci: Confidence of the intervals, above 0 and below 1; True for 0.95, None or False for none. They are normal
            intervals, which end at 0 and 1 where all scores of their metric lie.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top, in all frames unless they name their facets.
        width: Outer width in pixels; None: 700.
        height: Outer height in pixels; None for the golden ratio, or 150 for each row of frames.
        legend: Legend of the models; None for none, or `legend(...)`.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or holds no numbers, the data has no rows or no scores, or a value is not
            accepted.
    """
    from inspect_viz.plot import legend as make_legend
    from inspect_viz.plot import plot

    width = size("width", width, default_size("width") or WIDTH)
    bars = _find(data, model_name, task_name, score_value, score_stderr, ci, width)
    frames, scores, metrics = bars.frames, bars.scores, bars.scores.metrics
    tall = width / GOLDEN if frames.rows == 1 else frames.rows * ROW + 90
    settings: dict[str, Any] = {
        "x_axis": None,
        "x_domain": list(bars.slots),
        "x_label": None,
        "y_label": label("score_label", score_label, f"Score ({metrics[0]})" if len(metrics) == 1 else "Score"),
        **({"y_domain": [0, 1]} if scores.is_share else {"y_zero": True, "y_nice": True}),
        "y_grid": True,
        **frames.attributes(title is not None),
        "color_domain": list(bars.models),
        **({"color_range": _hues(len(bars.models))} if bars.is_colourful and "color_scheme" not in attributes else {}),
        "aria_description": " ".join((bars.described(), *bars.remarks())),
        **attributes,
    }
    picture = plot(
        *frames.axis(attributes),
        *bars.marks(),
        *frames.titles(),
        *top_marks(marks),
        title=title,
        width=width,
        height=size("height", height, default_size("height") or tall),
        legend=make_legend("color", frame_anchor="bottom", border=False) if isinstance(legend, NotGiven) else legend,
        **settings,
    )
    return noted(picture, bars.remarks())


@dataclass(frozen=True)
class _Bars:
    """Scores in their frames.

    Args:
        scores: The scores.
        frames: The frames of tasks.
        models: Names of models in order.
        slots: Places of bars in a frame, in order: one for each model, or more where an evaluation was repeated.
        slot: Column of the places.
        facets: Columns of the frames, by `fx` and `fy`.
    """

    scores: EvalScores
    frames: Frames
    models: tuple[str, ...]
    slots: tuple[str, ...]
    slot: str
    facets: dict[str, str]

    def marks(self) -> list[Mark]:
        """Bars, a line at the end of each, so that scores of 0 are seen, and intervals."""
        from inspect_viz.mark import bar_y, rule_x, rule_y, tick_y

        scores, model = self.scores, self.scores.model
        common: dict[str, Any] = {"x": self.slot, **self.facets}
        tip: dict[str, Any] = {
            "channels": scores.tip({"Model": scores.label}),
            "tip": {"pointer": "x", "format": dict.fromkeys(("x", "y", "z", "fx", "fy", "fill"), False)},
        }
        cap: dict[str, Any] = {"marker": "tick-x"} if self.frames.step >= CAPPED else {}
        ends: dict[str, Any] = {"y1": scores.low, "y2": scores.high, "stroke": "currentColor", **cap}
        bars = bar_y(scores.data, y=scores.score, fill=model, **tip, **common)
        return [
            bars,
            tick_y(scores.data, y=scores.score, stroke=model, stroke_width=2, **common),
            *([rule_x(scores.data, **ends, **common)] if scores.has_intervals else []),
            rule_y(y=[0], stroke="currentColor", stroke_opacity=0.4),
        ]

    @property
    def is_colourful(self) -> bool:
        """Whether there are more models than colours that nobody takes for each other."""
        return len(self.models) > FEW

    def described(self) -> str:
        return f"Scores of {len(self.models)} models on {len(self.frames.tasks)} tasks."

    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing of the picture, and which models have no score on which tasks."""
        there = {(row.model, _task(row)) for row in self.scores.rows}
        gaps = [
            f"{model} on {task}" for task in self.frames.tasks for model in self.models if (model, task) not in there
        ]
        return (
            *self.scores.remarks("Lines", "bar"),
            *([f"Gaps where there is no evaluation with a score: {some(gaps)}."] if gaps else []),
        )


def _find(
    data: Data, model_name: str, task_name: str, score_value: str, score_stderr: str | None, ci: object, width: float
) -> _Bars:
    """The scores in their frames; errors for columns that are not there or hold no numbers."""
    table = checked_data(data)
    found = task_column(table, "task_name", task_name)
    check_apart(model_name=model_column(table, "model_name", model_name), task_name=found)
    scores = find_scores(table, model_name, score_value, score_stderr, ci, {"task_name": name(found).as_text()})
    models = in_order((row.model for row in scores.rows), table, model_column(table, "model_name", model_name))
    tasks = in_order(map(_task, scores.rows), table, found)
    places = _places(scores.rows)
    slots = sorted(set(places), key=lambda place: (models.index(place[0]), place[1]))
    frames = Frames(tasks, len(slots), width)
    rows = tuple(map(_task, scores.rows))
    placed = frames.placed(rows) or {"frame_column": rows}
    scores, (slot, *facets) = scores.extended(slot=[_slot(*place) for place in places], **placed)
    columns = dict(zip(("fx", "fy"), facets, strict=False))
    return _Bars(scores, frames, tuple(models), tuple(_slot(*place) for place in slots), slot, columns)


def _places(rows: tuple[Row, ...]) -> list[tuple[str, int]]:
    """The model of each row, and its number among those of the same model and task."""
    seen: dict[tuple[str, str], int] = {}
    found = []
    for row in rows:
        key = (row.model, _task(row))
        seen[key] = seen.get(key, 0) + 1
        found.append((row.model, seen[key]))
    return found


def _slot(model: str, number: int) -> str:
    """The name of the place of a bar."""
    return model if number == 1 else f"{model} #{number}"


def _task(row: Row) -> str:
    return row.apart[0] or "no task"


def _hues(number: int) -> list[str]:
    """Colours of many models: hues in their order, light and dark in turn."""
    parts = (colorsys.hls_to_rgb(n / number * 0.9, 0.42 if n % 2 else 0.62, 0.6) for n in range(number))
    return ["#" + "".join(f"{round(part * 255):02x}" for part in own) for own in parts]
