"""Tasks against models, the score as colour and number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from inspect_viz._meaning.scores import HEADLINE
from inspect_viz._meaning.types import is_number
from inspect_viz._sql import Expression, call, name, select
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven
from inspect_viz.data._standing import standing

from ._attributes import listed_with_margins
from ._cell_options import CellOptions
from ._columns import TASKS, checked_data, first_of, task_column
from ._matrix import Matrix, find_matrix
from ._matrix_plot import Look, Words, heading, matrix_plot
from ._models import DISPLAY, model_apart, model_column, shown_model
from ._order import Sort
from ._range import score_label
from ._runs import RUNS, find_runs, same_sample
from ._settings import label

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._generated.attributes import PlotAttributes
    from inspect_viz._spec.nodes import Legend, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

SCORER, _, METRIC, VALUE, STDERR = HEADLINE
SAMPLE = "id"
MOST_TOLD = 3


@listed_with_margins
def scores_heatmap(
    data: Data,
    task_name: str = TASKS[0],
    task_label: str | NotGiven | None = None,
    model_name: str = DISPLAY,
    model_label: str | NotGiven | None = None,
    score_value: str = VALUE,
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
    """The score of each model on each task, as colour and as number.

    A task that a model was not run on has a dash and counts nowhere. Of a retried evaluation the last log counts.
    Tips and a note below the picture say where a cell is the mean of several evaluations, and the note which metrics
    share one scale of colours.

    Args:
        data: Rows of evaluations, as inspect_ai's `evals_df` gives them.
        task_name: Column of the tasks' names; the default falls back to `task_name`.
        task_label: Label of the tasks' axis; None for none, NOT_GIVEN for the column's name.
        model_name: Column of the models' names; the default falls back to `model`.
        model_label: Label of the models' axis, as `task_label`.
        score_value: Column of the scores; colours go from 0 to 1 where all scores lie there, else from the lowest to
            the highest.
        cell: Inset (pixels) and text colour of the cells; None: the score in black or white, where it has room.
        tip: Show model, task, score and the links of column `log_viewer` under the pointer.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        height: Outer height in pixels; the legend comes in addition. None lets it follow the rows.
        width: Outer width in pixels; None: 700, and cells no wider than 72.
        legend: Colour legend above the cells; None for none, or `legend(...)`.
        sort: "ascending" puts the best model and the easiest task at the top right, "descending" at the bottom left, by
            least-squares means, so that what a model was not run on makes it neither better nor worse; None keeps the
            order of the data. Or Plot's own option, as `heatmap` takes it.
        orientation: "horizontal": tasks on x; "vertical": tasks on y.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or holds no scores, the data has no rows, or a value is not accepted.
    """
    table = checked_data(data)
    task = task_column(table, "task_name", task_name)
    model = model_column(table, "model_name", model_name)
    if score_value is None:
        raise TypeError("score_value=None must be the name of a column")
    table, notes = _standing(table, task, model)
    named = model_apart(table, model)
    found = find_matrix(table, ("task_name", task), ("model_name", model), ("score_value", score_value), named)
    metrics = _metrics(found)
    words = Words(
        label("task_label", task_label, task),
        label("model_label", model_label, model),
        (heading(task_label, "Task"), heading(model_label, "Model"), "Score" if _is_headline(found) else score_value),
        _legend(found, metrics),
        (*_remarks(metrics), *notes),
    )
    look = Look(cell, tip, title, marks, height, width, legend, sort, orientation, attributes)
    return matrix_plot(found, look, words, _facts(found), of_models=True)


def _standing(data: Data, task: str, model: str) -> tuple[Data, tuple[str, ...]]:
    """The rows without those of logs that were retried, and sentences that say so."""
    held = SAMPLE if SAMPLE in data.columns else task
    runs = find_runs(data, shown_model(data, model), held)
    return standing(data, first_of(data, RUNS) or task, runs.ranks, same_sample(data, held)), runs.notes


def _is_headline(matrix: Matrix) -> bool:
    return matrix.score.column == VALUE


def _metrics(matrix: Matrix) -> list[str]:
    """The metrics of the scores, as far as the data tells."""
    if not _is_headline(matrix) or METRIC not in matrix.data.columns:
        return []
    metric = call("nullif", name(METRIC).as_text(), "")
    rows = matrix.data.reader.ask(select(metric, source="data").where(metric.is_given()).unique().ordered(metric))
    return [str(row[0]) for row in rows]


def _legend(matrix: Matrix, metrics: list[str]) -> str:
    if not _is_headline(matrix):
        return score_label(matrix.score)
    return f"Score: {metrics[0]}" if len(metrics) == 1 else "Score"


def _remarks(metrics: list[str]) -> tuple[str, ...]:
    """That colours compare scores of different kinds, if they do."""
    if len(metrics) < 2:
        return ()
    more = f" and {len(metrics) - MOST_TOLD} more" if len(metrics) > MOST_TOLD else ""
    return (f"One scale of colours for different metrics: {', '.join(metrics[:MOST_TOLD])}{more}",)


def _facts(matrix: Matrix) -> dict[str, Expression]:
    """What tips tell of an evaluation besides its score."""
    columns = matrix.data.columns
    if not _is_headline(matrix):
        return {}
    texts: dict[str, Expression] = {
        heading: name(column) for heading, column in (("Scorer", SCORER), ("Metric", METRIC)) if column in columns
    }
    if STDERR not in columns or not is_number(matrix.data.reader.types[STDERR]):
        return texts
    return {**texts, "Standard error": call("printf", "%.3g", name(STDERR).cast("DOUBLE"))}


__all__ = ["scores_heatmap"]
