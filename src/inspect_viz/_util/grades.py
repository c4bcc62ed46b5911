"""What the texts of scores count."""

from __future__ import annotations

import math

# Inspect's marks: correct, incorrect, partial, no answer.
GRADES = {"C": 1.0, "I": 0.0, "P": 0.5, "N": 0.0}

WORDS = {"yes": 1.0, "true": 1.0, "no": 0.0, "false": 0.0}
"""Words that count as Inspect counts them, in any case."""


def number_of(text: str) -> float | None:
    """What a text counts as a score: a grade, a word, or the finite number that it says; None for any other."""
    known = GRADES.get(text, WORDS.get(text.lower()))
    return _finite(text) if known is None else known


def _finite(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
