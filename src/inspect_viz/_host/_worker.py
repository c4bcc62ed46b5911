"""A thread that does one piece of work after the other, until the process ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

from inspect_viz._util import ending

T = TypeVar("T")


class Worker:
    """Unlike a pool of the standard library it still works for threads that outlive the main one."""

    def __init__(self, name: str) -> None:
        self._queue: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self.ended = threading.Event()
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """The result to come; it can be cancelled until the work begins."""
        future: Future[T] = Future()
        self._queue.put((future, work))
        return future

    def end(self) -> None:
        """Let the thread end after what it was given so far."""
        self._queue.put(None)

    def _work(self) -> None:
        ending.ends_elsewhere()
        while (item := self._queue.get()) is not None:
            future, work = item
            if future.set_running_or_notify_cancel():
                try:
                    result = work()
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            del item, future, work
        self.ended.set()
