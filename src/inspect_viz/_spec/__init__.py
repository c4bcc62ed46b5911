"""From immutable nodes to the JSON that the runtime draws."""

from __future__ import annotations

from .compile import Picture, compile

__all__ = ["Picture", "compile"]
