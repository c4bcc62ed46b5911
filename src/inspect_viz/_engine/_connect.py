"""DuckDB instances in memory that fetch nothing, and the lock that keeps them to their own tables."""

from __future__ import annotations

from collections.abc import Iterable
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


def lock(con: Connection, files: Iterable[str] = ()) -> None:
    """Close `con` to everything but the tables it has and `files` (absolute paths); cannot be undone.

    `allowed_paths` goes first because it cannot be changed once external access is off.
    """
    paths = ", ".join(quote_literal(path) for path in files)
    con.execute(f"SET allowed_paths = [{paths}]")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
