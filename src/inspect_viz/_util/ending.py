"""The end of the process, which must find no thread in native code: such a thread would abort it.

Threads of users that are daemons still run when the interpreter ends. Work that calls native code is counted; at the
end it is stopped, and waited for.
"""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

SECONDS = 10.0


class _Here(threading.local):
    """How deep this thread is in native work, and whether somebody else ends it."""

    depth = 0
    is_ended_elsewhere = False


_here = _Here()
_stops: list[Callable[[], object]] = []
_is_ending = False
_busy = 0
_changed = threading.Condition()


def stop_at_end(stop: Callable[[], object]) -> None:
    """Call `stop` when the process ends, or has been told to by Ctrl-C while other threads work."""
    _stops.append(stop)


@contextmanager
def native_work(*, even_at_end: bool = False) -> Iterator[None]:
    """Work that the end of the process waits for, having stopped it.

    Args:
        even_at_end: It may begin while the process ends, if not in a daemon.

    Raises:
        RuntimeError: If the process ends already; a daemon rests for ever instead, as it would in any case.
    """
    if _here.is_ended_elsewhere:
        yield
        return
    _enter(even_at_end)
    try:
        yield
    finally:
        _leave()


def ends_elsewhere() -> None:
    """Say of this thread that somebody else stops and awaits it at the end."""
    _here.is_ended_elsewhere = True


def _enter(even_at_end: bool) -> None:
    global _busy
    with _changed:
        if _here.depth == 0 and _is_ending:
            _rest()
            if not even_at_end:
                raise RuntimeError("the interpreter is ending: nothing can be drawn or read any more")
        _busy += _here.depth == 0
        _here.depth += 1


def _leave() -> None:
    global _busy
    with _changed:
        _here.depth -= 1
        _busy -= _here.depth == 0
        _changed.notify_all()
        if _here.depth == 0 and _is_ending:
            _rest()


def _rest() -> None:
    """A daemon neither goes on nor complains while the interpreter ends around it."""
    while threading.current_thread().daemon:
        _changed.wait()


def end() -> None:
    """Stop the native work of all threads, let none begin, and wait until none is left."""
    global _is_ending
    with _changed:
        _is_ending = True
    for stop in _stops:
        with suppress(Exception):
            stop()
    with _changed:
        _changed.wait_for(lambda: _busy == 0, SECONDS)


def _stop_after_ctrl_c() -> None:
    """Ctrl-C has ended the main thread, which now waits for the others: they shall end, too."""
    if getattr(sys, "last_type", None) is KeyboardInterrupt:
        end()


def keep_for_ever(value: object) -> None:
    """Never free `value`: in a forked child that belongs to the parent, and to threads that are not here."""
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(value))


def _begin_anew() -> None:
    """A forked child has one thread."""
    global _changed, _busy
    _changed, _busy = threading.Condition(), int(_here.depth > 0)


def end_first() -> None:
    """End before what was imported so far does: it may interrupt the work of daemons, which would then complain."""
    atexit.unregister(end)
    atexit.register(end)


end_first()
with suppress(Exception):
    threading._register_atexit(_stop_after_ctrl_c)  # type: ignore[attr-defined]
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_begin_anew)
