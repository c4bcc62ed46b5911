"""One picture's database: views on its tables, locked, one SELECT at a time."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

from ._connect import Connection, connect, lock

if TYPE_CHECKING:
    import duckdb


class Table(Protocol):
    """What an engine needs of a table."""

    def _attach(self, con: Connection, name: str, columns: Collection[str] | None = None) -> None:
        """Make the view `name`, of all columns or of `columns` only."""

    def _files(self) -> list[str]:
        """The absolute paths that the view reads."""


class Engine:
    """A DuckDB instance that knows only the tables it is given and answers single SELECTs over them.

    Args:
        tables: Table name to `Data`.
        columns: Table name to the columns that are used; a table that is not named here keeps all.
    """

    def __init__(self, tables: Mapping[str, Table], columns: Mapping[str, Collection[str]] | None = None) -> None:
        self._guard = threading.RLock()
        self._con: Connection | None = connect()
        try:
            self._open(tables, columns or {})
        except BaseException:
            self.close()
            raise

    def _open(self, tables: Mapping[str, Table], columns: Mapping[str, Collection[str]]) -> None:
        for name, table in tables.items():
            table._attach(self._connection(), name, columns.get(name))
        lock(self._connection(), [path for table in tables.values() for path in table._files()])

    def _connection(self) -> Connection:
        if self._con is None:
            raise ValueError("This engine is closed.")
        return self._con

    def arrow(self, sql: str) -> bytes:
        """The answer of one SELECT as an Arrow IPC stream.

        Raises:
            ValueError: If `sql` is not exactly one SELECT, or the database refuses it.
        """
        with self._guard:
            return _stream(self._ask(sql).to_arrow_table())

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer of one SELECT as Python tuples.

        Raises:
            ValueError: If `sql` is not exactly one SELECT, or the database refuses it.
        """
        with self._guard:
            return self._ask(sql).fetchall()

    def _ask(self, sql: str) -> duckdb.DuckDBPyRelation:
        con = self._connection()
        return con.sql(_one_select(con, sql))

    def close(self) -> None:
        """Free the database; a closed engine answers no more."""
        with self._guard:
            con, self._con = self._con, None
            if con is not None:
                con.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _one_select(con: Connection, sql: str) -> duckdb.Statement:
    import duckdb

    statements = con.extract_statements(sql)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise ValueError(f"A picture's question must be exactly one SELECT, but is {sql!r}.")
    return statements[0]


def _stream(table: Any) -> bytes:
    import pyarrow as pa  # type: ignore[import-untyped]

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())
