"""How far the reading is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any, Protocol

DELAY = 0.5
"""Seconds until there is a bar."""


class Progress(Protocol):
    """Is told of each log that was read."""

    def __call__(self, rows: int, size: int) -> None:
        """One more log, with so many samples and bytes."""


@contextmanager
def progress_of(total: int, shown: bool) -> Iterator[Progress]:
    """A bar with logs, samples, bytes and the time left; none off a terminal or notebook, or for few logs at once."""
    if not (shown and total and is_watched()):
        yield lambda rows, size: None
        return
    with _bar(total) as bar:
        yield _Told(bar)


def _bar(total: int) -> Any:
    """A widget where there are some, else a line of text: not in the stream of errors in a notebook, and without
    tqdm's warning that widgets are missing, as a notebook shows both in a red box above the picture.
    """
    told: dict[str, Any] = {"total": total, "desc": "Reading logs", "unit": "log", "delay": DELAY, "leave": False}
    if _is_notebook() and find_spec("ipywidgets") is None:
        from tqdm.std import tqdm as line

        return line(**told, file=sys.stdout)
    from tqdm.auto import tqdm

    return tqdm(**told)


def is_watched() -> bool:
    """Whether somebody sees what is written to stderr: a terminal or a notebook."""
    return _is_notebook() or bool(getattr(sys.stderr, "isatty", bool)())


def _is_notebook() -> bool:
    """Whether this runs in the kernel of a notebook; a script may import what notebooks need, too."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return getattr(shell, "kernel", None) is not None


class _Told:
    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._rows = 0
        self._size = 0

    def __call__(self, rows: int, size: int) -> None:
        self._rows += rows
        self._size += size
        self._bar.set_postfix_str(f"{self._rows:,} samples, {_bytes(self._size)}", refresh=False)
        self._bar.update()


def _bytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
