"""The database that answers a picture's questions: one locked DuckDB instance per picture."""

from ._connect import Connection, connect, lock
from ._engine import Engine, Table
from ._errors import QueryError
from ._quote import quote_identifier, quote_literal
from ._rows import rows
from ._select import Question, select

__all__ = [
    "Connection",
    "Engine",
    "QueryError",
    "Question",
    "Table",
    "connect",
    "lock",
    "quote_identifier",
    "quote_literal",
    "rows",
    "select",
]
