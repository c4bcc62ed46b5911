"""Work of the database that ends: by its time limit, by Ctrl-C, or because another thread says so.

What the database works on stands in `_running`. One thread looks after all of it, and interrupts what is overdue again
and again until it is gone, since DuckDB forgets an interrupt that comes before work has begun.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from inspect_viz._util.ending import native_work, stop_at_end

from ._connect import Connection
from ._errors import Stopped, query_errors, too_late
from ._limits import MOST_SECONDS, Limits

AGAIN = 0.02
NOW = float("-inf")


class Stop:
    """A way to end work from another thread: what runs, and what would begin later."""

    def __init__(self) -> None:
        self.asked = False

    def now(self) -> None:
        """End the work; does not wait for it."""
        with _lock:
            self.asked = True
            for each in _running:
                each.until = NOW if self in each.stops else each.until
            _wake.notify()

    def wait(self) -> None:
        """Wait until no work is left that this can end."""
        with _lock:
            while any(self in each.stops for each in _running):
                _ended.wait()


@dataclass(eq=False)
class _Work:
    con: Connection
    until: float
    stops: tuple[Stop, ...]
    late: bool = False

    def in_place_of(self, error: Exception) -> BaseException:
        """What the caller gets in place of the database's own words."""
        if self.late or any(stop.asked for stop in self.stops):
            return Stopped(self.late)
        return KeyboardInterrupt() if _is_of_signal(error) else error


_lock: threading.Lock
_wake: threading.Condition
_ended: threading.Condition
_running: set[_Work]
_watcher: threading.Thread | None
_wakes_at: float


def _begin_anew() -> None:
    """A process begins with no work and no watcher, a forked child too: its parent's threads are not here."""
    global _lock, _wake, _ended, _running, _watcher, _wakes_at
    _lock = threading.Lock()
    _wake, _ended = threading.Condition(_lock), threading.Condition(_lock)
    _running, _watcher, _wakes_at = set(), None, NOW


_begin_anew()
_end_of_process = Stop()
stop_at_end(_end_of_process.now)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)


@contextmanager
def answering(con: Connection, sql: str, limits: Limits, *stops: Stop) -> Iterator[None]:
    """Work of `con` on a question, which keeps to a time limit.

    Raises:
        QueryError: If it cannot be answered, or was ended.
    """
    try:
        with query_errors(sql), stoppable(con, *stops, seconds=limits.seconds):
            yield
    except Stopped as error:
        if error.late:
            raise too_late(sql, limits.seconds) from error
        raise


@contextmanager
def stoppable(con: Connection, *stops: Stop, seconds: float = MOST_SECONDS) -> Iterator[None]:
    """Work of `con` that ends after `seconds`, when one of `stops` says so, and in the main thread with Ctrl-C.

    Raises:
        Stopped: If it was ended, or should not have begun.
    """
    work = _Work(con, time.monotonic() + seconds, (_end_of_process, *stops))
    with native_work(), _running_for(work):
        yield


@contextmanager
def _running_for(work: _Work) -> Iterator[None]:
    _begin(work)
    try:
        yield
    except Exception as error:
        found = work.in_place_of(error)
        if found is error:
            raise
        raise found from error
    finally:
        _end(work)


def _begin(work: _Work) -> None:
    global _watcher
    with _lock:
        if any(stop.asked for stop in work.stops):
            raise Stopped(late=False)
        _running.add(work)
        if _watcher is None:
            _watcher = threading.Thread(target=_watch, name="inspect-viz-watcher", daemon=True)
            _watcher.start()
        elif work.until < _wakes_at:
            _wake.notify()


def _end(work: _Work) -> None:
    with _lock:
        _running.discard(work)
        _ended.notify_all()


def _watch() -> None:
    """Interrupt what is overdue; ends when there is nothing to watch."""
    global _watcher, _wakes_at
    with _lock:
        while _running:
            overdue = _interrupt_overdue(time.monotonic())
            wait = AGAIN if overdue else min(each.until for each in _running) - time.monotonic()
            _wakes_at = time.monotonic() + wait
            _wake.wait(max(wait, 0))
        _watcher = None


def _interrupt_overdue(now: float) -> bool:
    overdue = [each for each in _running if each.until <= now]
    for each in overdue:
        each.late = each.late or each.until != NOW
        each.con.interrupt()
    return bool(overdue)


def _is_of_signal(error: Exception) -> bool:
    """DuckDB hides the KeyboardInterrupt of the main thread."""
    return type(error) is RuntimeError and str(error) == "Query interrupted"
