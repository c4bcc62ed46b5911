"""V8 in this process: one context, and one thread that owns it until the process ends."""

from __future__ import annotations

import asyncio
import atexit
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, TimeoutError
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from inspect_viz._engine import Stop, Stopped
from inspect_viz._util import ending

from ._errors import DrawingError, OutOfMemory, RuntimeUnavailable
from ._runtime import MEMORY_LIMIT, new_context
from ._worker import Worker

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

T = TypeVar("T")

HARMLESS = (DrawingError, RuntimeUnavailable, Stopped)

TOO_MUCH = (
    f"the picture could not be drawn: it reached the memory limit of V8, {MEMORY_LIMIT // 1024**2:,} MiB; draw "
    "fewer things: count rows in bins, show them by raster or heatmap, or take a part of them"
)
SECONDS_TO_END = 10.0
SECONDS_TO_LOOK = 0.05
"""How often a thread that waits for V8 looks whether it was stopped."""
SECONDS_TO_REST = 5.0
"""How long a fork waits for V8: a picture takes a tenth of that, but an answer may take as long as it likes."""


class _Owner:
    """A V8 context and the one thread that may touch it."""

    def __init__(self) -> None:
        self.worker = Worker("inspect-viz-v8")
        self._is_closing = False
        self.context: Future[MiniRacer] = self.worker.submit(lambda: _undisturbed(new_context))

    def run(self, work: Callable[[MiniRacer], T], stop: Stop | None = None) -> T:
        """Do work with the context. A context that was left in its midst is given up.

        Raises:
            Stopped: If `stop` says so.
            DrawingError: If V8 fails.
        """
        done = self.worker.submit(lambda: _undisturbed(lambda: work(self.context.result())))
        try:
            return _result(done, stop)
        except BaseException as error:
            if not done.done() or not isinstance(error, HARMLESS):
                self._leave(done)
            if isinstance(error, OutOfMemory) or type(error).__name__ == "JSOOMException":
                raise DrawingError(TOO_MUCH) from error
            if type(error).__module__.startswith("py_mini_racer"):
                reason = str(error).strip() or type(error).__name__
                raise DrawingError(f"the picture could not be drawn: {reason}") from error
            raise

    def _leave(self, done: Future[Any]) -> None:
        """Let the work be: it may not have begun, or may be at work still."""
        if not done.cancel():
            self.halt()
            _discard(self)

    def halt(self) -> None:
        """End what V8 is doing: mini-racer ends it with the task that waits for it."""
        with suppress(Exception):
            loop = self.context.result(0)._ctx.event_loop  # type: ignore[union-attr]
            loop.call_soon_threadsafe(lambda: self._cancel_tasks(loop))

    def _cancel_tasks(self, loop: asyncio.AbstractEventLoop) -> None:
        if not self._is_closing:
            for task in asyncio.all_tasks(loop):
                task.cancel()

    def end(self) -> Future[None]:
        """End V8 and then its thread."""
        ended = self.worker.submit(self._close)
        ended.add_done_callback(lambda _: _owners.discard(self))
        self.worker.end()
        return ended

    def _close(self) -> None:
        """Free V8 once it is at rest: it must not tell of ended work when nobody listens."""
        context = self.context.result()
        self._is_closing = True
        with suppress(Exception):
            context.eval("0", timeout_sec=SECONDS_TO_END)
        context.close()


_lock = threading.Lock()
_owner: _Owner | None = None
_owners: set[_Owner] = set()
"""All that have not ended."""


_at_work = threading.RLock()
"""Held while V8 works; a fork takes it, as V8's own locks would stay locked for ever in the child."""


def _undisturbed(work: Callable[[], T]) -> T:
    with _at_work:
        return work()


def _result(done: Future[T], stop: Stop | None) -> T:
    while stop is not None:
        with suppress(TimeoutError):
            return done.result(SECONDS_TO_LOOK)
        if stop.asked:
            raise Stopped(late=False)
    return done.result()


def warm_up() -> _Owner:
    """The owner of this process; starts V8 in its thread and does not wait for it."""
    global _owner
    with _lock:
        if _owner is None:
            _owner = _Owner()
            _owners.add(_owner)
        return _owner


def _discard(owner: _Owner) -> None:
    global _owner
    with _lock:
        if _owner is owner:
            _owner = None
    owner.end()


def _halt_all() -> None:
    for owner in list(_owners):
        owner.halt()


def _end_at_exit() -> None:
    """V8 ends while its threads still run; after that the interpreter can end."""
    ending.end()
    if _owner is not None:
        _discard(_owner)
    for owner in list(_owners):
        with suppress(Exception):
            owner.worker.ended.wait(SECONDS_TO_END)


_forking = threading.local()
"""Whether a thread that forks holds V8 back meanwhile."""


def _rest_before_fork() -> None:
    _forking.rests = _at_work.acquire(timeout=SECONDS_TO_REST)


def _go_on_in_parent() -> None:
    if _forking.rests:
        _at_work.release()


def _forget_in_child() -> None:
    """A forked child has none of V8's threads: it must neither use nor free its parent's contexts."""
    global _owner, _owners, _lock, _at_work
    for owner in _owners:
        ending.keep_for_ever(owner)
    _owner, _owners, _lock, _at_work = None, set(), threading.Lock(), threading.RLock()


ending.stop_at_end(_halt_all)
atexit.register(_end_at_exit)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_rest_before_fork, after_in_parent=_go_on_in_parent, after_in_child=_forget_in_child)
