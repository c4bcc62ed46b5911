"""Controls that set params and selections."""

from __future__ import annotations

from ._checkbox import checkbox
from ._group import checkbox_group, radio_group
from ._search import search
from ._select import select
from ._slider import slider

__all__ = ["checkbox", "checkbox_group", "radio_group", "search", "select", "slider"]
