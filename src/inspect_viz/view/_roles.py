"""Which columns of a table play which part in a picture: found once, with what is wrong about them."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspect_viz._meaning.states import happened
from inspect_viz._sql import Expression, literal, select
from inspect_viz._util.stack import outside

from ._columns import check_apart, checked_data, first_of, text_column
from ._epochs import MEAN, Epochs
from ._models import DISPLAY, Model, find_model
from ._overlaps import by_tasks, repeated_rows, sharing_tasks
from ._reasons import pending_samples, reasons_of
from ._runs import EPOCH, RUNS, TASKS, same_sample
from ._samples import Sample, find_sample, whole_numbers
from ._scores import Score, find_score, infinite_scores, is_infinite, no_scores, not_scores, without

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz._spec.sidecar import FrameNotes
    from inspect_viz.data import Data

LINK = "log_viewer"
LOG = "log"
INVALIDATION = "invalidation"
INVALIDATED = "invalidated"
QUIET = ("retried", "shared ids")
"""Kinds of problems of logs that are none: what they tell is in order."""


@dataclass(frozen=True)
class Roles:
    """The parts that the columns of a table play."""

    data: Data
    """The rows that count: of a run that was retried, those of the log that stands for it."""

    sample: Sample
    model: Model
    score: Score

    epoch: str | None
    """Column that numbers the runs of a sample within its run of a task."""

    run: str | None
    """Column that tells runs of a task apart."""

    task: str | None
    """Column of the tasks' names."""

    error: Expression | None
    """Whether a row ended in an error."""

    limit: Expression | None
    """Whether a row was stopped by a limit."""

    infinite: Expression | None
    """Whether a row's score is infinite; None where none is."""

    told: Mapping[str, Expression]
    """States of rows that the reasons of scores tell, or that somebody declared, as far as there are rows in them."""

    pending: Mapping[str, tuple[str, ...]]
    """Models' names, and the samples that runs of them will still give."""

    invalidation: str | None
    """Column that says why a row was declared invalid, if any was."""

    link: str | None
    """Column of links to each row's page."""

    log: str | None
    """Column of the log that each row comes from."""

    remarks: tuple[str, ...]
    """What is worth knowing of the data though nothing is wrong, such as that a run was retried."""

    problems: tuple[str, ...]
    """What is wrong with the data, the gravest first: sentences for a note below a picture."""

    def noted(self, picture: Component, frame: FrameNotes | None = None) -> Component:
        """A plot with a note about the problems, and in the frame of a view."""
        from inspect_viz._spec.nodes import PlotNode

        plot = picture.node
        if not isinstance(plot, PlotNode):
            return picture
        return replace(picture, node=replace(plot, problems=self.problems, remarks=self.remarks, frame=frame))


def find_roles(
    data: object,
    *,
    id: str = "id",
    model_name: str = DISPLAY,
    score_value: str | None = None,
    invalidated: bool = False,
    epochs: Epochs = MEAN,
) -> Roles:
    """The roles of a table's columns; warns of what would make a picture of them misleading.

    Args:
        data: Rows of samples.
        id: Column of the sample ids.
        model_name: Column of the models' names; the default falls back to `model`, and keeps models and runs apart
            that share a name.
        score_value: Column of the scores; None for the only `score_*` column that can be shown.
        invalidated: Whether the scores of samples that were declared invalid count.
        epochs: What of the epochs of a cell is its score.

    Raises:
        TypeError: If an argument has the wrong type, such as a data frame that is not wrapped in `Data`.
        ValueError: If a column is missing, the score cannot be shown, or the data has no rows.
    """
    from inspect_viz.data._standing import standing

    every = checked_data(data)
    sample = find_sample(every, id)
    model = find_model(every, model_name, id)
    if model.apart is None:
        model = replace(model, apart=whole_numbers(every, model.column))
    table = standing(every, first_of(every, RUNS) or id, model.runs.ranks, same_sample(every, id))
    tasks = sharing_tasks(table, id)
    task = first_of(table, TASKS)
    if tasks and task is not None:
        sample = sample.of_tasks(task)
    score = replace(find_score(table, score_value), epochs=epochs)
    check_apart(id=id, model_name=model.column, score_value=score.column)
    infinite = infinite_scores(table, score)
    found = (
        no_scores(table, score),
        not_scores(table, score),
        infinite,
        repeated_rows(table, id, model.column, score.column),
    )
    invalid = _invalid(table)
    return Roles(
        data=table,
        sample=sample,
        model=model,
        score=score if invalid is None or invalidated else without(score, invalid),
        epoch=first_of(table, (EPOCH,)),
        run=first_of(table, RUNS),
        task=task,
        error=_state(table, "error"),
        limit=_state(table, "limit"),
        infinite=is_infinite(score) if infinite else None,
        told={**reasons_of(table, score.column), **({} if invalid is None or invalidated else {INVALIDATED: invalid})},
        pending=pending_samples(table, model.name, sample.task),
        invalidation=None if invalid is None else INVALIDATION,
        link=text_column(table, LINK),
        log=text_column(table, LOG),
        remarks=(*_messages(table, quiet=True), *model.runs.notes, *([by_tasks(tasks)] if tasks else [])),
        problems=(*_messages(table, quiet=False), *warned(found)),
    )


def _state(data: Data, column: str) -> Expression | None:
    return happened(column, data.reader.types[column]) if column in data.columns else None


def _invalid(data: Data) -> Expression | None:
    """Whether a row was declared invalid, if any was."""
    invalid = _state(data, INVALIDATION)
    found = None if invalid is None else data.reader.ask(select(literal(1), source="data").where(invalid).first(1))
    return invalid if found else None


def _messages(data: Data, *, quiet: bool) -> tuple[str, ...]:
    return tuple(str(problem.message) for problem in data.problems if (problem.kind in QUIET) == quiet)


def warned(found: Iterable[str | None]) -> tuple[str, ...]:
    """The sentences among these, each of which is also a warning."""
    sentences = tuple(sentence for sentence in found if sentence is not None)
    for sentence in sentences:
        warnings.warn(sentence, stacklevel=outside())
    return sentences
