"""Errors and warnings as single lines, in the words of the command line."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

OPTIONS = {
    "score_value must say which score to show; candidates:": "--score must say which score to show, or all of them:",
    "score_value=None: ": "",
    "score_value=": "--score ",
    "score_value": "--score",
    "color_scheme=": "--color-scheme ",
    "color_scheme": "--color-scheme",
    "plot: --": "--",
    "where=": "--where ",
    "log_viewer=": "--log-viewer ",
    "of log_viewer holds": "of --log-viewer holds",
}
"""The arguments of functions, as the command line has them."""


def one_line(error: Exception | Warning | str) -> str:
    """What went wrong, in one line, with options instead of the arguments of functions."""
    text = _said(error)
    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        text = f"{error.strerror}: {str(error.filename)!r}"
    for argument, option in OPTIONS.items():
        text = text.replace(argument, option)
    return " ".join(text.split())


def _said(error: Exception | Warning | str) -> str:
    """The text of an error; of a log that cannot be read, with its path as the user would write it."""
    from inspect_viz.logs._errors import LogError

    if isinstance(error, LogError):
        advice = error.advice.replace("strict=False", "--skip-unreadable")
        return f"cannot read the log {shown_path(error.path)!r}: {error.reason}; {advice}"
    return str(error) or type(error).__name__


def shown_path(path: str) -> str:
    """A path relative to where we are, if it lies below."""
    shorter = path if "://" in path else os.path.relpath(path)
    return path if shorter.startswith("..") else shorter


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
