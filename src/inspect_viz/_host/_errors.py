"""Why a picture could not be drawn."""

from __future__ import annotations


class RuntimeUnavailable(RuntimeError):
    """There is no V8 for this machine."""


class DrawingError(RuntimeError):
    """The runtime could not draw a picture; the message says why."""
