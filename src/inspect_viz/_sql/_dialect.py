"""How an engine spells expressions and questions; this one is DuckDB's."""

from __future__ import annotations

from typing import TypeAlias

from inspect_viz._engine._quote import quote_identifier, quote_literal

from ._expression import ALL, Call, Case, Cast, Expression, Infix, Literal, Name, Position, Window
from ._select import Rows, Select, TableFunction

Node: TypeAlias = "Expression | Select | TableFunction"

_WORDS = {"NOT"}
_METHODS: dict[type, str] = {
    Name: "name",
    Literal: "literal",
    Position: "position",
    Infix: "infix",
    Call: "call",
    Window: "window",
    Case: "case",
    Cast: "cast",
    TableFunction: "table_function",
    Select: "select",
}


class Dialect:
    """The spelling of one engine; another one overrides what it spells in another way."""

    def written(self, node: Node) -> str:
        """An expression, a question or a function that gives rows as text."""
        if node is ALL:
            return "*"
        return str(getattr(self, _METHODS[type(node)])(node))

    def name(self, node: Name) -> str:
        """A column's name."""
        return quote_identifier(node.name)

    def position(self, node: Position) -> str:
        """The column at a position."""
        return f"#{node.position + 1}"

    def literal(self, node: Literal) -> str:
        """A value."""
        return quote_literal(node.value)

    def infix(self, node: Infix) -> str:
        """An operator between two expressions."""
        return f"({self.written(node.left)} {node.operator} {self.written(node.right)})"

    def call(self, node: Call) -> str:
        """A function or an aggregate."""
        inside = ", ".join(self.written(argument) for argument in node.arguments)
        where = "" if node.where is None else f" FILTER (WHERE {self.written(node.where)})"
        if node.function in _WORDS:
            return f"({node.function} {inside})"
        return f"{self.function(node.function)}({'DISTINCT ' if node.distinct else ''}{inside}){where}"

    def function(self, name: str) -> str:
        """What the engine calls a function."""
        return name

    def window(self, node: Window) -> str:
        """A function over all rows."""
        parts = [f"PARTITION BY {self.listed(node.groups)}"] if node.groups else []
        parts += [f"ORDER BY {self.listed(node.order)}"] if node.order else []
        return f"{self.written(node.function)} OVER ({' '.join(parts)})"

    def case(self, node: Case) -> str:
        """The value of the first condition that holds."""
        branches = " ".join(f"WHEN {self.written(when)} THEN {self.written(then)}" for when, then in node.branches)
        return f"(CASE {branches}{'' if node.default is None else f' ELSE {self.written(node.default)}'} END)"

    def cast(self, node: Cast) -> str:
        """A value as another type."""
        return f"{'TRY_CAST' if node.safe else 'CAST'}({self.written(node.value)} AS {self.kind(node.kind)})"

    def kind(self, name: str) -> str:
        """What the engine calls a type."""
        return name

    def table_function(self, node: TableFunction) -> str:
        """A function that gives rows."""
        options = [f"{key} = {self.option(value)}" for key, value in node.options.items()]
        return f"{node.function}({', '.join([*(self.written(argument) for argument in node.arguments), *options])})"

    def option(self, value: object) -> str:
        """The value of an option of a function that gives rows."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{quote_literal(key)}: {self.option(item)}" for key, item in value.items()) + "}"
        return quote_literal(value)

    def source(self, source: Rows) -> str:
        """Where rows come from."""
        if isinstance(source, str):
            return quote_identifier(source)
        return f"({self.written(source)})" if isinstance(source, Select) else self.written(source)

    def select(self, node: Select) -> str:
        """A question."""
        columns = ", ".join(self.column(alias, value) for alias, value in node.columns)
        parts = [f"SELECT {'DISTINCT ' if node.distinct else ''}{columns} FROM {self.source(node.source)}"]
        parts += [] if node.condition is None else [f"WHERE {self.written(node.condition)}"]
        parts += [f"GROUP BY {self.listed(node.groups)}"] if node.groups else []
        parts += [] if node.kept is None else [f"HAVING {self.written(node.kept)}"]
        parts += [f"ORDER BY {self.listed(node.orders)}"] if node.orders else []
        parts += [] if node.most is None else [f"LIMIT {node.most}"]
        return " ".join(parts)

    def column(self, alias: str | None, value: Expression) -> str:
        """A column of a question."""
        return self.written(value) + ("" if alias is None else f" AS {quote_identifier(alias)}")

    def listed(self, columns: tuple[Expression, ...]) -> str:
        """Columns one after the other."""
        return ", ".join(self.written(column) for column in columns)


DUCKDB = Dialect()


def text(node: Expression | Select, dialect: Dialect = DUCKDB) -> str:
    """An expression or a question as SQL."""
    return dialect.written(node)
