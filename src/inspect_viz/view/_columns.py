"""Which column plays a part: the one that the caller named, or the first of those that are called so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._meaning.types import is_nested, is_text
from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    from inspect_viz.data import Data


TASKS = ("task_display_name", "task_name")
"""Columns of the tasks' names, as people and as logs have them."""


def checked_data(data: object) -> Data:
    """Data with rows; TypeError or ValueError for anything else."""
    from inspect_viz.data import Data

    if not isinstance(data, Data):
        raise TypeError(
            f"data must be a Data, not {type(data).__name__}; wrap a data frame with Data.from_dataframe(df) "
            "or read a file with Data.from_file(path)"
        )
    if len(data) == 0:
        why = "".join(f"; {problem}" for problem in data.problems[:1])
        raise ValueError(f"data has no rows, so there is nothing to draw{why}")
    return data


def first_of(data: Data, names: tuple[str, ...]) -> str | None:
    """The first of these columns that the data has."""
    return next((name for name in names if name in data.columns), None)


def text_column(data: Data, column: str) -> str | None:
    """The column, if the data has it and it is text."""
    return column if column in data.columns and is_text(data.reader.types[column]) else None


def check_category(data: Data, argument: str, column: object, also: str = "") -> None:
    """Errors unless a column holds one text or number a row.

    Args:
        data: The table.
        argument: What the caller calls the column.
        column: Its name.
        also: What else was looked for, as a part of the sentence.
    """
    if not isinstance(column, str):
        raise TypeError(f"{argument}={column!r} must be the name of a column")
    if column not in data.columns:
        hint = data.reader.hint(column) or did_you_mean(column, data.columns)
        raise ValueError(f"{argument}={column!r} is not a column{also}; columns: {listing(data.columns)}.{hint}")
    kind = data.reader.types[column]
    if is_nested(kind):
        raise ValueError(f"{argument}={column!r} has the type {kind}; it must hold one text or number a row")


def task_column(data: Data, argument: str, given: object) -> str:
    """The column of the tasks, of which the usual one falls back to `task_name`; errors if there is none."""
    usual, other = TASKS
    found = other if given == usual and usual not in data.columns and other in data.columns else given
    check_category(data, argument, found, f", nor is {other!r}" if found == usual else "")
    return str(found)


def check_apart(**named: str) -> None:
    """Errors if two arguments name the same column."""
    arguments = list(named)
    for n, second in enumerate(arguments):
        for first in arguments[:n]:
            if named[first] == named[second]:
                raise ValueError(f"{first} and {second} are the same column, {named[first]!r}; they must differ")
