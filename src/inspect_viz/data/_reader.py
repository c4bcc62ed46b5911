"""`TableReader`: what pictures, views and commands ask of a table, and its views for the databases of pictures."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any

from inspect_viz import _sql as sql
from inspect_viz._engine import (
    Connection,
    Limits,
    Question,
    Stopped,
    answering,
    close,
    connect,
    rows,
    select,
    stoppable,
)
from inspect_viz._runs import Evaluation
from inspect_viz._sql import Select
from inspect_viz._util import ending
from inspect_viz._util.suggest import listing
from inspect_viz._util.text import well_formed

from ._damage import named
from ._errors import FileError
from ._frame_sources import FrameSource
from ._levels import MANY, among, in_order
from ._names import distinct, mentioned, position_of, positions_of
from ._projection import Projection
from ._source import Source
from ._types import Types

UNREADABLE = "UNREADABLE"
"""The type of a column whose values cannot be brought into SQL."""


_readers: weakref.WeakSet[TableReader] = weakref.WeakSet()


class TableReader:
    """A table that can be asked; columns come into its database when a question first needs them.

    Args:
        source: Where the rows come from.
        con: A database of its own, where one is open already.
        evaluations: What is known of the evaluations besides the columns.
    """

    def __init__(self, source: Source, con: Connection | None = None, evaluations: Sequence[Evaluation] = ()) -> None:
        self.evaluations = tuple(evaluations)
        self._projection = Projection(source)
        self._con = con
        self._kinds: dict[int, str] = {}
        self._here: frozenset[int] | None = None
        self._guard = threading.RLock()
        _readers.add(self)

    @property
    def source(self) -> Source:
        """Where the rows come from."""
        return self._projection.source

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order; they may repeat."""
        return self.source.names

    @property
    def origin(self) -> str:
        """Where the rows come from, for people: the name of a file, the kind of a data frame, a number of logs."""
        return self.source.label.strip("'")

    @property
    def types(self) -> Mapping[str, str]:
        """Column name to DuckDB type as SQL sees it ("UNREADABLE" where SQL cannot), found out column by column."""
        return Types(self)

    def kind_at_hand(self, column: str) -> str | None:
        """The type of a column as in `types`, None where a plan would have to be carried out to find it out."""
        position = position_of(column, self.names)
        at_hand = position in self._kinds or self.source.typed or isinstance(self.source, FrameSource)
        return self.kind(position) if at_hand else None

    def has_values(self, column: str) -> bool:
        """Whether a column has a value in any row."""
        return bool(
            self.ask_column(column, lambda rows: sql.select(sql.call("count", sql.name("v")), source=rows))[0][0]
        )

    def levels(self, column: str) -> Mapping[str | None, bool]:
        """The values of a column of texts in the order that the data declare, each with whether a row has it.

        None stands last. Empty where they declare none, and where a row has another value. Whole numbers that are text
        here are in the order of numbers, where they are few.
        """
        position = position_of(column, self.names)
        if self.kind_at_hand(column) == "VARCHAR" and self.is_wide(position):
            return in_order(self._distinct(column))
        declared = self.source.levels(position)
        return among(declared, self._distinct(column)) if declared and self.kind(position) == "VARCHAR" else {}

    def _distinct(self, column: str) -> set[Any]:
        rows = self.ask_column(column, lambda rows: sql.select(sql.name("v"), source=rows).unique().first(MANY))
        return {value for (value,) in rows}

    @property
    def askable(self) -> tuple[str, ...]:
        """The columns that SQL can name: not empty, and alone under their name when case is ignored."""
        return tuple(self.names[i] for i in distinct(self.names))

    @property
    def wide(self) -> frozenset[str]:
        """The columns whose whole numbers pass 2^53, so that SQL sees their text."""
        return frozenset(self.names[i] for i in distinct(self.names) if self.is_wide(i))

    def hint(self, column: str) -> str:
        """What may be meant by a name that is no column: a sentence with a leading space, or an empty text."""
        return self.source.hint(column)

    def count(self) -> int:
        """The number of rows."""
        known = self.source.rows
        return int(self.ask(sql.select(sql.call("count", sql.ALL), source="data"))[0][0]) if known is None else known

    def ask(self, question: str | Select) -> list[tuple[Any, ...]]:
        """The answer to one SELECT over the table, which is called `data`.

        Raises:
            QueryError: If the question is anything else or cannot be answered.
        """
        return self._answer(question, None)

    def ask_column(self, column: str, ask: Callable[[Select], Select]) -> list[tuple[Any, ...]]:
        """The answer to a question over one column.

        Args:
            column: Its name.
            ask: Gives the question over rows whose columns are `v`, the values, and `n`, the numbers of their rows.

        Raises:
            ValueError: If there is no such column, or its values cannot be read.
        """
        if isinstance(column, str) and column not in self.names and (hint := self.hint(column)):
            raise ValueError(f"There is no column {column!r}.{hint} Columns: {listing(self.names)}.")
        position = position_of(column, self.names)
        value = sql.name(column).cast("HUGEINT") if self.is_wide(position) else sql.name(column)
        rows_of_column = sql.select(v=value, n=sql.call("row_number").over(), source="data")
        return self._answer(ask(rows_of_column), position)

    def columns_in(self, expression: str) -> frozenset[str]:
        """The columns that an SQL expression over this table names, in any case, as SQL finds them.

        Raises:
            QueryError: If it is no expression.
        """
        with self._guard:
            question = select(self._connection(), f"SELECT ({expression}\n) FROM data", ["data"])
        return frozenset(self.names[i] for i in mentioned(question, self.names))

    def files(self) -> list[str]:
        """The absolute paths that views of this table read."""
        return self.source.files()

    def attach(self, con: Connection, name: str, columns: Collection[str] | None = None) -> None:
        """Make the view `name` in a fresh `con`, of the columns given or of all that can be read."""
        positions = distinct(self.names) if columns is None else positions_of(columns, self.names)
        self._attach(con, name, positions, partly=columns is None, keep=True)

    def __reduce__(self) -> tuple[Any, ...]:
        return (TableReader, (self.source,))

    def _answer(self, asked: str | Select, position: int | None) -> list[tuple[Any, ...]]:
        """The answer to a question; `position`: the only column that it uses, or None where its names tell."""
        with ending.native_work(), self._guard, named(self.source.files()):
            self.source.must_exist()
            con = self._connection()
            question = _question(con, asked)
            if position is None:
                self._bring(mentioned(question, self.names), partly=True, keep=not question.everything)
            else:
                self._bring([position], partly=False, keep=True)
            with answering(con, question.sql, Limits()):
                return rows(con, question)

    def kind(self, position: int) -> str:
        """The DuckDB type of a column as SQL sees it, or `UNREADABLE`."""
        with self._guard:
            if self.source.typed and not self._kinds:
                self._learn(distinct(self.names))
            if position not in self._kinds:
                self._learn([position])
            return self._kinds[position]

    def _learn(self, positions: Sequence[int]) -> None:
        shown = self._attach(self._connection(), "trial", positions, partly=True, keep=False)
        self._kinds.update({i: shown.get(i, UNREADABLE) for i in positions})

    def is_wide(self, position: int) -> bool:
        """Whether a column holds whole numbers that pass 2^53, which SQL sees as text."""
        return self.kind(position) == "VARCHAR" and self._projection.wide.get(position, False)

    def _attach(self, con: Connection, name: str, positions: Sequence[int], partly: bool, keep: bool) -> dict[int, str]:
        """Make the view `name` in `con`; with `partly` columns that cannot be read are left out."""
        import duckdb

        with self._guard:
            try:
                return self._create(con, name, positions, keep)
            except (FileError, Stopped, duckdb.InterruptException):
                raise
            except Exception as error:
                return self._attach_readable(con, name, positions, partly, keep, error)

    def _attach_readable(
        self, con: Connection, name: str, positions: Sequence[int], partly: bool, keep: bool, error: Exception
    ) -> dict[int, str]:
        good = [i for i in positions if self._is_readable(i)]
        if len(good) == len(positions):
            raise ValueError(f"The data ({self.source.label}) cannot be read: {error}") from error
        if not partly:
            bad = next(i for i in positions if i not in good)
            raise ValueError(f"The column {self.names[bad]!r} cannot be read: {error}") from error
        return self._create(con, name, good, keep)

    def _create(self, con: Connection, name: str, positions: Sequence[int], keep: bool) -> dict[int, str]:
        with stoppable(con):
            return self._projection.create(con, name, positions, keep)

    def _is_readable(self, position: int) -> bool:
        try:
            self._create(self._connection(), "trial", [position], keep=False)
        except Exception:
            return False
        return True

    def _bring(self, positions: Sequence[int], partly: bool, keep: bool) -> None:
        if self._here is None or not self._here.issuperset(positions):
            wanted = self._together(positions)
            self._here = frozenset(self._attach(self._connection(), "data", wanted, partly, keep))

    def _together(self, positions: Sequence[int]) -> list[int]:
        """These columns with those that are already here, unless SQL could not tell them apart."""
        union = sorted({*positions, *(self._here or ())})
        lower = {self.names[i].lower() for i in union}
        return union if len(lower) == len(union) else list(positions)

    def _connection(self) -> Connection:
        if self._con is None:
            self._con = connect()
        return self._con

    def rest(self) -> None:
        """Close the database until the next question, unless one is being answered."""
        if self._guard.acquire(blocking=False):
            try:
                con, self._con, self._here = self._con, None, None
                if con is not None:
                    close(con)
            finally:
                self._guard.release()

    def __del__(self) -> None:
        with suppress(Exception):
            self.rest()

    def wake_in_child(self) -> None:
        """Threads of the parent answer nothing here, and hold nothing; a database that they asked is theirs."""
        self._guard = threading.RLock()
        ending.keep_for_ever(self._con)
        self._con, self._here = None, None


def _rest_before_fork() -> None:
    """DuckDB does not outlive a fork: a child that ends with an open database crashes."""
    for reader in list(_readers):
        reader.rest()


def _wake_in_child() -> None:
    for reader in list(_readers):
        reader.wake_in_child()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_rest_before_fork, after_in_child=_wake_in_child)


def _question(con: Connection, asked: str | Select) -> Question:
    """SQL from outside passes the gate; a question of ours names its columns itself."""
    if isinstance(asked, str):
        return select(con, asked, ["data"])
    return Question(well_formed(sql.text(asked)), sql.names_of(asked), sql.asks_for_all(asked))
