"""What could not be read of logs, and what looks wrong about them."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from inspect_viz._runs import Name, Run
from inspect_viz._util.suggest import listing
from inspect_viz.data._problem import Problem
from inspect_viz.logs._errors import LogError
from inspect_viz.logs._format.fields import INVALIDATION
from inspect_viz.logs._store.open import one_line
from inspect_viz.logs._table.part import Facts, Part

from .runs import Runs


def problems_of(
    parts: Mapping[str, Part], unread: Iterable[LogError], display_names: Callable[[], Mapping[str, str]]
) -> tuple[Problem, ...]:
    """All problems, the gravest first.

    Args:
        parts: Log to part.
        unread: The logs that could not be read.
        display_names: Gives model to display name.
    """
    logs = Runs(parts)
    return (
        *_unreadable(unread),
        *_same_name(logs, display_names),
        *_run_twice(logs),
        *_shared_ids(logs),
        *_different_input(logs),
        *_different_versions(logs),
        *_missing(logs),
        *_invalidated(logs),
        *_again(logs),
        *_repeated(logs),
        *_copies(logs, parts),
        *_odd(logs),
        *_retried(logs),
    )


def _unreadable(unread: Iterable[LogError]) -> Iterator[Problem]:
    for error in unread:
        name = os.path.basename(error.path.rstrip("/")) or error.path
        yield Problem("unreadable", f"{name!r} was not read: {error.reason}", (error.path,))


def _same_name(logs: Runs, display_names: Callable[[], Mapping[str, str]]) -> Iterator[Problem]:
    named: dict[str, dict[str, list[str]]] = {}
    names = display_names()
    for path, facts in logs.facts():
        named.setdefault(names.get(facts.model, facts.model), {}).setdefault(facts.model, []).append(path)
    for name, models in named.items():
        if len(models) > 1:
            paths = tuple(path for own in models.values() for path in own)
            yield Problem("same name", f"the models {listing(models)} have the same display name {name!r}", paths)


def _run_twice(logs: Runs) -> Iterator[Problem]:
    again: dict[tuple[str, str], list[str]] = {}
    names = logs.names()
    for run in logs.runs:
        own, name = run.standing, names.get(logs.logs_of(run)[-1], Name())
        if name.number:
            again.setdefault((own.task, f"{own.model}{Name(name.settings)}"), []).append(logs.logs_of(run)[-1])
    for (task, model), paths in again.items():
        yield Problem("run twice", f"{model} ran {task} {_times(len(paths))}: {logs.named(paths)}", tuple(paths))


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def _shared_ids(logs: Runs) -> Iterator[Problem]:
    owners: dict[str, list[str]] = {}
    for task, paths in logs.tasks().items():
        for id in frozenset().union(*map(logs.ids, paths)):
            owners.setdefault(id, []).append(task)
    shared = Counter(tuple(tasks) for tasks in owners.values() if len(tasks) > 1)
    for tasks, count in sorted(shared.items()):
        sharing = tuple(path for task in tasks for path in logs.tasks()[task])
        said = "a sample id" if count == 1 else f"{count:,} sample ids"
        yield Problem("shared ids", f"the tasks {listing(tasks, 3)} share {said}", sharing)


def _different_input(logs: Runs) -> Iterator[Problem]:
    for task, paths in logs.tasks().items():
        batches = [logs.parts[path].batch for path in paths]
        if len(paths) < 2 or not all("input" in batch.schema.names and batch.num_rows for batch in batches):
            continue
        table = pa.concat_tables([pa.table({"id": each["id"], "input": each["input"]}) for each in batches])
        counts = table.group_by("id").aggregate([("input", "count_distinct")])
        ids = sorted(counts.filter(pc.greater(counts["input_count_distinct"], 1))["id"].to_pylist())
        if ids:
            said = (
                f"sample {ids[0]!r} of {task} has"
                if len(ids) == 1
                else f"{len(ids):,} samples of {task} ({listing(ids, 3)}) have"
            )
            yield Problem("different input", f"{said} different inputs in different logs", tuple(paths))


def _different_versions(logs: Runs) -> Iterator[Problem]:
    for task, paths in logs.tasks().items():
        facts = [logs.parts[path].facts for path in paths]
        for said in (*_versions(facts), *_scorers(facts)):
            yield Problem("different version", f"the logs of {task} use {said}", tuple(paths))


def _versions(facts: Sequence[Facts]) -> Iterator[str]:
    tasks, datasets = zip(*(own.versions() for own in facts), strict=True)
    if len(set(tasks)) > 1:
        yield f"different versions of the task: {listing(sorted(set(tasks)), 3)}"
    if len(set(datasets)) > 1:
        yield f"different datasets: {listing(sorted(set(datasets)), 3)}"


def _scorers(facts: Sequence[Facts]) -> Iterator[str]:
    for scorer in dict.fromkeys(name for own in facts for name in own.scorers):
        if len({own.scorers[scorer] for own in facts if scorer in own.scorers}) > 1:
            yield f"the scorer {scorer} with different options or metadata"


def _missing(logs: Runs) -> Iterator[Problem]:
    tasks: dict[tuple[str, str], list[Run]] = {}
    for run in logs.runs:
        tasks.setdefault((run.standing.task, logs.arguments_of(run)), []).append(run)
    for runs in tasks.values():
        every = frozenset[str]().union(*map(logs.planned_of, runs))
        for run in runs:
            yield from _missing_of(logs, run, every)


def _missing_of(logs: Runs, run: Run, every: frozenset[str]) -> Iterator[Problem]:
    paths = logs.logs_of(run) if run.sharded else logs.logs_of(run)[-1:]
    own = [logs.parts[path].facts for path in paths]
    lacking = "" if any(facts.running for facts in own) else _lacking(logs, run, every)
    if lacking:
        said = f"lack {lacking}" if len(own) > 1 else f"lacks {lacking}{_why_lacking(logs, run, own[-1].status)}"
        yield Problem("missing samples", f"{logs.named(paths)} {said}", tuple(paths))


def _why_lacking(logs: Runs, run: Run, status: str) -> str:
    """Why a run lacks samples; one that came to its end has none only where it was not to log them."""
    if status == "success" and not logs.ids_of(run):
        return " (it was run with log_samples=False, or they were removed)"
    return {"cancelled": " (it was cancelled)", "error": " (it ended in an error)"}.get(status, "")


def _lacking(logs: Runs, run: Run, every: frozenset[str]) -> str:
    """How many samples a run lacks, or how many of their epochs; an empty text where it lacks none."""
    missing = len(every - logs.ids_of(run))
    if missing:
        return f"{missing:,} of {len(every):,} samples"
    planned = len(every) * max(logs.parts[path].facts.epochs for path in logs.logs_of(run))
    missing = planned - logs.epochs_of(run)
    return f"{missing:,} of the {planned:,} epochs of its samples" if missing > 0 else ""


def _invalidated(logs: Runs) -> Iterator[Problem]:
    for run in logs.runs:
        for path in logs.logs_of(run) if run.sharded else logs.logs_of(run)[-1:]:
            batch = logs.parts[path].batch
            count = len(batch) - batch[INVALIDATION].null_count if INVALIDATION in batch.schema.names else 0
            if count:
                said = "1 sample" if count == 1 else f"{count:,} samples"
                left = "its score is" if count == 1 else "their scores are"
                whole = f"{logs.named([path])} holds {said} declared invalid{_why(batch)}: {left} left out"
                yield Problem("invalidated", whole, (path,))


def _why(batch: Any) -> str:
    """The reason for which samples were declared invalid, if there is one."""
    told = {json.loads(own).get("reason") for own in pc.unique(batch[INVALIDATION].drop_null()).to_pylist()}
    return f" ({one_line(str(told.pop()))})" if len(told) == 1 and told != {None} else ""


def _retried(logs: Runs) -> Iterator[Problem]:
    for run in logs.runs:
        if run.retried:
            *older, newest = logs.logs_of(run)
            said = f"{logs.named([newest])} continues {logs.named(older)}: they count as one run"
            yield Problem("retried", said, (newest, *older))


def _again(logs: Runs) -> Iterator[Problem]:
    retried = {path for run in logs.runs if run.retried for path in logs.logs_of(run)}
    for path, facts in logs.facts():
        if facts.again and path not in retried:
            said = "1 sample that was" if facts.again == 1 else f"{facts.again:,} samples that were"
            yield Problem("run again", f"{logs.named([path])} holds {said} run again: the last run counts", (path,))


def _repeated(logs: Runs) -> Iterator[Problem]:
    """Samples that stand in a log more than once, and were not run again."""
    for path, facts in logs.facts():
        if facts.copied:
            said = "1 sample" if facts.copied == 1 else f"{facts.copied:,} samples"
            yield Problem("copied rows", f"{logs.named([path])} holds {said} twice: each counts once", (path,))
        if facts.alike:
            said = "1 id" if facts.alike == 1 else f"{facts.alike:,} ids"
            kept = "only the last sample of each is read"
            yield Problem("alike ids", f"{logs.named([path])} has {said} both as number and as text: {kept}", (path,))


def _copies(logs: Runs, parts: Mapping[str, Part]) -> Iterator[Problem]:
    for path, part in parts.items():
        first = logs.first[part.facts.eval_id]
        if path != first:
            yield Problem(
                "copy", f"{logs.named([path])} is the same run as {logs.named([first])}, which is shown", (path, first)
            )


def _odd(logs: Runs) -> Iterator[Problem]:
    for path, facts in logs.facts():
        for note in facts.notes:
            yield Problem("odd log", f"{logs.named([path])}: {note}", (path,))
