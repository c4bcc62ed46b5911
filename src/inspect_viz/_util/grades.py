"""What the texts of scores count."""

from __future__ import annotations

import math
import re

# Inspect's marks: correct, incorrect, partial, no answer.
GRADES = {"C": 1.0, "I": 0.0, "P": 0.5, "N": 0.0}

WORDS = {"yes": 1.0, "true": 1.0, "no": 0.0, "false": 0.0}
"""Words that count as Inspect counts them, in any case."""


NUMBER = r"[ \t]*[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?[ \t]*"
"""Texts that say a number, as a regular expression that Python and SQL understand alike."""


def number_of(text: str) -> float | None:
    """What a text counts as a score: a grade, a word, or the finite number that it says; None for any other."""
    known = GRADES.get(text, WORDS.get(text.lower()))
    if known is not None or not re.fullmatch(NUMBER, text):
        return known
    number = float(text)
    return number if math.isfinite(number) else None
