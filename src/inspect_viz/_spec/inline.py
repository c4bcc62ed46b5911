"""Values given in place of data: lists of equal length, one row for each item."""

from __future__ import annotations

from collections.abc import Mapping

from .names import snake
from .nodes import Column, ColumnParam, Mark, Transform
from .results import is_aggregate
from .suited import SCALED

LISTED = (*SCALED, "rotate", "text", "title", "href", "src", "z")
"""Channels that may be lists of values."""


def aligned(where: str, options: Mapping[str, object]) -> dict[str, object]:
    """The options with single texts repeated for all rows; raises ValueError when lists differ in length."""
    lists = {k: v for k, v in options.items() if isinstance(v, tuple)}
    lengths = {k: len(v) for k, v in lists.items() if len(v) != 1}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{k} has {n}" for k, n in lengths.items())
        raise ValueError(f"{where}: without data all lists of values need the same length; {shown}.")
    rows = max(lengths.values(), default=1)
    return {**options, **{k: v * rows for k, v in lists.items() if len(v) == 1}}


def check_lengths(where: str, mark: Mark) -> None:
    """Raises ValueError for a list beside columns that has not one value for each row, where rows are counted."""
    options = mark.options
    read = any(isinstance(value, Column | ColumnParam | Transform) for value in options.values())
    rows = mark.data.reader.source.rows if mark.data is not None and read else None
    if rows is None or any(map(is_aggregate, options.values())):
        return
    for name in LISTED:
        value = options.get(name)
        if isinstance(value, tuple) and len(value) != rows:
            raise ValueError(
                f"{where}: {snake(name)} is a list of {len(value)} values, but the data has {rows} rows; name a column."
            )
