"""Answers as Python values."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ._connect import Connection
from ._errors import query_errors
from ._select import Question, answer

if TYPE_CHECKING:
    import duckdb

_ZONED = "TIMESTAMP WITH TIME ZONE"


def rows(con: Connection, question: Question) -> list[tuple[Any, ...]]:
    """The answer to a question as tuples; time stamps with a zone are in UTC."""
    relation = answer(con, question)
    with query_errors(question.sql):
        zoned = [i for i, kind in enumerate(relation.types) if str(kind) == _ZONED]
        return _in_utc(relation, zoned) if zoned else relation.fetchall()


def _in_utc(relation: duckdb.DuckDBPyRelation, zoned: list[int]) -> list[tuple[Any, ...]]:
    """DuckDB needs a package of its own to give zoned time stamps to Python; UTC without a zone needs none."""
    columns = [f"#{i + 1}{'::TIMESTAMP' if i in zoned else ''}" for i in range(len(relation.types))]
    return [
        tuple(_with_zone(value) if i in zoned else value for i, value in enumerate(row))
        for row in relation.project(", ".join(columns)).fetchall()
    ]


def _with_zone(value: datetime | None) -> datetime | None:
    return value.replace(tzinfo=timezone.utc) if isinstance(value, datetime) else value
