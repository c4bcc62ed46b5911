"""Makes the example logs: runs the small programs on the small questions and writes `examples/logs/*.eval`.

python examples/make_logs.py [FOLDER [PROGRAM ...]]
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import provider  # noqa: F401  (registers the models)
from inspect_ai import eval_async
from inspect_ai.log import EvalLog, list_eval_logs, read_eval_log, write_eval_log
from inspect_ai.solver import Solver
from questions import questions
from task import small_questions, stopped_before
from tidy import tidied
from tiny import FAMILY

CANCELLED = "abacus-3"
"""The program whose run is cancelled in the middle of the first epoch."""


def main(folder: str = str(Path(__file__).parent / "logs"), *programs: str) -> None:
    """Runs the programs, all of the family if none is named, and writes one log for each."""
    target = Path(folder).resolve()
    target.mkdir(parents=True, exist_ok=True)
    for program in programs or FAMILY:
        log = tidied(run(program))
        write_eval_log(log, str(target / f"{program}.eval"), format="eval")
        print(f"{program}: {log.status}, {len(log.samples or [])} samples")


def run(program: str) -> EvalLog:
    """The log of one program, as Inspect wrote it."""
    with TemporaryDirectory() as folder:
        anyio.run(_cancelled_run if program == CANCELLED else _evaluate, program, folder)
        return read_eval_log(list_eval_logs(folder)[0])


async def _cancelled_run(program: str, folder: str) -> None:
    middle = questions()[len(questions()) // 2].id
    with anyio.CancelScope() as scope:
        await _evaluate(program, folder, stopped_before(middle, partial(scope.cancel, "half-way")))


async def _evaluate(program: str, folder: str, solver: list[Solver] | None = None) -> None:
    model = f"tiny/{program}"
    await eval_async(small_questions(), model, solver=solver, log_dir=folder, log_level="error", max_samples=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
