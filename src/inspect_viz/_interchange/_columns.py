"""The columns of a spec's tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspect_viz._engine import Engine, quote_identifier
from inspect_viz._spec.errors import unknown_column, wrong_type

from ._data import Tables


@dataclass(frozen=True)
class Columns:
    """Finds the columns of tables, those that SQL makes included; each is asked once."""

    tables: Tables
    known: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, table: str) -> Mapping[str, str]:
        """Column -> its type in DuckDB."""
        if table not in self.known:
            self.known[table] = self._asked(table)
        return self.known[table]

    def _asked(self, table: str) -> Mapping[str, str]:
        if table in self.tables.given:
            reader = self.tables.given[table].reader
            return {name: reader.types[name] for name in reader.askable}
        with Engine(self.tables.given, queries=self.tables.made) as engine:
            rows = engine.rows(f"DESCRIBE SELECT * FROM {quote_identifier(table)}")
        return {str(row[0]): str(row[1]) for row in rows}

    def check(self, where: str, argument: str, name: object, table: str | None) -> str:
        """The name of a column of a table, of any table for None; raises TypeError or ValueError."""
        if not isinstance(name, str):
            raise wrong_type(where, argument, name, "a column's name")
        if table is not None and name not in self.of(table):
            raise unknown_column(where, argument, name, [*self.of(table)])
        if table is None and self.tables.names and not any(name in self.of(one) for one in self.tables.names):
            every = dict.fromkeys(column for one in self.tables.names for column in self.of(one))
            raise unknown_column(where, argument, name, [*every])
        return name
