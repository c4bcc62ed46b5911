"""Which columns a call or a question means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from inspect_viz._engine import Question
from inspect_viz._util.suggest import did_you_mean, listing


def position_of(column: object, names: tuple[str, ...]) -> int:
    """Where `column` is.

    Raises:
        ValueError: If it is not there, or more than once.
    """
    if not isinstance(column, str) or column not in names:
        raise ValueError(f"There is no column {column!r}.{did_you_mean(column, names)} Columns: {listing(names)}.")
    if names.count(column) > 1:
        raise ValueError(f"There are {names.count(column)} columns named {column!r}; rename all but one.")
    return names.index(column)


def positions_of(columns: Collection[str], names: tuple[str, ...]) -> list[int]:
    """Where these columns are.

    Raises:
        ValueError: If one is not there or more than once, or two differ only by case, which SQL cannot tell apart.
    """
    seen: dict[str, str] = {}
    for column in sorted(columns):
        other = seen.setdefault(column.lower(), column)
        if other != column:
            raise ValueError(f"The columns {other!r} and {column!r} differ only by case; rename one to use both.")
    return sorted(position_of(column, names) for column in columns)


def distinct(names: tuple[str, ...]) -> list[int]:
    """The columns that SQL can name: not empty, and alone under their name when case is ignored."""
    times = Counter(name.lower() for name in names)
    return [i for i, name in enumerate(names) if name and "\x00" not in name and times[name.lower()] == 1]


def mentioned(question: Question, names: tuple[str, ...]) -> list[int]:
    """The columns that a question may need."""
    if question.everything:
        return distinct(names)
    exact = {name for name in names if name and name in question.words}
    return positions_of(exact | _whatever_case(question.words, names, exact), names)


def _whatever_case(words: Iterable[str], names: tuple[str, ...], exact: set[str]) -> set[str]:
    lower = {word.lower() for word in words} - {name.lower() for name in exact}
    return {names[i] for i in distinct(names) if names[i].lower() in lower}
