"""Why scores are not what they should be, and samples that are still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from inspect_viz._meaning.types import is_text
from inspect_viz._sql import NULL, Expression, name, select

if TYPE_CHECKING:
    from inspect_viz.data import Data

REASONS = {
    "grader_failed": "failed",
    "scoring_failed": "failed",
    "refusal": "refused",
    "no_response": "empty",
    "invalid_response_format": "unparsable",
}
"""inspect_ai's reasons of scores and the states that they tell; others are no state of their own."""


def reasons_of(data: Data, score: str) -> Mapping[str, Expression]:
    """Whether a row is in a state that its score's reason tells, for each state that occurs."""
    column = _reason_column(data, score)
    if column is None:
        return {}
    given = name(column).as_text()
    rows = data.reader.ask(select(given, source="data").unique())
    states: dict[str, Expression] = {}
    for reason in sorted(row[0] for row in rows if row[0] in REASONS):
        state = REASONS[reason]
        states[state] = states[state] | given.equals(reason) if state in states else given.equals(reason)
    return states


def pending_samples(data: Data, model: Expression, task: str | None) -> Mapping[str, tuple[str, ...]]:
    """The samples that running evaluations will still give, by the models' names that are shown.

    Args:
        data: Rows of samples.
        model: What models are called.
        task: Column of the tasks by which samples are called, if they are.
    """
    wanted: dict[str, list[str]] = {}
    for run, sample in _pending(data):
        wanted.setdefault(run, []).append(sample)
    if not wanted or "eval_id" not in data.columns:
        return {}
    of = NULL if task is None else name(task)
    asked = select(name("eval_id").as_text(), model.as_text(), of.as_text(), source="data").unique()
    found: dict[str, dict[str, None]] = {}
    for run, label, own in data.reader.ask(asked):
        ids = (f"{own} / {sample}" if own else sample for sample in wanted.get(run, ()))
        found.setdefault(str(label), {}).update(dict.fromkeys(ids))
    return {label: tuple(samples) for label, samples in found.items() if samples}


def _pending(data: Data) -> Iterator[tuple[str, str]]:
    """Run and sample of what is still to come; nothing for tables that are not of logs."""
    try:
        table = data.pending
    except ValueError:
        return
    yield from zip(table["eval_id"].to_pylist(), table["id"].to_pylist(), strict=True)


def _reason_column(data: Data, score: str) -> str | None:
    """The column of the reasons of a score, or of the scorer whose scores have it as a key."""
    pieces = score.split("_")
    stems = ("_".join(pieces[:n]) for n in range(len(pieces), 1, -1))
    found = (f"{stem}_reason" for stem in stems)
    return next((own for own in found if own in data.columns and is_text(data.reader.types[own])), None)
