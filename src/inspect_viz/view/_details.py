"""Columns whose texts a page carries for each row, because the caller asked for them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    from inspect_viz.data import Data


def checked_details(details: object, data: Data) -> tuple[str, ...]:
    """The names of columns among details; TypeError or ValueError for anything else."""
    if details is None:
        return ()
    if isinstance(details, str) or not isinstance(details, Sequence):
        raise TypeError(f"details={details!r} must be a list of names of columns, such as ['error', 'target']")
    for n, column in enumerate(details):
        _check(column, data, details[:n])
    return tuple(details)


def _check(column: object, data: Data, before: Collection[object]) -> None:
    if not isinstance(column, str):
        raise TypeError(f"details: {column!r} must be the name of a column")
    if column in before:
        raise ValueError(f"details: {column!r} is named twice")
    if column not in data.columns:
        hint = data.reader.hint(column) or did_you_mean(column, data.columns)
        raise ValueError(f"details: {column!r} is not a column; columns: {listing(data.columns)}.{hint}")
