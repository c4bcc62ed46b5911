"""The part of the zoo about runs that were continued, by `eval_retry` and `eval_set`, and about invalidated samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspect_ai import Task, eval_retry, eval_set, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import EvalLog, ProvenanceData, invalidate_samples, read_eval_log, write_eval_log
from inspect_ai.scorer import match
from inspect_ai.solver import Generate, Solver, TaskState, generate, solver
from zoo_runs import QUIET, run
from zoo_tools import entry

REASON = ProvenanceData(author="me", reason="the grader was down")


@solver
def breaks(at: list[int], marks: str) -> Solver:
    """Fails once for each of the ids in `at`; files in the folder `marks` tell that it did."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        mark = Path(marks) / str(state.sample_id)
        if state.sample_id in at and not mark.exists():
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
            raise RuntimeError(f"broke on {state.sample_id}")
        return await generate(state)

    return solve


@task
def zoo_breaks(at: list[int], marks: str, effort: str = "low") -> Task:
    """Five samples."""
    rows = [Sample(id=number, input=f"Say {number}", target="Default") for number in range(1, 6)]
    return Task(dataset=MemoryDataset(rows, name="five"), solver=[breaks(at, marks), generate()], scorer=match())


def broken(folder: Path, *at: int, **options: Any) -> EvalLog:
    """A run that ends with an error at the first of the ids in `at`, and will once more at each next one."""
    made = zoo_breaks(list(at), str(folder / "marks"))
    return run(folder, made, **{"max_samples": 1, **options})[0]


def retry(log: EvalLog, folder: Path, times: int = 1) -> EvalLog:
    """Continues a run in a folder of its own: logs of one second have one name."""
    for number in range(times):
        [log] = eval_retry(log, log_dir=str(folder / f"again-{number + 1}"), max_samples=1, **QUIET)
    return log


@entry
def run_retried_until_complete(folder: Path) -> None:
    retry(broken(folder, 3), folder)


@entry
def run_retried_twice(folder: Path) -> None:
    retry(broken(folder, 2, 4), folder, times=2)


@entry
def run_retried_by_a_set(folder: Path) -> None:
    made = zoo_breaks([3], str(folder / "marks"))
    eval_set(made, log_dir=str(folder), model="zoo/model", retry_wait=0.01, retry_cleanup=False, max_samples=1, **QUIET)


def invalidated(folder: Path, *numbers: int) -> EvalLog:
    """A complete run of five samples, some of which were invalidated afterwards."""
    log = read_eval_log(broken(folder).location)
    uuids = [str(each.uuid) for each in log.samples or [] if each.id in numbers]
    log = invalidate_samples(log, uuids, REASON)
    write_eval_log(log, log.location)
    return read_eval_log(log.location)


@entry
def run_invalidated_in_part(folder: Path) -> None:
    invalidated(folder, 2, 5)


@entry
def run_invalidated_altogether(folder: Path) -> None:
    invalidated(folder, 1, 2, 3, 4, 5)


@entry
def run_retried_after_invalidation(folder: Path) -> None:
    retry(invalidated(folder, 2, 5), folder)
