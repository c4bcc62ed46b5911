"""What the database refuses, as this package's own error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_SHOWN = 500
_STREAM = "ArrowArrayStream"
"""What nanoarrow puts before the words of the database."""


class QueryError(ValueError):
    """A question that is not allowed, or that the database cannot answer."""


class LimitError(QueryError):
    """A question that takes more time or memory than it may."""


class Stopped(QueryError):
    """A question that was ended before it was answered; `late`: by its time limit."""

    def __init__(self, late: bool) -> None:
        super().__init__("The question was stopped before it was answered.")
        self.late = late


@contextmanager
def query_errors(sql: str) -> Iterator[None]:
    """Turn DuckDB's errors into `QueryError`, which shows the question."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise LimitError(f"This takes more memory than it may{_advice('memory')} {asked(sql)}") from error
    except duckdb.Error as error:
        raise QueryError(f"{_first(error)} {asked(sql)}") from error
    except RuntimeError as error:
        if _STREAM not in str(error):
            raise
        raise QueryError(f"{_first(error).partition(_STREAM)[2].partition(': ')[2]} {asked(sql)}") from error


def too_late(sql: str, seconds: float) -> LimitError:
    """The error for a question that was ended by its time limit."""
    return LimitError(f"This was stopped after {seconds:g} seconds{_advice('seconds')} {asked(sql)}")


def too_large(sql: str) -> LimitError:
    """The error for an answer that does not fit into the memory limit."""
    return LimitError(f"The answer takes more memory than it may{_advice('memory')} {asked(sql)}")


def _advice(limit: str) -> str:
    return (
        f"; save, show and write_* take limits=inspect_viz.plot.Limits({limit}=...); "
        f"INSPECT_VIZ_{limit.upper()} in the environment does so for all."
    )


def asked(sql: str) -> str:
    """A sentence with the question, shortened."""
    return "The question was: " + (sql if len(sql) <= _SHOWN else sql[:_SHOWN] + "...")


def _first(error: Exception) -> str:
    return str(error).strip().split("\n\n")[0].replace("\n", " ")
