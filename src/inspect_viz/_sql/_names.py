"""The columns that a question of ours names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from ._expression import ALL, Name
from ._select import Select


def names_of(question: Select) -> frozenset[str]:
    """Every name in a question, those that it gives to columns of its own included."""
    return frozenset(_names(question))


def asks_for_all(question: Select) -> bool:
    """Whether it, or a question inside it, asks for all columns of a table."""
    inside = question.source
    own = any(value is ALL for _, value in question.columns)
    return own or (isinstance(inside, Select) and asks_for_all(inside))


def _names(node: object) -> Iterator[str]:
    if isinstance(node, Name):
        yield node.name
    elif isinstance(node, tuple):
        for part in node:
            yield from _names(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _names(getattr(node, field.name))
