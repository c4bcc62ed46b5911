"""From immutable nodes to the JSON that the runtime draws."""

from __future__ import annotations

from .among import Among
from .compile import Picture, compile

__all__ = ["Among", "Picture", "compile"]
