"""Many logs at once: every executor gives the same table, in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import numbered, rows
from zoo_tools import save

from inspect_viz.logs import LogError, problems, samples
from inspect_viz.logs._reading import parallel as _parallel

COUNT = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return numbered(tmp_path_factory.mktemp("logs"), COUNT)


@pytest.fixture(scope="module")
def serial(folder: Path) -> pa.Table:
    return samples(folder, cache=False, progress=False)


@contextmanager
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(3) as executor:
        yield executor


@contextmanager
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield executor


@contextmanager
def dask() -> Iterator[Executor]:
    distributed = pytest.importorskip("distributed")
    cluster = {"n_workers": 1, "threads_per_worker": 2, "processes": False, "dashboard_address": None}
    with distributed.Client(**cluster) as client:
        yield client.get_executor()


@pytest.mark.parametrize("given", [threads, processes, dask])
def test_any_executor_gives_the_same_table(folder: Path, serial: pa.Table, given: Callable[[], Any]) -> None:
    with given() as executor:
        assert samples(folder, cache=False, progress=False, executor=executor).equals(serial)
        assert samples([folder], cache=False, progress=False, executor=executor, full=True).num_rows == len(serial)


def test_all_cores_give_the_same_table(folder: Path, serial: pa.Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parallel, "WORTH_IT", 0)
    monkeypatch.setattr(_parallel, "_cores", lambda: 2)
    here: list[str] = []
    read_log = _parallel.read_log

    def noted(path: str, *more: Any, **named: Any) -> Any:
        here.append(path)
        return read_log(path, *more, **named)

    noted.__module__, noted.__qualname__ = read_log.__module__, read_log.__qualname__
    monkeypatch.setattr(_parallel, "read_log", noted)
    monkeypatch.setattr(_parallel, "partial", lambda _, **named: _parallel_partial(read_log, **named))
    assert samples(folder, cache=False, progress=False).equals(serial)
    assert 0 < len(here) < COUNT


def _parallel_partial(function: Any, **named: Any) -> Any:
    from functools import partial

    return partial(function, **named)


class Slow(Executor):
    """Does nothing until it is asked for a result; then what was submitted first."""

    def __init__(self) -> None:
        self.waiting = 0
        self.most = 0
        self.order: list[str] = []

    def submit(self, function: Any, /, *args: Any, **named: Any) -> Future[Any]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        self.order += map(str, args)
        executor = self

        class Late(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                executor.waiting -= 1
                return function(*args, **named)

        return Late()


def test_only_so_many_logs_wait_at_once(folder: Path, serial: pa.Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parallel, "_cores", lambda: 1)
    slow = Slow()
    assert samples(folder, cache=False, progress=False, executor=slow).equals(serial)
    assert slow.most <= 12
    assert slow.order == sorted(slow.order)
    assert len(slow.order) == COUNT


class Backwards(Executor):
    """Finishes what was submitted last before what was submitted first."""

    def __init__(self) -> None:
        self._left: list[tuple[Future[Any], Callable[[], Any]]] = []

    def submit(self, function: Any, /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self._left.append((future, lambda: function(*args, **named)))
        if len(self._left) == 5:
            self._finish()
        return future

    def _finish(self) -> None:
        left, self._left = self._left[::-1], []
        for future, work in left:
            future.set_result(work())


def test_order_is_kept(folder: Path, serial: pa.Table) -> None:
    assert samples(folder, cache=False, progress=False, executor=Backwards()).equals(serial)


class Broken(Executor):
    def submit(self, function: Any, /, *args: Any, **named: Any) -> Future[Any]:
        raise RuntimeError("no workers left")


class Lost(Executor):
    def submit(self, function: Any, /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(RuntimeError("the worker died"))
        return future


class Strange(Executor):
    def submit(self, function: Any, /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(b"something else")
        return future


@pytest.mark.parametrize(
    ("executor", "said"),
    [(Broken(), "no workers left"), (Lost(), "the worker died"), (Strange(), "returned something else")],
)
def test_what_goes_wrong_in_an_executor_is_told(folder: Path, executor: Executor, said: str) -> None:
    with pytest.raises(LogError, match=said):
        samples(folder, cache=False, progress=False, executor=executor)
    found = problems(folder, cache=False, progress=False, executor=executor)
    assert {own.kind for own in found} == {"unreadable"}
    assert said in found[0].message


# workers that are killed ----------------------------------------------------------------------------------------------


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Says of which log the reading kills its process so many times."""
    monkeypatch.setattr(_parallel, "WORTH_IT", 0)
    monkeypatch.setattr(_parallel, "_cores", lambda: 2)
    read_log, here = _parallel.read_log, os.getpid()

    def set_up(name: str, times: int) -> None:
        marks = [str(tmp_path / f"killed {n}") for n in range(times)]

        def prepared(_: Any, **named: Any) -> Any:
            def work(path: str) -> Any:
                left = [mark for mark in marks if not os.path.exists(mark)]
                if path.endswith(name) and left and os.getpid() != here:
                    open(left[0], "x").close()
                    os.kill(os.getpid(), signal.SIGKILL)
                return read_log(path, **named)

            return work

        monkeypatch.setattr(_parallel, "partial", prepared)

    return set_up


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed by a signal on Windows")
def test_a_killed_process_costs_no_log(folder: Path, serial: pa.Table, deadly: Any, tmp_path: Path) -> None:
    deadly("-07.eval", 1)
    logs = sorted(folder.iterdir())[:12]
    assert samples(logs, cache=False, progress=False).equals(serial.slice(0, sum(1 + n % 3 for n in range(12))))
    assert [path.name for path in tmp_path.iterdir()] == ["killed 0"]


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed by a signal on Windows")
def test_a_log_that_kills_again_is_the_only_one_that_is_not_read(folder: Path, deadly: Any) -> None:
    deadly("-07.eval", 9)
    logs = sorted(folder.iterdir())[:12]
    [found] = [own for own in problems(logs, cache=False, progress=False) if own.kind == "unreadable"]
    assert (
        found.message == f"'{folder.name}-07.eval' was not read: the process that read it was killed, and killed again"
    )
    with pytest.raises(LogError, match="see whether there is enough memory"):
        samples(folder, cache=False, progress=False)


class Killed(Executor):
    """Loses its process, and with it all that is in work, with the third log; takes nothing more then."""

    def __init__(self) -> None:
        self._max_workers = 2
        self._count = 0

    def submit(self, function: Any, /, *args: Any, **named: Any) -> Future[Any]:
        self._count += 1
        if self._count > 8:
            raise BrokenExecutor("the pool is broken")
        future: Future[Any] = Future()
        if self._count < 3:
            future.set_result(function(*args, **named))
        else:
            future.set_exception(BrokenExecutor("a process was killed"))
        return future


def test_a_broken_executor_costs_no_log(folder: Path, serial: pa.Table) -> None:
    assert samples(folder, cache=False, progress=False, executor=Killed()).equals(serial)


def test_a_log_that_cannot_be_read_stops_the_reading(folder: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.eval"
    bad.write_bytes(b"no log")
    os.utime(bad, (1, 1))
    with ThreadPoolExecutor(2) as executor, pytest.raises(LogError, match=r"bad\.eval"):
        samples([bad, folder], cache=False, progress=False, executor=executor)


IN_A_DAEMON = """
import multiprocessing, sys

def work(folder):
    from inspect_viz.logs import samples
    from inspect_viz.logs._reading import parallel as _parallel
    _parallel.WORTH_IT = 0
    _parallel._cores = lambda: 2
    print(samples(folder, cache=False, progress=False).num_rows, flush=True)

if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=work, args=sys.argv[1:], daemon=True)
    process.start()
    process.join(60)
    sys.exit(process.exitcode)
"""


def test_where_no_processes_can_be_started_logs_are_read_here(folder: Path, serial: pa.Table, tmp_path: Path) -> None:
    script = tmp_path / "daemon.py"
    script.write_text(IN_A_DAEMON)
    done = subprocess.run([sys.executable, str(script), str(folder)], capture_output=True, text=True, timeout=90)
    assert (done.stdout, done.returncode) == (f"{len(serial)}\n", 0), done.stderr


def test_threads_can_refresh_one_table(folder: Path, tmp_path: Path) -> None:
    from inspect_viz.data import Data

    save(tmp_path, rows(2))
    data = Data.from_logs(tmp_path, cache=False, progress=False)
    save(tmp_path, rows(3), name="new")
    changes: list[Any] = []
    workers = [threading.Thread(target=lambda: changes.append(data.refresh())) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert sorted(own.samples for own in changes) == [0, 0, 0, 3]
    assert len(data) == 5
