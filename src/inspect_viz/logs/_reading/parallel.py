"""Many logs at once, in order, on one core or on all."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from functools import partial
from typing import Any

from inspect_viz.logs._errors import LogError
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._store.open import one_line

from .log import Unread, read_log

WORTH_IT = 0.6
"""Seconds of work that must be left before other processes are started, which takes a third of a second."""

_AHEAD = 3
"""Logs in work or waiting to be taken, for each process: what bounds the memory."""


_NO_PROCESSES = (AssertionError, ImportError, NotImplementedError, OSError)
"""What is raised where no process can be started."""

_ADVICE = "see whether there is enough memory, or read the others with strict=False"


def read_all(paths: Sequence[str], wanted: Wanted, executor: Executor | None) -> Iterator[Any]:
    """What `read_log` gives for each path, in order.

    Where a process that reads is killed, all logs that were in work are lost. They are read once more, each by itself,
    so that only one that kills its process again cannot be read.

    Args:
        paths: The logs.
        wanted: What is wanted of them.
        executor: Where to read; None for this process and, where there is enough work, one for each core.
    """
    rest = deque(paths)
    while rest:
        try:
            for result in _read_all(list(rest), wanted, executor):
                rest.popleft()
                yield result
        except BrokenExecutor:
            width = _width(executor) if executor else _cores()
            lost = [rest.popleft() for _ in range(min(len(rest), _AHEAD * width))]
            yield from _one_by_one(lost, wanted, executor)


def _one_by_one(paths: Sequence[str], wanted: Wanted, executor: Executor | None) -> Iterator[Any]:
    """Each in a process that reads nothing else meanwhile, of the executor while it takes something."""
    try:
        yield from (_again(path, wanted, executor) if executor else _alone(path, wanted) for path in paths)
    finally:
        if executor is None:
            with suppress(*_NO_PROCESSES):
                _processes(1).shutdown(wait=False)


def _again(path: str, wanted: Wanted, executor: Executor) -> Any:
    try:
        future = executor.submit(partial(read_log, wanted=wanted), path)
    except BrokenExecutor:
        return _alone(path, wanted)
    try:
        return future.result()
    except BrokenExecutor as error:
        return not_read(path, error)


def _alone(path: str, wanted: Wanted) -> Any:
    try:
        return _processes(1).submit(partial(read_log, wanted=wanted), path).result()
    except BrokenExecutor:
        return Unread(LogError(path, "the process that read it was killed, and killed again", _ADVICE))
    except _NO_PROCESSES:
        return read_log(path, wanted)


def not_read(path: str, error: Exception) -> Unread:
    """A log that an executor did not read."""
    said = one_line(f"the executor failed ({type(error).__name__}: {error})")
    return Unread(LogError(path, said, "read without an executor, or try again"))


def _read_all(paths: Sequence[str], wanted: Wanted, executor: Executor | None) -> Iterator[Any]:
    if executor is not None:
        yield from _with(executor, paths, wanted, _width(executor))
        return
    cores, start = _cores(), 0.0
    for done, path in enumerate(paths):
        yield read_log(path, wanted)
        # The first one is not counted: it also pays for imports.
        start = start or time.perf_counter()
        left = (len(paths) - done - 1) * (time.perf_counter() - start) / max(done, 1)
        if cores > 1 and left > WORTH_IT:
            yield from _on_all_cores(paths[done + 1 :], wanted, cores)
            return


def _on_all_cores(paths: Sequence[str], wanted: Wanted, cores: int) -> Iterator[Any]:
    """In processes of our own, or here where there may be none, as in the workers of other pools.

    The processes end with the reading: they hold as much memory as 100,000 samples do.
    """
    rest = deque(paths)
    try:
        processes = _processes(cores)
        try:
            for result in _with(processes, paths, wanted, cores):
                rest.popleft()
                yield result
        finally:
            processes.shutdown(wait=False)
    except _NO_PROCESSES:
        yield from (read_log(path, wanted) for path in rest)


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _processes(count: int) -> Executor:
    if sys.stdout is None or sys.stderr is None:
        raise NotImplementedError("loky flushes the standard streams before it starts a process")
    from loky import get_reusable_executor  # type: ignore[import-untyped]

    executor: Executor = get_reusable_executor(max_workers=count)
    return executor


def _width(executor: Executor) -> int:
    """How many logs an executor reads at once, where it tells."""
    return int(getattr(executor, "_max_workers", 0) or 4 * _cores())


def _with(executor: Executor, paths: Sequence[str], wanted: Wanted, width: int) -> Iterator[Any]:
    work: deque[Future[Any]] = deque()
    rest = iter(paths)
    read = partial(read_log, wanted=wanted)
    try:
        for path in rest:
            work.append(executor.submit(read, path))
            if len(work) >= _AHEAD * width:
                yield work.popleft().result()
        while work:
            yield work.popleft().result()
    finally:
        for future in work:
            future.cancel()
