"""Rows that fall into one cell and are no epochs of one sample."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspect_viz._sql import call, literal, name, select
from inspect_viz._util.suggest import listing

from ._columns import first_of
from ._differences import Difference, differences
from ._runs import EPOCH, RAW, RUNS, TASKS

if TYPE_CHECKING:
    from inspect_viz.data import Data

OUTCOMES = ("error", "limit", "log_viewer", "sample_id", "uuid", "model_usage", "started_at", "completed_at")
"""Columns that differ between the epochs of a sample, besides scores and numbers."""

MOST_NAMED = 3


def sharing_tasks(data: Data, sample: str) -> list[str]:
    """The tasks that have samples with the same id, which are different samples."""
    task = first_of(data, TASKS)
    if task is None or task == sample:
        return []
    text = name(task).as_text()
    lists = select(tasks=call("list", text, distinct=True), source="data").where(text.is_given())
    several = lists.grouped(name(sample)).having(call("count", text, distinct=True).above(1))
    rows = data.reader.ask(select(task=call("unnest", name("tasks")), source=several).unique().ordered(name("task")))
    return [row[0] for row in rows]


def by_tasks(tasks: Sequence[str]) -> str:
    """A sentence that says how samples of several tasks are told apart."""
    return f"the tasks {listing(tasks, MOST_NAMED)} share sample ids: samples are called by task and id"


def repeated_rows(data: Data, sample: str, model: str, score: str) -> str | None:
    """A sentence about rows of one sample, model, run and epoch, which then count as if they were epochs.

    Where no column numbers the epochs, the rows of a sample are its epochs, unless one of their columns says that they
    are different things.
    """
    keys = [c for c in dict.fromkeys((sample, model, RAW, EPOCH, *RUNS, *TASKS)) if c in data.columns]
    others = [c for c in data.reader.askable if c not in (*keys, *OUTCOMES, score) and not c.startswith("score_")]
    numbered = EPOCH in data.columns
    repeated = _repeated(data, keys) if numbered or others else 0
    if not repeated:
        return None
    kinds = [found for found in differences(data, keys, others) if found.separates]
    if not numbered:
        return _sentence(repeated, "sample, model and run", kinds) if kinds else None
    return _sentence(repeated, "sample, model, run and epoch", kinds or _any_difference(data, keys))


def _repeated(data: Data, keys: list[str]) -> int:
    """How many rows repeat the keys of another one."""
    groups = select(n=call("count", literal(1)), source="data").grouped(*map(name, keys))
    return int(data.reader.ask(select(call("sum", name("n").minus(1)), source=groups))[0][0] or 0)


def _any_difference(data: Data, keys: list[str]) -> list[Difference]:
    return differences(data, keys, [column for column in data.reader.askable if column not in keys])


def _sentence(repeated: int, keys: str, found: list[Difference]) -> str:
    rows = "row repeats" if repeated == 1 else "rows repeat"
    said = f"{repeated:,} {rows} the {keys} of another row"
    if not found:
        return f"{said} and is a copy of it" if repeated == 1 else f"{said} and are copies; each counts in the mean"
    columns = listing((difference.column for difference in found), MOST_NAMED)
    return f"{said} and differ in {columns}; a cell shows the mean of all its rows, which may be unlike things"
