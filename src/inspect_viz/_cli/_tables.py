"""Tables that are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspect_viz.data import Data


def read_table(path: str, where: str | None) -> Data:
    """The table in a file, or those of its rows that meet a condition in SQL.

    Raises:
        ValueError: If the condition cannot be answered, or no row meets it.
    """
    from inspect_viz.data import Data

    data = Data.from_file(path)
    return data if where is None else data.where(where)


__all__ = ["read_table"]
