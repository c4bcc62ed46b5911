"""Why a picture could not be drawn."""

from __future__ import annotations

from inspect_viz._engine import LimitError


class RuntimeUnavailable(RuntimeError):
    """There is no V8 for this machine."""


class DrawingError(RuntimeError):
    """The runtime could not draw a picture; the message says why."""


class DrawingLimitError(DrawingError, LimitError):
    """A picture whose questions take more time or memory than they may."""


class OutOfMemory(Exception):
    """V8 has no memory left, and has given up what it was doing."""
