"""Expressions over columns; `text(...)` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce


class Expression:
    """Something that has a value in each row, or in each group of rows; larger ones are made by its methods."""

    def __and__(self, other: Expression) -> Expression:
        return Infix("AND", self, other)

    def __or__(self, other: Expression) -> Expression:
        return Infix("OR", self, other)

    def __invert__(self) -> Expression:
        return Call("NOT", (self,))

    def minus(self, other: Expression | float) -> Expression:
        """The difference."""
        return Infix("-", self, _expression(other))

    def equals(self, other: object) -> Expression:
        """Whether it is the same; null where either is null."""
        return Infix("=", self, _expression(other))

    def differs(self, other: object) -> Expression:
        """Whether it is another one; null where either is null."""
        return Infix("<>", self, _expression(other))

    def above(self, other: object) -> Expression:
        """Whether it is greater."""
        return Infix(">", self, _expression(other))

    def below(self, other: object) -> Expression:
        """Whether it is less."""
        return Infix("<", self, _expression(other))

    def same(self, other: object) -> Expression:
        """Whether it is the same, null being a value like any other."""
        return Infix("IS NOT DISTINCT FROM", self, _expression(other))

    def is_null(self) -> Expression:
        """Whether there is no value."""
        return Infix("IS", self, NULL)

    def is_given(self) -> Expression:
        """Whether there is a value."""
        return Infix("IS NOT", self, NULL)

    def within(self, values: Iterable[object]) -> Expression:
        """Whether it is one of these values."""
        return Infix("IN", self, Call("", tuple(map(_expression, values))))

    def cast(self, kind: str) -> Expression:
        """As another type; a value that cannot be is an error."""
        return Cast(self, kind)

    def try_cast(self, kind: str) -> Expression:
        """As another type; null where it cannot be."""
        return Cast(self, kind, safe=True)

    def as_text(self) -> Expression:
        """As text."""
        return Cast(self, "VARCHAR")


@dataclass(frozen=True)
class Name(Expression):
    """A column, whatever characters its name holds."""

    name: str


@dataclass(frozen=True)
class Literal(Expression):
    """A text, number, boolean, date, time stamp or None."""

    value: object


@dataclass(frozen=True)
class Position(Expression):
    """The column at a position, counted from 0, of the rows that a question reads."""

    position: int


@dataclass(frozen=True)
class All(Expression):
    """All columns."""


@dataclass(frozen=True)
class Infix(Expression):
    """An operator between two expressions."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True)
class Call(Expression):
    """A function of expressions; an aggregate may take distinct values only, or only the rows that meet a condition."""

    function: str
    arguments: tuple[Expression, ...] = ()
    distinct: bool = False
    where: Expression | None = None

    def of_rows(self, where: Expression) -> Call:
        """The aggregate over the rows that meet a condition."""
        return Call(self.function, self.arguments, self.distinct, where)

    def over(self, *order: Expression, groups: Iterable[Expression] = ()) -> Window:
        """The function over all rows, or over those of a row's group; in this order or in their own."""
        return Window(self, order, tuple(groups))


@dataclass(frozen=True)
class Window(Expression):
    """A function over all rows, or over those of a row's group."""

    function: Call
    order: tuple[Expression, ...] = ()
    groups: tuple[Expression, ...] = ()


@dataclass(frozen=True)
class Case(Expression):
    """The value of the first condition that holds, or the default."""

    branches: tuple[tuple[Expression, Expression], ...]
    default: Expression | None = None


@dataclass(frozen=True)
class Cast(Expression):
    """An expression as another type; `safe`: null where it cannot be."""

    value: Expression
    kind: str
    safe: bool = False


NULL = Literal(None)
ALL = All()


def name(column: str) -> Name:
    """A column by its name."""
    return Name(column)


def literal(value: object) -> Literal:
    """A value."""
    return Literal(value)


def call(function: str, *arguments: object, distinct: bool = False) -> Call:
    """A function of expressions or values."""
    return Call(function, tuple(map(_expression, arguments)), distinct)


def case(branches: Mapping[Expression, object], default: object = None) -> Case:
    """The value of the first condition that holds, or the default; null where there is none."""
    pairs = tuple((condition, _expression(value)) for condition, value in branches.items())
    return Case(pairs, None if default is None else _expression(default))


def all_of(conditions: Iterable[Expression]) -> Expression:
    """Whether each condition holds; at least one is needed."""
    return reduce(Expression.__and__, conditions)


def any_of(conditions: Iterable[Expression]) -> Expression:
    """Whether one of the conditions holds; at least one is needed."""
    return reduce(Expression.__or__, conditions)


def _expression(value: object) -> Expression:
    return value if isinstance(value, Expression) else Literal(value)
