"""Questions from elsewhere, answered on threads of their own: a busy kernel answers, too."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import lru_cache

from inspect_viz._engine import Stop, Stopped

from ._turns import short_turns

MOST_AT_ONCE = 8

Answer = Callable[[str, Stop], Sequence[bytes]]
Say = Callable[[Mapping[str, object], Sequence[bytes]], None]


class Questions:
    """Questions by the names that their asker gives them.

    Args:
        say: Tells the asker: the name as `answer` with what was answered, or with the sentence of an `error`.
    """

    def __init__(self, say: Say) -> None:
        self._say = say
        self._lock = threading.Lock()
        self._ended = threading.Condition(self._lock)
        self._stops: dict[str, Stop] = {}

    def ask(self, name: str, sql: str, answer: Answer) -> None:
        """Begin with the answer to one question, whose thread knows what this one knows of the message it came in.

        Args:
            name: What the asker calls the question.
            sql: The question.
            answer: Turns it into streams of bytes; another thread calls it.
        """
        stop = Stop()
        with self._lock:
            self._stops[name] = stop
        _pool().submit(copy_context().run, self._work, name, sql, answer, stop)

    def cancel(self, names: Iterable[str] | None = None) -> None:
        """End the work on questions, of all where none are named; nobody is told."""
        with self._lock:
            stops = [self._stops.get(name) for name in (list(self._stops) if names is None else names)]
        for stop in filter(None, stops):
            stop.now()

    @property
    def are_open(self) -> bool:
        """Whether somebody waits for an answer."""
        with self._lock:
            return not all(stop.asked for stop in self._stops.values())

    def wait(self) -> None:
        """Wait until no question is open."""
        with self._lock:
            self._ended.wait_for(lambda: not self._stops)

    def _work(self, name: str, sql: str, answer: Answer, stop: Stop) -> None:
        try:
            with short_turns():
                self._tell(name, sql, answer, stop)
        finally:
            with self._lock:
                self._stops.pop(name, None)
                self._ended.notify_all()

    def _tell(self, name: str, sql: str, answer: Answer, stop: Stop) -> None:
        try:
            data = answer(sql, stop)
        except Stopped:
            return
        except Exception as error:
            self._say({"answer": name, "error": str(error).partition(" The question was")[0]}, [])
        else:
            self._say({"answer": name}, data)


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="inspect-viz-answers")
