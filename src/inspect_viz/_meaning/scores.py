"""What a score counts: a finite number, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from inspect_viz._sql import Expression, call, case, literal, name

from .types import is_number, is_text

ALONE = "score"
PREFIX = "score_"
HEADLINE = tuple(f"score_headline_{what}" for what in ("name", "score", "metric", "value", "stderr"))
DETAILS = ("_kind", "_reason", "_answer", "_explanation", "_metadata")
"""How the names of columns end that tell something of the score beside them."""

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


def score(column: str, kind: str, wide: bool = False) -> Expression:
    """What a column's values count: finite numbers, NULL for any other.

    Args:
        column: Its name.
        kind: Its type.
        wide: Whether it holds whole numbers beyond 2^53, as text.
    """
    return finite(name(column).cast("DOUBLE")) if wide or is_number(kind) else text_score(column)


def finite(number: Expression) -> Expression:
    """A number, NULL where it is none or infinite."""
    return case({call("isfinite", number): number})


def text_score(column: str) -> Expression:
    """What the texts of a column count: `number_of` in SQL."""
    text = name(column).as_text()
    number = call("trim", text, " \t").try_cast("DOUBLE")
    grades = {text.equals(grade): literal(value) for grade, value in GRADES.items()}
    words = {call("lower", text).equals(word): literal(value) for word, value in WORDS.items()}
    says_number = call("regexp_full_match", text, NUMBER) & call("isfinite", number)
    return case({**grades, **words, says_number: number})


def score_columns(types: Mapping[str, str]) -> list[str]:
    """The columns `score` and `score_*` that are scores, not what is said of one.

    Args:
        types: Column name to type.
    """
    named = (column for column in types if column == ALONE or column.startswith(PREFIX))
    return [column for column in named if not _belongs_to_another(column, types)]


def _belongs_to_another(column: str, types: Mapping[str, str]) -> bool:
    """Whether a column tells something of the scores beside it, as tables of logs and of inspect_ai have them."""
    if column in HEADLINE:
        return HEADLINE[0] in types
    base = next((column.removesuffix(end) for end in DETAILS if column.endswith(end)), column)
    return base != column and base in types and is_text(types[column])
