"""The part of the zoo about runs in shards: logs in `<name>.shards/<k>/`, and the log that was merged of them.

inspect_ai reads and hides shards, but brings no program that merges them; here its own functions do.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import EvalLog, EvalShardEntry, EvalShards, read_eval_log, write_eval_log
from inspect_ai.scorer import match
from inspect_ai.solver import generate
from zoo_runs import run
from zoo_tools import entry

NAME = "2026-01-02T03-04-05_zoo-parts_abc"


@task
def zoo_parts() -> Task:
    """Six samples."""
    rows = [Sample(id=f"s{number}", input=f"Say {number}", target="Default") for number in range(1, 7)]
    return Task(dataset=MemoryDataset(rows, name="six"), solver=generate(), scorer=match(), name="zoo_parts_of_six")


def shard(folder: Path, number: int, ids: Sequence[str], name: str = NAME) -> EvalLog:
    """Runs a part of the samples, as a worker does."""
    place = folder / f"{name}.shards" / str(number)
    return run(place, zoo_parts(), sample_id=list(ids))[0]


def three(folder: Path) -> list[EvalLog]:
    """The shards of a whole run."""
    return [shard(folder, n, [f"s{2 * n + 1}", f"s{2 * n + 2}"]) for n in range(3)]


def merged(folder: Path, shards: Sequence[EvalLog], *, status: str = "success", after: float = 10) -> Path:
    """Writes the merged log; it is `after` seconds younger than the shards."""
    logs = [read_eval_log(log.location) for log in shards]
    rows = [sample for log in logs for sample in log.samples or []]
    known = EvalShards(selection="ids", sample_count=None, ledger=[_ledger(log) for log in logs])
    dataset = logs[0].eval.dataset.model_copy(update={"sample_ids": [f"s{n}" for n in range(1, 7)], "samples": 6})
    config = logs[0].eval.config.model_copy(update={"sample_id": None})
    own = {name: f"{name} of {folder.name}" for name in ("eval_id", "run_id", "task_id")} | {"shards": known}
    spec = logs[0].eval.model_copy(update={**own, "dataset": dataset, "config": config})
    path = folder / f"{NAME}.eval"
    write_eval_log(logs[0].model_copy(update={"eval": spec, "samples": rows, "status": status}), str(path))
    for log in logs:
        os.utime(log.location.removeprefix("file://"), (1_700_000_000, 1_700_000_000))
    os.utime(path, (1_700_000_000 + after, 1_700_000_000 + after))
    return path


def _ledger(log: EvalLog) -> EvalShardEntry:
    ids = log.eval.dataset.sample_ids or []
    path = Path(log.location)
    return EvalShardEntry(
        shard=path.parent.name,
        log=path.name,
        status=log.status,
        samples=len(log.samples or []),
        selected=len(ids),
        selection_digest=hashlib.sha256(json.dumps(ids).encode()).hexdigest(),
        size=path.stat().st_size,
    )


@entry
def shards_of_a_run(folder: Path) -> None:
    three(folder)


@entry
def shards_that_are_merged(folder: Path) -> None:
    merged(folder, three(folder))


@entry
def shards_newer_than_the_merged_log(folder: Path) -> None:
    merged(folder, three(folder), after=-10)


@entry
def shards_of_which_some_are_merged(folder: Path) -> None:
    merged(folder, three(folder)[:2], status="error")
