"""Shorter turns of Python's threads while somebody waits for an answer."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

TURN = 0.0001
"""Seconds that a busy thread keeps Python, where another one waits for it."""

_lock = threading.Lock()
_waiting = 0
_before = 0.0


@contextmanager
def short_turns() -> Iterator[None]:
    """While it lasts a thread that waits for Python gets it soon: DuckDB's client asks for it between any two pieces of
    work, and would get it after 5 ms each time where a cell computes."""
    _begin()
    try:
        yield
    finally:
        _end()


def _begin() -> None:
    global _waiting, _before
    with _lock:
        _waiting += 1
        if _waiting == 1:
            _before = sys.getswitchinterval()
            if _before > TURN:
                sys.setswitchinterval(TURN)


def _end() -> None:
    """As it was, unless the caller's own code has changed it meanwhile."""
    global _waiting
    with _lock:
        _waiting -= 1
        is_ours = _before > TURN and abs(sys.getswitchinterval() - TURN) < 1e-5
        if is_ours and not _waiting:
            sys.setswitchinterval(_before)
