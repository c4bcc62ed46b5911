"""What the database refuses, as this package's own error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_SHOWN = 500


class QueryError(ValueError):
    """A question that is not allowed, or that the database cannot answer."""


@contextmanager
def query_errors(sql: str) -> Iterator[None]:
    """Turn DuckDB's errors into `QueryError`, which shows the question."""
    import duckdb

    try:
        yield
    except duckdb.Error as error:
        raise QueryError(f"{_first(error)} {asked(sql)}") from error


def asked(sql: str) -> str:
    """A sentence with the question, shortened."""
    return "The question was: " + (sql if len(sql) <= _SHOWN else sql[:_SHOWN] + "...")


def _first(error: Exception) -> str:
    return str(error).strip().split("\n\n")[0].replace("\n", " ")
