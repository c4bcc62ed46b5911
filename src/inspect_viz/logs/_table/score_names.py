"""Names of score columns: each scorer has its own, and what belongs to a score goes behind it.

A scorer `a` whose scores have a key `b`, and a scorer `a_b`, would both be `score_a_b`. So names of what belongs to a
score are kept in two pieces until all columns of a table are known: the scorer keeps its name, the other yields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SCORE = "score_"
REASON = "reason"
KIND = "kind"
BETWEEN = "\0"
_MET = re.compile(r"(score_.+)\[(.+)\]", re.DOTALL)


def score_column(scorer: str) -> str:
    """The column of a scorer."""
    return SCORE + scorer


def belonging(column: str, what: str) -> str:
    """The name, in two pieces, of a column of what belongs to a score: a key, its reasons or kinds."""
    return column + BETWEEN + what


def belongs(column: str) -> bool:
    """Whether a column, as parts name it, holds something that belongs to a score."""
    return BETWEEN in column


def plain_name(column: str) -> str:
    """What a column is called where no other has that name."""
    return column.replace(BETWEEN, "_")


def shown_names(columns: Iterable[str]) -> dict[str, str]:
    """Column as parts name it to its name in the table; each has one of its own."""
    every = list(dict.fromkeys(columns))
    names = {column: column for column in every if not belongs(column)}
    taken = set(names)
    for column in every:
        if belongs(column):
            names[column] = _free(column, taken)
            taken.add(names[column])
    return {column: names[column] for column in every}


def met_name(name: str) -> str:
    """What a column would be called if no other had that name; `score_a_b` for `score_a[b]`."""
    met = _MET.fullmatch(name)
    return f"{met[1]}_{met[2]}" if met else name


def both_names(column: str) -> tuple[str, str]:
    """The names that a column can have in a table; the second one only where another has the first."""
    score, what = column.split(BETWEEN, 1)
    return f"{score}[{plain_name(what)}]", plain_name(column)


def _free(column: str, taken: set[str]) -> str:
    name, plain = both_names(column)
    if plain not in taken:
        return plain
    while name in taken:
        name += "_"
    return name
