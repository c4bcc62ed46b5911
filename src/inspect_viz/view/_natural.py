"""The order of names in which "model-2" stands before "model-10"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspect_viz.data import Data

DIGITS = re.compile(r"([0-9]+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A key to sort by: digits count as numbers, and letters alike in both cases."""
    parts = (part for part in DIGITS.split(text.casefold()) if part)
    return (*((0, int(part), part) if DIGITS.fullmatch(part) else (1, 0, part) for part in parts), (-1, 0, text))


def in_order(names: Iterable[str], data: Data, column: str) -> list[str]:
    """Names once each: as a column of the table declares its categories, or else in their natural order."""
    levels = {level: place for place, level in enumerate(data.reader.levels(column))}
    return sorted(dict.fromkeys(names), key=lambda text: (levels.get(text, len(levels)), natural(text)))
