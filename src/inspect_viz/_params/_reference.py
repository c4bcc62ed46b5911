"""Texts that stand for params in SQL until the picture gives them names."""

from __future__ import annotations

import re
from itertools import count
from typing import Any
from weakref import WeakValueDictionary

REFERENCE = re.compile(r"\$inspect_viz_\d+_")
_numbers = count()
_known: WeakValueDictionary[str, Any] = WeakValueDictionary()


def new_reference(holder: object) -> str:
    """A text that no other param or selection of the process has."""
    reference = f"$inspect_viz_{next(_numbers)}_"
    _known[reference] = holder
    return reference


def param_of(reference: str) -> Any:
    """What a reference stands for, or None where nobody holds it any more."""
    return _known.get(reference)


def referenced(text: str) -> list[str]:
    """The references in a text, in order."""
    return REFERENCE.findall(text)
