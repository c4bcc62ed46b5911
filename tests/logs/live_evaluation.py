"""A real evaluation, sample by sample: each waits until there is a file with its number.

python live_evaluation.py LOGS GATES
"""

from __future__ import annotations

import sys
from pathlib import Path

import anyio
import zoo_runs
from inspect_ai import Task, eval
from inspect_ai.dataset import Sample
from inspect_ai.scorer import includes
from inspect_ai.solver import Generate, Solver, TaskState, solver

SAMPLES, EPOCHS = 5, 2


@solver
def gated(gates: Path) -> Solver:
    """Generates when it may; every third sample fails."""
    started = 0

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        nonlocal started
        number, started = started, started + 1
        while not (gates / str(number)).exists():
            await anyio.sleep(0.01)
        if number % 3 == 2:
            raise RuntimeError(f"sample {number} fails")
        return await generate(state)

    return solve


def main(logs: str, gates: str) -> None:
    samples = [Sample(id=f"q{n}", input=f"Question {n}", target="ANSWER") for n in range(SAMPLES)]
    task = Task(dataset=samples, solver=gated(Path(gates)), scorer=includes(), name="live")
    own = {"log_dir": logs, "epochs": EPOCHS, "max_samples": 1, "log_buffer": 1, "fail_on_error": False}
    eval(task, model="zoo/parrot", **own, **zoo_runs.QUIET)


if __name__ == "__main__":
    main(*sys.argv[1:])
