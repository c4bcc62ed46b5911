"""Tables of DuckDB databases."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from inspect_viz._engine import close, quote_identifier
from inspect_viz._util.ending import native_work
from inspect_viz._util.suggest import did_you_mean, listing

from ._errors import FileError, MissingFileError
from ._frame_sources import LazySource
from ._levels import of_duckdb
from ._source import physical

if TYPE_CHECKING:
    import duckdb

_CONFIG: dict[str, Any] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
_TABLES = """
SELECT database_name, schema_name, name FROM (
    SELECT schema_name, table_name AS name, database_name, internal FROM duckdb_tables()
    UNION ALL SELECT schema_name, view_name, database_name, internal FROM duckdb_views()
) WHERE NOT internal AND database_name IN (current_database(), 'temp') ORDER BY ALL
"""


def database_source(database: object, table: str) -> LazySource:
    """The source for a table or view of a database file or of an open connection.

    Raises:
        TypeError: If `database` is neither, or `table` no text.
        MissingFileError: If there is no such file.
        FileError: If it is no DuckDB database, or has no such table.
    """
    import duckdb

    if not isinstance(table, str) or not table:
        raise TypeError(f"table={table!r} must be the name of a table, such as 'samples' or 'runs.samples'")
    if isinstance(database, duckdb.DuckDBPyConnection):
        relation = _relation(database, table, "the connection")
        return LazySource("duckdb", tuple(relation.columns), partial(collected, relation), of_duckdb(relation))
    if not isinstance(database, str | os.PathLike):
        raise TypeError(f"database must be a path or an open DuckDB connection, not {type(database).__qualname__}")
    path = os.path.abspath(os.path.expanduser(os.fsdecode(os.fspath(database))))
    if not os.path.isfile(path):
        raise MissingFileError(f"There is no file {os.fspath(database)!r} (looked for {path!r}).")
    with _opened(path) as con:
        relation = _relation(con, table, repr(os.path.basename(path)))
        names, levels = tuple(relation.columns), of_duckdb(relation)
    return LazySource(repr(os.path.basename(path)), names, partial(_from_file, path, table), levels)


def _from_file(path: str, table: str, positions: Sequence[int]) -> Any:
    with _opened(path) as con:
        return collected(_relation(con, table, repr(os.path.basename(path))), positions)


@contextmanager
def _opened(path: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database, which nothing can write to and which reads no other file."""
    import duckdb

    name = os.path.basename(path)
    with native_work():
        try:
            con = duckdb.connect(path, read_only=True, config=_CONFIG)
        except duckdb.Error as error:
            hint = "; where it is open, give the connection instead of the path" if "onfiguration" in str(error) else ""
            reason = str(error).splitlines()[0]
            raise FileError(f"The file {name!r} cannot be opened as a DuckDB database{hint}: {reason}") from error
        try:
            yield con
        finally:
            close(con)


def _relation(con: duckdb.DuckDBPyConnection, table: str, where: str) -> duckdb.DuckDBPyRelation:
    import duckdb

    known = {_shown(*row[1:]): ".".join(map(quote_identifier, row)) for row in con.execute(_TABLES).fetchall()}
    if table not in known:
        near = did_you_mean(table, list(known))
        raise FileError(f"table={table!r} is not in {where}, which has {listing(list(known)) or 'none'}.{near}")
    try:
        return con.sql(f"SELECT * FROM {known[table]}")
    except duckdb.Error as error:
        raise FileError(f"table={table!r} of {where} cannot be read: {str(error).splitlines()[0]}") from error


def _shown(schema: str, table: str) -> str:
    return table if schema == "main" else f"{schema}.{table}"


def collected(relation: duckdb.DuckDBPyRelation, positions: Sequence[int]) -> Any:
    """These columns of a relation as a PyArrow table."""
    with native_work():
        return relation.project(", ".join(f"#{i + 1} AS {physical(i)}" for i in positions)).to_arrow_table()
