"""The columns of a spec's tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspect_viz._engine import Engine, QueryError
from inspect_viz._spec.errors import unknown_column, wrong_type
from inspect_viz._spec.expressions import unread

from ._data import Tables


@dataclass(frozen=True)
class Columns:
    """Finds the columns of tables, those that SQL makes included; each is asked once.

    Args:
        where: The function that was called.
        tables: The tables of the spec.
    """

    where: str
    tables: Tables
    known: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, table: str) -> Mapping[str, str]:
        """Column -> its type in DuckDB."""
        if table in self.tables.made and table not in self.known:
            self.known.update(self._made())
        elif table not in self.known:
            reader = self.tables.given[table].reader
            self.known[table] = {name: reader.types[name] for name in reader.askable}
        return self.known[table]

    def _made(self) -> dict[str, Mapping[str, str]]:
        """Those of all tables that SQL makes."""
        try:
            with Engine(self.tables.given, queries=self.tables.made) as engine:
                return {table: engine.described(table) for table in self.tables.made}
        except QueryError as error:
            raise ValueError(f"{self.where}: data: {error}") from None

    def problem_of(self, table: str, text: str) -> str | None:
        """What is wrong with an expression over a table, or None, as of tables that SQL makes."""
        data = self.tables.given.get(table)
        return None if data is None else unread(data, text)

    def check(self, where: str, argument: str, name: object, table: str | None) -> str:
        """The name of a column of a table, of any table for None; raises TypeError or ValueError.

        Upper and lower case are the same, as DuckDB reads names.
        """
        if not isinstance(name, str):
            raise wrong_type(where, argument, name, "a column's name")
        tables = self.tables.names if table is None else (table,)
        if tables and not any(name.lower() in map(str.lower, self.of(one)) for one in tables):
            every = dict.fromkeys(column for one in tables for column in self.of(one))
            raise unknown_column(where, argument, name, [*every])
        return name
