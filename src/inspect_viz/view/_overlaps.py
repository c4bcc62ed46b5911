"""Rows that fall into one cell and are no epochs of one sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._sql import call, literal, name, select
from inspect_viz._util.suggest import listing

from ._columns import first_of
from ._models import EPOCH, RAW, RUNS, TASKS

if TYPE_CHECKING:
    from inspect_viz.data import Data


def shared_samples(data: Data, sample: str) -> str | None:
    """A sentence about tasks that have samples with the same id, which then fall into one cell."""
    task = first_of(data, TASKS)
    if task is None or task == sample or any(problem.kind == "shared ids" for problem in data.problems):
        return None
    text = name(task).as_text()
    lists = select(tasks=call("list", text, distinct=True), source="data").where(text.is_given())
    several = lists.grouped(name(sample)).having(call("count", text, distinct=True).above(1))
    rows = data.reader.ask(select(task=call("unnest", name("tasks")), source=several).unique().ordered(name("task")))
    if not rows:
        return None
    return (
        f"the tasks {listing(row[0] for row in rows)} share sample ids: one cell then holds samples of several "
        f"tasks; show one task at a time, or use an id column that is unique"
    )


def repeated_rows(data: Data, sample: str, model: str) -> str | None:
    """A sentence about rows of one sample, model, run and epoch, which then count as if they were epochs."""
    if EPOCH not in data.columns:
        return None
    columns = dict.fromkeys((sample, model, RAW, EPOCH, *RUNS, *TASKS))
    keys = [name(column) for column in columns if column in data.columns]
    groups = select(n=call("count", literal(1)), source="data").grouped(*keys)
    repeated = int(data.reader.ask(select(call("sum", name("n").minus(1)), source=groups))[0][0] or 0)
    if not repeated:
        return None
    return (
        f"{repeated:,} {'row repeats' if repeated == 1 else 'rows repeat'} the sample, model, run and epoch of "
        "another row; a cell shows the mean of all its rows"
    )
