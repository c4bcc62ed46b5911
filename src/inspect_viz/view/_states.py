"""What tells that a row ended in an error or was stopped by a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier

from ._scores import is_number, is_text

if TYPE_CHECKING:
    from inspect_viz.data import Data


def happened(data: Data, column: str) -> str | None:
    """SQL that is true where a column says that something happened: text, true, a number other than zero, a list of
    something. None where there is no such column."""
    if column not in data.columns:
        return None
    name, kind = quote_identifier(column), data.reader.types[column]
    if is_text(kind):
        return f"(CAST({name} AS VARCHAR) <> '')"
    if kind == "BOOLEAN":
        return f"({name})"
    if is_number(kind):
        return f"({name} <> 0)"
    return f"(len({name}) > 0)" if kind.endswith("]") else f"({name} IS NOT NULL)"
