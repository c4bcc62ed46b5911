"""Controls that set params and selections."""

from __future__ import annotations

from ._select import select
from ._slider import slider

__all__ = ["select", "slider"]
