"""The runs in a table: which of their logs stands for each, and what runs of one model are called."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from inspect_viz._meaning.types import is_nested
from inspect_viz._runs import SETTINGS, Evaluation, Run, evaluation_of, named_apart, runs_of
from inspect_viz._sql import NULL, Expression, call, name, select
from inspect_viz._util.suggest import listing

from ._columns import first_of

if TYPE_CHECKING:
    from inspect_viz.data import Data

RAW = "model"
RUNS = ("eval_id", "log")
TASKS = ("task_name", "task")
EPOCH = "epoch"
_TOLD = ("log", *TASKS, RAW, "task_id", "created", "status")


@dataclass(frozen=True)
class Log:
    """One log in a table, by the names that the table has for its model and for it."""

    shown: str | None
    model: str | None
    key: str | None


@dataclass(frozen=True)
class RunsOfTable:
    """The runs in a table."""

    logs: tuple[Log, ...]
    """All logs, in order of first appearance."""

    names: Mapping[Log, str] = field(default_factory=dict)
    """What is put behind the model of a log, where something is."""

    ranks: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Log to its run and its rank in it, for runs of several logs: what the highest rank holds counts."""

    notes: tuple[str, ...] = ()
    """Sentences about runs that were retried."""


def text_or_null(data: Data, names: tuple[str, ...]) -> Expression:
    """The first of these columns that there is, as text; null where there is none."""
    column = first_of(data, names)
    return NULL.as_text() if column is None else name(column).as_text()


def find_runs(data: Data, shown: Expression, sample: str) -> RunsOfTable:
    """The runs in a table.

    Args:
        data: Rows of samples.
        shown: The name of a row's model.
        sample: Column of the sample ids.
    """
    logs = _logs(data, shown)
    several = _of_one_model(logs)
    if not several:
        return RunsOfTable(logs)
    told = {own.key: own for own in evaluations_of(data)}
    sharing = _sharing(data, shown, sample)
    names: dict[Log, str] = {}
    runs: list[Run] = []
    for own in several:
        found = runs_of(told.get(log.key or "", Evaluation(log.key or "")) for log in own)
        labels = named_apart(found, sharing)
        names.update({log: str(labels[log.key or ""]) for log in own})
        runs.extend(found)
    return RunsOfTable(logs, names, dict(_ranks(runs)), () if data.reader.evaluations else tuple(_retried(runs)))


def _ranks(runs: Sequence[Run]) -> Iterator[tuple[str, tuple[str, int]]]:
    for run in runs:
        if run.several:
            yield from ((own.key, (run.standing.key, rank)) for rank, own in enumerate(run.evaluations))


def same_sample(data: Data, sample: str) -> list[str]:
    """The columns that name a sample and epoch of a task."""
    columns = (sample, EPOCH, first_of(data, TASKS))
    return list(dict.fromkeys(column for column in columns if column is not None and column in data.columns))


def _logs(data: Data, shown: Expression) -> tuple[Log, ...]:
    columns = {"name": shown, "model": text_or_null(data, (RAW,)), "run": text_or_null(data, RUNS)}
    numbered = select(**columns, r=call("row_number").over(), source="data")
    keys = tuple(map(name, columns))
    rows = data.reader.ask(select(*keys, source=numbered).grouped(*keys).ordered(call("min", name("r"))))
    return tuple(Log(*row) for row in rows)


def _of_one_model(logs: Sequence[Log]) -> list[list[Log]]:
    """Logs that have their model in common with others."""
    models: dict[tuple[str | None, str | None], list[Log]] = {}
    for log in logs:
        models.setdefault((log.shown, log.model), []).append(log)
    return [own for own in models.values() if len(own) > 1]


def _sharing(data: Data, shown: Expression, sample: str) -> set[frozenset[str]]:
    """Which logs of one model hold one sample and epoch of one task."""
    run = text_or_null(data, RUNS)
    same = map(name, same_sample(data, sample))
    lists = select(runs=call("list_sort", call("list", run, distinct=True)), source="data")
    several = lists.grouped(shown, text_or_null(data, (RAW,)), *same).having(call("count", run, distinct=True).above(1))
    return {frozenset(row[0]) for row in data.reader.ask(select(name("runs"), source=several).unique())}


def evaluations_of(data: Data) -> Iterator[Evaluation]:
    """What is known of the logs: told by themselves, or by the columns of a data frame."""
    key = first_of(data, RUNS)
    if key is None or data.reader.evaluations:
        yield from data.reader.evaluations
        return
    columns = [column for column in data.columns if _tells(data, column)]
    values = (_of_log(data, column) for column in columns)
    asked = select(name(key).as_text(), *values, source="data").grouped(name(key).as_text())
    for own, *found in data.reader.ask(asked):
        yield _evaluation(own or "", dict(zip(columns, found, strict=True)))


def _tells(data: Data, column: str) -> bool:
    known = column in (*_TOLD, *SETTINGS) or column.startswith("task_arg_")
    return known and not is_nested(data.reader.types[column]) and data.columns.count(column) == 1


def _of_log(data: Data, column: str) -> Expression:
    """What a column says of a log; times in microseconds, which no time zone changes."""
    value = call("min", name(column))
    return call("epoch_us", value) if data.reader.types[column].startswith(("TIMESTAMP", "DATE")) else value


def _evaluation(key: str, told: Mapping[str, Any]) -> Evaluation:
    status = told.get("status")
    return evaluation_of(
        key,
        {column: value for column, value in told.items() if column not in _TOLD},
        log=str(told.get("log") or ""),
        task=str(next((told[column] for column in TASKS if column in told), "")),
        model=str(told.get(RAW) or ""),
        task_id=str(told.get("task_id") or ""),
        created=_time(told.get("created")),
        complete=None if status is None else status == "success",
    )


def _time(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return (datetime(1970, 1, 1) + timedelta(microseconds=value)).isoformat()
    return str(value or "")


def _retried(runs: Sequence[Run]) -> Iterator[str]:
    for run in runs:
        if run.retried:
            *older, newest = (os.path.basename(own.log) or own.key for own in run.evaluations)
            yield f"{newest!r} continues {listing(older, 3)}: they count as one run"
