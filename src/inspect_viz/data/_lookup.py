"""Questions to one table on its own, and its views for the databases of pictures."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Sequence
from typing import Any

from inspect_viz._engine import Connection, connect, rows, select

from ._errors import FileError
from ._names import distinct, mentioned
from ._source import Source
from ._view import View

UNREADABLE = "UNREADABLE"
"""The type of a column whose values cannot be brought into SQL."""


_lookups: weakref.WeakSet[Lookup] = weakref.WeakSet()


class Lookup:
    """A table that can be asked; columns come into its database when a question first needs them."""

    def __init__(self, source: Source, con: Connection | None = None) -> None:
        self._view = View(source)
        self._con = con
        self._kinds: dict[int, str] = {}
        self._here: frozenset[int] | None = None
        self._guard = threading.RLock()
        _lookups.add(self)

    @property
    def source(self) -> Source:
        return self._view.source

    def ask(self, sql: str, position: int | None = None) -> list[tuple[Any, ...]]:
        """The answer to one SELECT over the table, which is called `data`.

        Args:
            sql: The question.
            position: The only column that it uses; not given, the names in the question tell.
        """
        with self._guard:
            self.source.must_exist()
            con = self._connection()
            question = select(con, sql, ["data"])
            if position is None:
                self._bring(mentioned(question, self.source.names), partly=True, keep=not question.everything)
            else:
                self._bring([position], partly=False, keep=True)
            return rows(con, question)

    def kind(self, position: int) -> str:
        """The DuckDB type of a column as SQL sees it, or `UNREADABLE`."""
        with self._guard:
            if self.source.typed and not self._kinds:
                self._learn(distinct(self.source.names))
            if position not in self._kinds:
                self._learn([position])
            return self._kinds[position]

    def _learn(self, positions: Sequence[int]) -> None:
        shown = self.attach(self._connection(), "trial", positions, partly=True, keep=False)
        self._kinds.update({i: shown.get(i, UNREADABLE) for i in positions})

    def is_wide(self, position: int) -> bool:
        """Whether a column holds whole numbers that pass 2^53, which SQL sees as text."""
        return self.kind(position) == "VARCHAR" and self._view.wide.get(position, False)

    def attach(self, con: Connection, name: str, positions: Sequence[int], partly: bool, keep: bool) -> dict[int, str]:
        """Make the view `name` in `con`; with `partly` columns that cannot be read are left out."""
        with self._guard:
            try:
                return self._view.create(con, name, positions, keep)
            except FileError:
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
            raise ValueError(f"The column {self.source.names[bad]!r} cannot be read: {error}") from error
        return self._view.create(con, name, good, keep)

    def _is_readable(self, position: int) -> bool:
        try:
            self._view.create(self._connection(), "trial", [position], keep=False)
        except Exception:
            return False
        return True

    def _bring(self, positions: Sequence[int], partly: bool, keep: bool) -> None:
        if self._here is None or not self._here.issuperset(positions):
            wanted = self._together(positions)
            self._here = frozenset(self.attach(self._connection(), "data", wanted, partly, keep))

    def _together(self, positions: Sequence[int]) -> list[int]:
        """These columns with those that are already here, unless SQL could not tell them apart."""
        union = sorted({*positions, *(self._here or ())})
        lower = {self.source.names[i].lower() for i in union}
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
                    con.close()
            finally:
                self._guard.release()

    def wake_in_child(self) -> None:
        """Threads of the parent answer nothing here, and hold nothing."""
        self._guard = threading.RLock()


def _rest_before_fork() -> None:
    """DuckDB does not outlive a fork: a child that ends with an open database crashes."""
    for lookup in list(_lookups):
        lookup.rest()


def _wake_in_child() -> None:
    for lookup in list(_lookups):
        lookup.wake_in_child()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_rest_before_fork, after_in_child=_wake_in_child)
