"""The scores of models, one row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

from ._eval_scores import VALUE, EvalScores, find_scores
from ._evals import STDERR
from ._lines import noted
from ._long_names import names_axis
from ._models import DISPLAY
from ._settings import checked_color, default_size, label, size, top_marks

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

Order = Literal["asc", "desc"]
WIDTH = 700.0
AROUND = 50.0
"""Height of what stands above and below the rows, in pixels."""

BLUE = "#4269d0"


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_by_model(
    data: Data,
    *,
    model_name: str = DISPLAY,
    score_value: str = VALUE,
    score_stderr: str | None = STDERR,
    ci: float | bool | None = 0.95,
    sort: Order | None = None,
    score_label: str | NotGiven | None = None,
    model_label: str | NotGiven | None = None,
    color: str | None = None,
    title: str | Title | None = None,
    marks: Marks | None = None,
    width: float | None = None,
    height: float | None = None,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The score of each model as a line with a dot at its end, and its confidence interval as a pale band.

    Args:
        data: One row for each evaluation, as `evals_df` gives them. Of a retried one the last log counts; several of
            one model have a row each, named by their task and by what else tells them apart.
        model_name: Column of the models; the default falls back to `model`.
        score_value: Column of the scores.
        score_stderr: Column of their standard errors; None for no intervals.
        ci: Confidence of the intervals, above 0 and below 1; True for 0.95, None or False for none. They are normal
            intervals, which end at 0 and 1 where all scores of their metric lie.
        sort: "desc" for the highest score at the top, "asc" for the lowest; None: as "desc".
        score_label: Label of the scores' axis; None for none, NOT_GIVEN for the metric.
        model_label: Label of the models' axis; None for none, NOT_GIVEN for the column's name.
        color: CSS colour; None: blue.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top, such as `baseline(0.5)`.
        width: Outer width in pixels; None: 700.
        height: Outer height in pixels; None: as much as the rows need.
        legend: `legend(...)` for colours of `marks`; none unless it is given.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing or holds no numbers, the data has no rows or no scores, or a value is not
            accepted.
    """
    from inspect_viz.plot import plot

    _check_sort(sort)
    scores = find_scores(data, model_name, score_value, score_stderr, ci)
    width = size("width", width, default_size("width") or WIDTH)
    names = [row.label for row in scores.rows]
    tall = size("height", height, default_size("height") or AROUND + len(names) * _step(len(names)))
    metrics = scores.metrics
    remarks = scores.remarks("Bands", "row")
    settings: dict[str, Any] = {
        "x_label": label("score_label", score_label, f"Score ({metrics[0]})" if len(metrics) == 1 else "Score"),
        "y_label": label("model_label", model_label, model_name),
        **({"x_domain": [0, 1]} if scores.is_share else {"x_zero": True, "x_nice": True}),
        "x_grid": True,
        "y_tick_size": 0,
        "aria_description": " ".join((_described(scores), *remarks)),
        **attributes,
    }
    picture = plot(
        *names_axis("y", names, width, settings["y_label"], attributes),
        *_marks(scores, sort, checked_color("color", color, BLUE), (tall - AROUND) / len(names)),
        *top_marks(marks),
        title=title,
        width=width,
        height=tall,
        legend=None if isinstance(legend, NotGiven) else legend,
        **settings,
    )
    return noted(picture, remarks)


def _check_sort(sort: object) -> None:
    if sort is not None and sort not in get_args(Order):
        accepted = get_args(Order)
        raise ValueError(f"sort={sort!r} must be one of {listing(accepted)} or None.{did_you_mean(sort, accepted)}")


def _step(rows: int) -> float:
    """The height of a row in pixels: less where there are many."""
    return 26.0 if rows <= 20 else 19.0 if rows <= 60 else 15.0


def _marks(scores: EvalScores, sort: Order | None, color: str, step: float) -> list[Mark]:
    """Bands, lines from 0 to the scores, and the dots at their ends, which have the tips."""
    from inspect_viz.mark import dot, rule_y

    data, y = scores.data, scores.label
    thick = max(1.0, min(3.0, step * 0.2))
    look: dict[str, Any] = {
        "channels": scores.tip({"Model": y}),
        "tip": {"pointer": "y", "format": {"x": False, "y": False}},
        "sort": {"y": "x" if sort == "asc" else "-x"},
    }
    wide: dict[str, Any] = {"stroke_width": max(2.0, min(14.0, step * 0.6)), "stroke_opacity": 0.2}
    band = rule_y(data, y=y, x1=scores.low, x2=scores.high, stroke=color, **wide)
    line = rule_y(data, y=y, x=scores.score, stroke=color, stroke_width=thick)
    dots = dot(data, x=scores.score, y=y, fill=color, r=max(1.5, min(4.5, step * 0.3)), **look)
    return [*([band] if scores.has_intervals else []), line, dots]


def _described(scores: EvalScores) -> str:
    best = max(scores.rows, key=lambda row: row.score)
    last = min(scores.rows, key=lambda row: row.score)
    if best == last:
        return f"The score of {best.label}: {best.score:.3g}."
    ends = f"from {last.score:.3g} ({last.label}) to {best.score:.3g} ({best.label})"
    return f"Scores of {len(scores.rows)} evaluations, {ends}."
