"""What reads logs, in a fresh process of the project's environment. Linux only.

python -m bench.log_child ours|inspect_ai all|heatmap|prepare CORES CACHE WARM_LOGS LOGS

Keeps to that many cores, does the same once with other logs, so that imports are over, and prints one line of JSON:
seconds, rows, columns. `prepare` reads without counting it and measures what comes after. CACHE is on or off.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

HEATMAP = ("id", "epoch", "model", "score_includes")
PREPARED = ("id", "epoch", "model", "log", "score_includes", "score_closeness")
SCORES = ["score_includes", "score_closeness"]
VIEWER = "https://logs.example.org/"
Table = Any
Job = tuple[Callable[[str], Any], Callable[[Any], Table]]
"""What is not measured, given the folder, and what is, given the result of that."""


def _folder(folder: str) -> str:
    return folder


def _ours(what: str, cache: bool) -> Job:
    samples = _function("samples")

    def read(folder: str, columns: tuple[str, ...] | None) -> Table:
        return samples(folder, columns=columns and list(columns), cache=cache, progress=False)

    if what != "prepare":
        return _folder, lambda folder: read(folder, None if what == "all" else HEATMAP)
    model_info, log_viewer, score_to_float = map(_function, ("model_info", "log_viewer", "score_to_float"))

    def prepare(given: tuple[Table, str]) -> Table:
        return score_to_float(log_viewer(model_info(given[0]), {given[1]: VIEWER}), SCORES)

    return lambda folder: (read(folder, PREPARED), folder), prepare


def _function(name: str) -> Callable[..., Table]:
    try:
        found: Callable[..., Table] = getattr(import_module("inspect_viz.logs"), name)
    except (ImportError, AttributeError) as problem:
        sys.exit(f"inspect_viz.logs.{name} is not there: {problem}")
    return found


def _inspect_ai(what: str) -> Job:
    from inspect_ai import analysis as inspect

    own = {c.name: c for c in [*inspect.SampleSummary, *inspect.EvalModel, *inspect.EvalInfo]}
    every = [*inspect.SampleSummary, *inspect.EvalModel, *inspect.EvalInfo, *inspect.EvalTask]
    columns = {
        "all": [*every, *inspect.EvalConfiguration],
        "heatmap": [own[name] for name in ("id", "epoch", "model", "score_*")],
        "prepare": [own[name] for name in ("id", "epoch", "model", "log", "score_*")],
    }[what]

    def read(folder: str) -> Table:
        return inspect.samples_df(folder, columns=columns, quiet=True)

    def prepare(given: tuple[Table, str]) -> Table:
        viewer = inspect.log_viewer("sample", {given[1]: VIEWER})
        return inspect.prepare(given[0], [inspect.model_info(), viewer, inspect.score_to_float(SCORES)])

    if what == "prepare":
        return lambda folder: (read(folder), folder), prepare
    return _folder, read


def _keep_to(cores: int) -> None:
    """Before the imports, since libraries count the cores then."""
    allowed = sorted(os.sched_getaffinity(0))
    if len(allowed) < cores:
        sys.exit(f"{cores} cores are needed, {len(allowed)} are there")
    os.sched_setaffinity(0, allowed[:cores])


def _measured(job: Job, folder: str) -> dict[str, float]:
    before, timed = job
    given = before(folder)
    start = time.perf_counter()
    table = timed(given)
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "rows": table.shape[0], "columns": table.shape[1]}


def main(library: str, what: str, cores: str, cache: str, warm: str, logs: str) -> None:
    """Measures once."""
    _keep_to(int(cores))
    job = _ours(what, cache == "on") if library == "ours" else _inspect_ai(what)
    _measured(job, warm)
    print(json.dumps(_measured(job, logs)))


if __name__ == "__main__":
    main(*sys.argv[1:])
