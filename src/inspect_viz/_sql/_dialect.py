"""How an engine spells expressions and questions; this one is DuckDB's."""

from __future__ import annotations

from inspect_viz._engine._quote import quote_identifier, quote_literal

from ._expression import Among, Call, Case, Cast, Expression, Infix, Literal, Name, Position, Window
from ._select import Select, Source, TableFunction

_WORDS = {"NOT"}


class Dialect:
    """The spelling of one engine; another one overrides what it spells in another way."""

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
        return f"({node.left.written(self)} {node.operator} {node.right.written(self)})"

    def call(self, node: Call) -> str:
        """A function or an aggregate."""
        inside = ", ".join(argument.written(self) for argument in node.arguments)
        where = "" if node.where is None else f" FILTER (WHERE {node.where.written(self)})"
        if node.function in _WORDS:
            return f"({node.function} {inside})"
        return f"{self.function(node.function)}({'DISTINCT ' if node.distinct else ''}{inside}){where}"

    def function(self, name: str) -> str:
        """What the engine calls a function."""
        return name

    def window(self, node: Window) -> str:
        """A function over all rows."""
        order = ", ".join(column.written(self) for column in node.order)
        return f"{node.function.written(self)} OVER ({f'ORDER BY {order}' if order else ''})"

    def case(self, node: Case) -> str:
        """The value of the first condition that holds."""
        branches = " ".join(f"WHEN {when.written(self)} THEN {then.written(self)}" for when, then in node.branches)
        return f"(CASE {branches}{'' if node.default is None else f' ELSE {node.default.written(self)}'} END)"

    def among(self, node: Among) -> str:
        """Whether a value is in the only column of some rows."""
        return f"({node.value.written(self)} IN ({node.rows.written(self)}))"

    def cast(self, node: Cast) -> str:
        """A value as another type."""
        return f"{'TRY_CAST' if node.safe else 'CAST'}({node.value.written(self)} AS {self.kind(node.kind)})"

    def kind(self, name: str) -> str:
        """What the engine calls a type."""
        return name

    def table_function(self, node: TableFunction) -> str:
        """A function that gives rows."""
        options = [f"{key} = {self.option(value)}" for key, value in node.options.items()]
        return f"{node.function}({', '.join([*(argument.written(self) for argument in node.arguments), *options])})"

    def option(self, value: object) -> str:
        """The value of an option of a function that gives rows."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{quote_literal(key)}: {self.option(item)}" for key, item in value.items()) + "}"
        return quote_literal(value)

    def source(self, source: Source) -> str:
        """Where rows come from."""
        if isinstance(source, str):
            return quote_identifier(source)
        return f"({source.written(self)})" if isinstance(source, Select) else source.written(self)

    def select(self, node: Select) -> str:
        """A question."""
        columns = ", ".join(self.column(alias, value) for alias, value in node.columns)
        parts = [f"SELECT {'DISTINCT ' if node.distinct else ''}{columns} FROM {self.source(node.source)}"]
        parts += [] if node.condition is None else [f"WHERE {node.condition.written(self)}"]
        parts += [f"GROUP BY {self.listed(node.groups)}"] if node.groups else []
        parts += [] if node.kept is None else [f"HAVING {node.kept.written(self)}"]
        parts += [f"ORDER BY {self.listed(node.orders)}"] if node.orders else []
        parts += [] if node.most is None else [f"LIMIT {node.most}"]
        return " ".join(parts)

    def column(self, alias: str | None, value: Expression) -> str:
        """A column of a question."""
        return value.written(self) + ("" if alias is None else f" AS {quote_identifier(alias)}")

    def listed(self, columns: tuple[Expression, ...]) -> str:
        """Columns one after the other."""
        return ", ".join(column.written(self) for column in columns)


DUCKDB = Dialect()


def text(node: Expression | Select, dialect: Dialect = DUCKDB) -> str:
    """An expression or a question as SQL."""
    return node.written(dialect)
