"""Values given in place of data: lists of equal length, one row for each item."""

from __future__ import annotations

from collections.abc import Mapping


def aligned(where: str, options: Mapping[str, object]) -> dict[str, object]:
    """The options with single texts repeated for all rows; raises ValueError when lists differ in length."""
    lists = {k: v for k, v in options.items() if isinstance(v, tuple)}
    lengths = {k: len(v) for k, v in lists.items() if len(v) != 1}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{k} has {n}" for k, n in lengths.items())
        raise ValueError(f"{where}: without data all lists of values need the same length; {shown}.")
    rows = max(lengths.values(), default=1)
    return {**options, **{k: v * rows for k, v in lists.items() if len(v) == 1}}
