"""The database that answers a picture's questions: one locked DuckDB instance per picture."""

from ._connect import Connection, connect, lock
from ._engine import Engine, Table
from ._quote import quote_identifier, quote_literal

__all__ = ["Connection", "Engine", "Table", "connect", "lock", "quote_identifier", "quote_literal"]
