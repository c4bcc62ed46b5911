"""The database that answers a picture's questions: one locked DuckDB instance per picture."""

from ._connect import Connection, close, connect, connected, lock
from ._engine import Engine, Table
from ._errors import LimitError, QueryError, Stopped
from ._limits import Limits
from ._quote import quote_identifier, quote_literal
from ._rows import rows
from ._select import Question, select
from ._stop import Stop, answering, stoppable

__all__ = [
    "Connection",
    "Engine",
    "LimitError",
    "Limits",
    "QueryError",
    "Question",
    "Stop",
    "Stopped",
    "Table",
    "answering",
    "close",
    "connect",
    "connected",
    "lock",
    "quote_identifier",
    "quote_literal",
    "rows",
    "select",
    "stoppable",
]
