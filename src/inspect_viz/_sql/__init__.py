"""Questions as frozen values, and the dialect that writes them: no other place spells SQL."""

from ._dialect import Dialect, text
from ._expression import (
    ALL,
    NULL,
    Call,
    Case,
    Cast,
    Expression,
    Infix,
    Literal,
    Name,
    Position,
    Window,
    all_of,
    any_of,
    call,
    case,
    literal,
    name,
)
from ._names import asks_for_all, names_of
from ._select import Rows, Select, TableFunction, select
from ._statements import create_table, create_view, describe, drop_table

__all__ = [
    "ALL",
    "NULL",
    "Call",
    "Case",
    "Cast",
    "Dialect",
    "Expression",
    "Infix",
    "Literal",
    "Name",
    "Position",
    "Rows",
    "Select",
    "TableFunction",
    "Window",
    "all_of",
    "any_of",
    "asks_for_all",
    "call",
    "case",
    "create_table",
    "create_view",
    "describe",
    "drop_table",
    "literal",
    "name",
    "names_of",
    "select",
    "text",
]
