"""One SELECT as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from ._expression import ALL, Expression


@dataclass(frozen=True)
class TableFunction:
    """A function that gives rows, such as one that reads a file; options are written `name = value`."""

    function: str
    arguments: tuple[Expression, ...]
    options: Mapping[str, object]


@dataclass(frozen=True)
class Select:
    """Columns of rows: which, from where, on what condition, in which groups, in which order, how many."""

    columns: tuple[tuple[str | None, Expression], ...]
    source: Rows
    condition: Expression | None = None
    groups: tuple[Expression, ...] = ()
    kept: Expression | None = None
    orders: tuple[Expression, ...] = ()
    most: int | None = None
    distinct: bool = False

    def where(self, condition: Expression) -> Select:
        """Of the rows that meet a condition, besides those there are."""
        return replace(self, condition=condition if self.condition is None else self.condition & condition)

    def grouped(self, *groups: Expression) -> Select:
        """One row for each group."""
        return replace(self, groups=groups)

    def having(self, condition: Expression) -> Select:
        """Of the groups that meet a condition."""
        return replace(self, kept=condition)

    def ordered(self, *orders: Expression) -> Select:
        """In ascending order."""
        return replace(self, orders=orders)

    def first(self, most: int) -> Select:
        """At most so many rows."""
        return replace(self, most=most)

    def unique(self) -> Select:
        """Without repeated rows."""
        return replace(self, distinct=True)


Rows: TypeAlias = "str | Select | TableFunction"
"""Where rows come from: the name of a table, another SELECT, or a function that gives rows."""


def select(*columns: Expression, source: Rows, **named: Expression) -> Select:
    """A SELECT of columns under their own names and of expressions under new names; of all columns if none is given.

    Args:
        columns: Expressions that need no name.
        source: Where the rows come from.
        named: Expressions by their new names.
    """
    listed = (*((None, column) for column in columns), *named.items())
    return Select(listed or ((None, ALL),), source)
