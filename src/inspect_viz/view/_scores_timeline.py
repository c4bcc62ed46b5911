"""Scores of models over the dates when they came out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

from ._columns import check_category
from ._eval_scores import SCORER, VALUE
from ._evals import STDERR
from ._lines import noted
from ._models import DISPLAY
from ._settings import check_flag, check_text, default_size, heading, size, top_marks
from ._timeline import Timeline
from ._timeline_rows import ORGANIZATION, RELEASED, TASK, UNKNOWN, timeline

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Title
    from inspect_viz.data import Data
    from inspect_viz.mark import Marks

Filter = Literal["task", "organization"]
WIDTH = 700.0
GOLDEN = 1.618


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def scores_timeline(
    data: Data,
    task_name: str = TASK,
    model_name: str = DISPLAY,
    model_organization: str = ORGANIZATION,
    model_release_date: str = RELEASED,
    score_name: str = SCORER,
    score_value: str = VALUE,
    score_stderr: str | None = STDERR,
    organizations: Sequence[str] | None = None,
    filters: bool | Sequence[Filter] = True,
    ci: float | bool | NotGiven | None = NOT_GIVEN,
    time_label: str | None = "Release Date",
    score_label: str | None = "Score",
    eval_label: str = "Eval",
    title: str | Title | None = None,
    marks: Marks | None = None,
    width: float | None = None,
    height: float | None = None,
    regression: bool = False,
    legend: Legend | NotGiven | None = NOT_GIVEN,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """The score of each model at the date when it came out, in the colour of its organization.

    Names stand at the best of their eval so far. Several evals have symbols of their own.

    Args:
        data: One row for each evaluation, as `evals_df` gives them, with what `inspect_viz.logs.model_info` adds. Of a
            retried one the last log counts; several of one model have a dot each.
        task_name: Column of the evals; the default falls back to `task_name` and `task`.
        model_name: Column of the models; the default falls back to `model`.
        model_organization: Column of their organizations.
        model_release_date: Column of the dates when they came out: dates, times, or texts such as "2025-03-31".
        score_name: Column of the scorers, for tips.
        score_value: Column of the scores.
        score_stderr: Column of their standard errors; None for no intervals.
        organizations: Organizations that are drawn, in the order of their colours; None: all, by name.
        filters: Whether inputs above the picture choose an eval and organizations, where there are several; or a list
            of those that do: "task", "organization". The first eval is chosen at first.
        ci: Confidence of the intervals, above 0 and below 1; True and NOT_GIVEN for 0.95, None or False for none. They
            are normal intervals, which end at 0 and 1 where all scores of their metric lie.
        time_label: Label of the dates' axis; None for none.
        score_label: Label of the scores' axis; None for none.
        eval_label: What evals are called by the list and in tips.
        title: Text above the picture, or `title(...)`.
        marks: A mark or a sequence of marks, drawn on top.
        width: Outer width in pixels; None: 700.
        height: Outer height in pixels; None for the golden ratio.
        regression: Draw a line by least squares over the dates for each eval, with the band of `ci`.
        legend: Legend of the organizations; None for none, or `legend(...)`.
        attributes: Further attributes of `plot`, as listed below.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, or holds no numbers or dates, none of `organizations` is there, the data has
            no rows, or a value is not accepted.
    """
    from inspect_viz.layout import vconcat
    from inspect_viz.plot import plot

    check_flag("regression", regression)
    wanted = _filters(filters)
    check_text("eval_label", eval_label)
    for argument, given in {"time_label": time_label, "score_label": score_label}.items():
        check_text(argument, given, optional=True)
    columns = (task_name, model_name, model_organization, model_release_date)
    confidence = 0.95 if isinstance(ci, NotGiven) else ci
    drawn = timeline(data, columns, score_value, score_stderr, organizations, confidence)
    width = size("width", width, default_size("width") or WIDTH)
    remarks = drawn.sentences(regression)
    if score_name != SCORER:
        check_category(drawn.data, "score_name", score_name)
    tip = {
        "Organization": drawn.organization,
        "Model": drawn.scores.label,
        heading(time_label, "Date"): drawn.released,
        **({} if drawn.task is None else {heading(eval_label, "Eval"): drawn.task}),
        **({} if score_name == SCORER else {"Scorer": score_name}),
    }
    settings: dict[str, Any] = {
        "x_label": time_label,
        "y_label": score_label,
        "x_domain": drawn.dates,
        "y_domain": drawn.reach,
        "y_nice": True,
        "x_inset_left": drawn.room,
        "x_inset_right": 20,
        "y_inset_top": 20,
        "grid": True,
        "color_domain": drawn.groups,
        **({"symbol_domain": drawn.tasks} if drawn.has_symbols else {}),
        "aria_description": " ".join(remarks),
        **attributes,
    }
    picture = plot(
        *drawn.marks(drawn.scores.tip(tip, heading(score_label, "Score")), regression),
        *top_marks(marks),
        title=title,
        width=width,
        height=size("height", height, default_size("height") or width / GOLDEN),
        legend=_legends(drawn, eval_label) if isinstance(legend, NotGiven) else legend,
        **settings,
    )
    inputs = _inputs(drawn, wanted, eval_label)
    whole = noted(picture, remarks)
    return vconcat(*inputs, whole) if inputs else whole


def _filters(filters: object) -> tuple[str, ...]:
    known: tuple[str, ...] = get_args(Filter)
    if isinstance(filters, bool):
        return known if filters else ()
    if isinstance(filters, str) or not isinstance(filters, Sequence):
        raise TypeError(f"filters={filters!r} must be True, False or a list of {listing(known)}")
    for chosen in filters:
        if chosen not in known:
            raise ValueError(f"filters: {chosen!r} is none of {listing(known)}.{did_you_mean(chosen, known)}")
    return tuple(filters)


def _legends(drawn: Timeline, eval_label: str) -> list[Legend]:
    from inspect_viz.plot import legend

    look: dict[str, Any] = {"columns": 1, "frame_anchor": "right", "border": False}
    symbols = [legend("symbol", label=eval_label, **look)] if drawn.has_symbols else []
    return [legend("color", label="Organizations", **look), *symbols]


def _inputs(drawn: Timeline, wanted: tuple[str, ...], eval_label: str) -> list[Component]:
    """A list of evals and boxes of organizations, where there are several."""
    from inspect_viz.input import checkbox_group, select
    from inspect_viz.layout import vspace

    inputs: list[Component] = []
    if "task" in wanted and len(drawn.tasks) > 1:
        tasks = drawn.tasks
        inputs.append(select(drawn.data, column=drawn.task, options=tasks, value=tasks[0], label=eval_label))
    known = [of for of in drawn.organizations if of != UNKNOWN]
    if "organization" in wanted and len(known) > 1:
        inputs.append(checkbox_group(drawn.data, column=drawn.organization, options=known, label="Organizations"))
    return [*inputs, vspace(10)] if inputs else []
