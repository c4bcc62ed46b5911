"""Questions as frozen values, and the dialect that writes them: no other place spells SQL."""

from ._dialect import Dialect, text
from ._expression import (
    ALL,
    NULL,
    Among,
    Call,
    Case,
    Cast,
    Expression,
    Infix,
    Literal,
    Name,
    Window,
    all_of,
    any_of,
    call,
    case,
    literal,
    name,
)
from ._select import Select, Source, TableFunction, select

__all__ = [
    "ALL",
    "NULL",
    "Among",
    "Call",
    "Case",
    "Cast",
    "Dialect",
    "Expression",
    "Infix",
    "Literal",
    "Name",
    "Select",
    "Source",
    "TableFunction",
    "Window",
    "all_of",
    "any_of",
    "call",
    "case",
    "literal",
    "name",
    "select",
    "text",
]
