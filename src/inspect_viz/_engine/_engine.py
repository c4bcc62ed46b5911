"""One picture's database: views on its tables, locked, single SELECTs."""

from __future__ import annotations

import os
import re
import threading
import weakref
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol, TypeVar

from inspect_viz._util import ending

from ._connect import Connection, close, connect, lock
from ._errors import QueryError, asked, too_large
from ._ipc import TooLarge, ipc_stream
from ._limits import Limits
from ._quote import quote_identifier
from ._rows import rows
from ._select import Question, answer, make_table, select
from ._stop import Stop, answering, stoppable

T = TypeVar("T")

PREPARATION = re.compile(
    r'CREATE SCHEMA IF NOT EXISTS "?mosaic"?;\s*'
    r'CREATE TABLE IF NOT EXISTS "?mosaic"?\."?(preagg_[0-9a-f]{1,16})"? AS (.+)',
    re.DOTALL,
)
MOST_PREPARED = 200


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

    It may be asked from any thread, and several questions at once: each has a cursor of its own.

    Args:
        tables: Table name to `Data`.
        columns: Table name to the columns that are used; a table that is not named here keeps all.
        limits: What each question may take.
        stop: Ends the opening and all questions from another thread.
        queries: Tables that are made of others: one SELECT each, in order.

    Raises:
        ValueError: If a table cannot be read, or a column is not there.
        QueryError: If a table that is made of others cannot be made.
        Stopped: If it was stopped while it opened.
    """

    def __init__(
        self,
        tables: Mapping[str, Table],
        columns: Mapping[str, Collection[str]] | None = None,
        limits: Limits | None = None,
        stop: Stop | None = None,
        queries: Mapping[str, str] | None = None,
    ) -> None:
        self._names = frozenset(tables)
        self._limits = limits or Limits()
        self._closed = Stop()
        self._stops = (self._closed, stop) if stop else (self._closed,)
        self._guard = threading.Lock()
        self._preparing = threading.Lock()
        self._prepared: frozenset[str] = frozenset()
        self._con: Connection | None = connect(self._limits)
        _engines.add(self)
        try:
            self._open(self._con, tables, columns or {})
            for name, query in (queries or {}).items():
                self._make(name, query)
        except BaseException:
            self.close()
            raise

    def _open(self, con: Connection, tables: Mapping[str, Table], columns: Mapping[str, Collection[str]]) -> None:
        with stoppable(con, *self._stops):
            for name, table in tables.items():
                table.reader.attach(con, name, columns.get(name))
            lock(con, [path for table in tables.values() for path in table.reader.files()])

    def _make(self, name: str, query: str) -> None:
        """One more table, of the answer to one SELECT; the database is locked by now."""
        self._ask(query, lambda con, question: make_table(con, name, question))
        self._names |= {name}

    def arrow(self, sql: str, *stops: Stop | None) -> bytes:
        """The answer of one SELECT (or DESCRIBE) as an Arrow IPC stream.

        Args:
            sql: The question.
            stops: Each ends this question from another thread.

        Raises:
            QueryError: If `sql` is anything else, reads what is not a table of this engine, or fails.
            LimitError: If it takes more time or memory than it may.
            Stopped: If it was ended.
        """
        try:
            return self._ask(sql, lambda con, question: ipc_stream(answer(con, question), self._limits.bytes), *stops)
        except TooLarge:
            raise too_large(sql) from None

    def prepare(self, sql: str, *stops: Stop | None) -> None:
        """Keep the answer of one SELECT as a table that later questions read: what Mosaic does before a brush moves.

        Args:
            sql: Mosaic's statements, which make a table `mosaic.preagg_...` of a SELECT over the engine's tables.
            stops: Each ends this from another thread.

        Raises:
            QueryError: If `sql` is anything else, or there are many such tables.
            LimitError, Stopped: As for `arrow`.
        """
        found = PREPARATION.fullmatch(sql.strip())
        if not found:
            raise QueryError(f"Only tables of Mosaic's own can be prepared, each from one SELECT. {asked(sql)}")
        name, question = found.groups()
        with self._preparing:
            if len(self._prepared) >= MOST_PREPARED:
                raise QueryError(f"No more than {MOST_PREPARED} tables can be prepared. {asked(sql)}")
            self._ask(question, lambda con, passed: _keep(con, name, passed), *stops)
            self._prepared |= {f"mosaic.{name}"}

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The answer of one SELECT (or DESCRIBE) as Python tuples.

        Raises:
            QueryError, LimitError, Stopped: As for `arrow`.
        """
        return self._ask(sql, rows)

    def described(self, table: str) -> dict[str, str]:
        """The columns of a table, or of one that SQL makes, with their types.

        Raises:
            QueryError, LimitError, Stopped: As for `arrow`.
        """
        return {str(row[0]): str(row[1]) for row in self.rows(f"DESCRIBE SELECT * FROM {quote_identifier(table)}")}

    def _ask(self, sql: str, work: Callable[[Connection, Question], T], *stops: Stop | None) -> T:
        with ending.native_work():
            return self._answer(sql, work, *stops)

    def _answer(self, sql: str, work: Callable[[Connection, Question], T], *stops: Stop | None) -> T:
        cursor = self._cursor()
        try:
            with answering(cursor, sql, self._limits, *self._stops, *filter(None, stops)):
                return work(cursor, select(cursor, sql, self._names | self._prepared))
        finally:
            close(cursor)

    def _cursor(self) -> Connection:
        with self._guard:
            if self._con is None:
                raise ValueError("This engine is closed.")
            return self._con.cursor()

    def close(self) -> None:
        """End all questions and free the database; a closed engine answers no more."""
        self._closed.now()
        self._closed.wait()
        with self._guard:
            self._free()

    def _free(self) -> None:
        con, self._con = self._con, None
        if con is not None:
            close(con)

    def __del__(self) -> None:
        """Whatever thread this happens in, and whatever locks it holds."""
        with suppress(Exception):
            self._free()

    def forget(self) -> None:
        """In a forked child: the database belongs to the parent, and to threads that are not here."""
        self._guard = threading.Lock()
        self._preparing = threading.Lock()
        ending.keep_for_ever(self._con)
        self._con = None

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _keep(con: Connection, name: str, question: Question) -> None:
    con.execute("CREATE SCHEMA IF NOT EXISTS mosaic")
    con.execute(f"CREATE TABLE IF NOT EXISTS mosaic.{name} AS SELECT * FROM ({question.sql}\n)")


_engines: weakref.WeakSet[Engine] = weakref.WeakSet()


def _forget_in_child() -> None:
    for engine in list(_engines):
        engine.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_in_child)
