"""One picture's database: views on its tables, locked, one SELECT at a time."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from types import TracebackType
from typing import Any, Protocol

from ._connect import Connection, connect, lock
from ._errors import query_errors
from ._ipc import ipc_stream
from ._rows import rows
from ._select import answer, select


class Reader(Protocol):
    """What an engine asks of a table."""

    def attach(self, con: Connection, name: str, columns: Collection[str] | None = None) -> None:
        """Make the view `name`, of all columns or of `columns` only."""

    def files(self) -> list[str]:
        """The absolute paths that the view reads."""


class Table(Protocol):
    """What an engine needs of a table."""

    @property
    def reader(self) -> Reader:
        """Its inner interface."""


class Engine:
    """A DuckDB instance that knows only the tables it is given and answers single SELECTs over them.

    It may be asked from any thread; it answers one question at a time.

    Args:
        tables: Table name to `Data`.
        columns: Table name to the columns that are used; a table that is not named here keeps all.

    Raises:
        ValueError: If a table cannot be read, or a column is not there.
    """

    def __init__(self, tables: Mapping[str, Table], columns: Mapping[str, Collection[str]] | None = None) -> None:
        self._guard = threading.RLock()
        self._names = frozenset(tables)
        self._con: Connection | None = connect()
        try:
            self._open(tables, columns or {})
        except BaseException:
            self.close()
            raise

    def _open(self, tables: Mapping[str, Table], columns: Mapping[str, Collection[str]]) -> None:
        for name, table in tables.items():
            table.reader.attach(self._connection(), name, columns.get(name))
        lock(self._connection(), [path for table in tables.values() for path in table.reader.files()])

    def _connection(self) -> Connection:
        if self._con is None:
            raise ValueError("This engine is closed.")
        return self._con

    def arrow(self, sql: str) -> bytes:
        """The answer of one SELECT (or DESCRIBE) as an Arrow IPC stream.

        Raises:
            QueryError: If `sql` is anything else, reads what is not a table of this engine, or fails.
        """
        with self._guard, query_errors(sql):
            con = self._connection()
            return ipc_stream(answer(con, select(con, sql, self._names)))

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer of one SELECT (or DESCRIBE) as Python tuples.

        Raises:
            QueryError: If `sql` is anything else, reads what is not a table of this engine, or fails.
        """
        with self._guard:
            con = self._connection()
            return rows(con, select(con, sql, self._names))

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
