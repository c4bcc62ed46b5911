"""Asks the database whether the SQL in a mark can be read, so that the error comes at the call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from .nodes import Mark, Node, TableNode, Transform, walk
from .references import sql_text

if TYPE_CHECKING:
    from inspect_viz.data import Data

QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?!data")(?:[^"]|"")*["]""")
OWN_NAME = re.compile(r"""\b(?:from|join)\s+"?data\b""", re.IGNORECASE)
"""The name of the table while an expression is checked, which it has not in a picture."""


def check_sql(where: str, data: Data | None, options: Mapping[str, object]) -> None:
    """Raises ValueError for the first SQL expression that the data cannot answer."""
    for argument, value in options.items():
        for text in sql_texts(value):
            problem = None if data is None else problem_of(data, text)
            if problem is not None:
                raise ValueError(f"{where}: {argument}: the expression {text!r} cannot be read: {problem}")


def sql_texts(value: object) -> Iterator[str]:
    """The SQL in a value, nested transforms included."""
    if isinstance(value, tuple):
        for item in value:
            yield from sql_texts(item)
    if isinstance(value, Transform):
        if value.name == "sql":
            yield sql_text(value.args)
        else:
            yield from sql_texts((*value.args, *value.options.values()))


def problem_of(data: Data, text: str) -> str | None:
    """What is wrong with an expression, or None."""
    return unread(data, text) or looseness(QUOTED.sub("''", text))


def unread(data: Data, text: str) -> str | None:
    """Why the data cannot answer an expression, or None."""
    from inspect_viz._engine import QueryError

    try:
        data.reader.ask(f"SELECT ({text}\n) FROM data LIMIT 0")
    except QueryError as error:
        return str(error).partition(" The question was")[0]
    return None


def looseness(text: str) -> str | None:
    """Why a text without its quoted parts, which is well in brackets, is not well without them; or None."""
    if "--" in text:
        return "it has a comment, which would hide what follows it."
    if OWN_NAME.search(text):
        return "a mark asks for its own rows, so there is no table 'data' here; Data.sql(...) makes a table of such."
    depth = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            return "it closes a bracket that it did not open."
        if depth == 0 and character == ",":
            return "it is more than one value."
    return "it is all columns, not one value." if text.strip().endswith("*") else None


def expressions(node: Node) -> tuple[str, ...]:
    """Every SQL expression that a caller wrote in a picture, once."""
    return tuple(dict.fromkeys(text for part in walk(node) for value in _values(part) for text in sql_texts(value)))


def _values(node: Node) -> tuple[object, ...]:
    """Where a caller can have written SQL."""
    if isinstance(node, TableNode):
        return tuple(column.value for column in node.columns)
    return tuple(node.options.values()) if isinstance(node, Mark) else ()
