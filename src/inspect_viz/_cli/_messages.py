"""Errors and warnings as single lines, in the words of the command line."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


def one_line(error: Exception | Warning | str) -> str:
    """What went wrong, in one line, with options instead of the arguments of functions."""
    text = str(error) or type(error).__name__
    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        text = f"{error.strerror}: {str(error.filename)!r}"
    text = text.replace("score_value=None: ", "").replace("score_value=", "--score ").replace("score_value", "--score")
    return " ".join(text.split())


@contextmanager
def notes() -> Iterator[None]:
    """Shows warnings as notes of one line each; those about old Python code are for developers and stay away."""
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        for category in (DeprecationWarning, PendingDeprecationWarning, FutureWarning, ResourceWarning, ImportWarning):
            warnings.simplefilter("ignore", category)
        warnings.showwarning = _show
        yield


def _show(message: Warning | str, *_: object, **__: object) -> None:
    print(f"note: {one_line(message)}", file=sys.stderr)
