"""DuckDB instances in memory that fetch nothing, and the lock that keeps them to their own tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeAlias

from inspect_viz._util.ending import end_first, native_work

from ._limits import Limits
from ._quote import quote_literal

if TYPE_CHECKING:
    import duckdb

Connection: TypeAlias = "duckdb.DuckDBPyConnection"

_CONFIG: dict[str, bool | int | float | str | list[str]] = {
    "threads": 1,
    "temp_directory": "",
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}


def connect(limits: Limits | None = None) -> Connection:
    """A new DuckDB instance in memory: one thread (sums do not vary), UTC, no extension is ever fetched.

    What is set here holds for all its cursors.
    """
    import duckdb

    end_first()
    memory = (limits or Limits()).memory
    with native_work():
        con = duckdb.connect(":memory:", config={**_CONFIG, "memory_limit": memory})
        con.execute("SET GLOBAL TimeZone = 'UTC'")
        return con


@contextmanager
def connected() -> Iterator[Connection]:
    """A new DuckDB instance that is closed after the block; all of the block counts as native work."""
    with native_work():
        con = connect()
        try:
            yield con
        finally:
            close(con)


_closed: list[Connection] = []


def close(con: Connection) -> None:
    """Close a database or a cursor, whoever else still holds it.

    The end of its Python object hands the interpreter to other threads and takes it back, where a daemon dies with the
    process in the midst of C++, which aborts the process. So the last reference is let go in counted work, too.
    """
    with native_work(even_at_end=True):
        con.close()
        _closed.append(con)
        del con
        _free_closed()


def _free_closed() -> None:
    """Let go what nobody else holds; other threads may do the same."""
    with suppress(IndexError):
        for _ in range(len(_closed)):
            con = _closed.pop(0)
            if sys.getrefcount(con) > _ALONE:
                _closed.append(con)
            del con


_ALONE = 2
"""References to what only a local name holds, as `sys.getrefcount` counts."""


def lock(con: Connection, files: Iterable[str] = ()) -> None:
    """Close `con` to everything but the tables it has and `files` (absolute paths); cannot be undone.

    `allowed_paths` goes first because it cannot be changed once external access is off.
    """
    paths = ", ".join(quote_literal(path) for path in files)
    con.execute(f"SET allowed_paths = [{paths}]")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
