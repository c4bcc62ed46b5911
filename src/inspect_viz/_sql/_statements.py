"""What is said to a database besides questions."""

from __future__ import annotations

from inspect_viz._engine._quote import quote_identifier

from ._dialect import DUCKDB, Dialect
from ._select import Select


def create_view(name: str, rows: Select, dialect: Dialect = DUCKDB) -> str:
    """Make or replace a view."""
    return f"CREATE OR REPLACE VIEW {quote_identifier(name)} AS {dialect.written(rows)}"


def create_table(name: str, rows: Select, dialect: Dialect = DUCKDB) -> str:
    """Make or replace a table."""
    return f"CREATE OR REPLACE TABLE {quote_identifier(name)} AS {dialect.written(rows)}"


def drop_table(name: str) -> str:
    """Drop a table."""
    return f"DROP TABLE {quote_identifier(name)}"


def describe(rows: Select, dialect: Dialect = DUCKDB) -> str:
    """Ask for names and types of columns."""
    return f"DESCRIBE {dialect.written(rows)}"
