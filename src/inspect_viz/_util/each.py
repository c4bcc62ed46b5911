"""Calls of which none keeps the others from being made."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable

from .stack import outside


def call_each(calls: Iterable[Callable[[], object]]) -> None:
    """Make all calls, then raise what the first of those raised that failed; others are its notes.

    Before Python 3.11, where errors have no notes, the others are warnings.
    """
    failed: list[Exception] = []
    for call in calls:
        try:
            call()
        except Exception as error:
            failed.append(error)
    if not failed:
        return
    first, *others = failed
    for other in others:
        text = f"Another handler failed, too: {type(other).__name__}: {other}"
        note = getattr(first, "add_note", None)
        if note:
            note(text)
        else:
            warnings.warn(text, stacklevel=outside())
    raise first
