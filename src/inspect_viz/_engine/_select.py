"""The gate: exactly one SELECT, over the given tables only, with no function that looks outside."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspect_viz._util.ending import native_work
from inspect_viz._util.text import well_formed

from ._connect import Connection
from ._errors import QueryError, asked, query_errors
from ._quote import quote_identifier

if TYPE_CHECKING:
    import duckdb

_TABLE_FUNCTIONS = frozenset({"range", "generate_series", "unnest", "json_each", "json_tree"})
_REFUSED_FUNCTIONS = frozenset(
    {"current_setting", "getvariable", "getenv", "write_log", "sleep_ms", "nextval", "currval", "setval", "setseed"}
)
_LOOKING_ROUND = re.compile(
    r"pg_(?!typeof$|size_pretty$).*|has_.*_privilege|(obj|col|shobj)_description|inet_(client|server)_.*|get_block_size|format_type"
    r"|current_(query|query_id|connection_id|transaction_id|schemas)|txid_current|in_search_path"
    r"|json_(serialize_plan|execute_serialized_sql)|parse_duckdb_log_message|.*external_resource.*"
)
"""Names of functions that tell of the database, of others who ask it, or of SQL of their own; some are macros over
tables and functions that are refused."""


@dataclass(frozen=True)
class Question:
    """One SELECT that has passed the gate."""

    sql: str
    words: frozenset[str]
    """Every name and text in it."""
    everything: bool
    """Whether it asks for all columns of a table."""


def select(con: Connection, sql: str, tables: Collection[str]) -> Question:
    """Check that `sql` is one SELECT that reads nothing but `tables`.

    Raises:
        QueryError: If it is anything else.
    """
    sql, names = well_formed(sql), frozenset(name.lower() for name in tables)
    passed = _passed.get((sql, names))
    if passed is None:
        passed = _checked(con, sql, names)
        _remember(sql, names, passed)
    return passed


def _checked(con: Connection, sql: str, names: frozenset[str]) -> Question:
    import duckdb

    with native_work(), query_errors(sql):
        statements = con.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise QueryError(f"A question to the data must be exactly one SELECT. {asked(sql)}")
        return _question(con, sql, names)


_passed: dict[tuple[str, frozenset[str]], Question] = {}
"""Questions that have passed: whether they do follows from their text and the names alone, and pictures ask again."""

MOST_PASSED = 200
LONGEST_PASSED = 20_000


def _remember(sql: str, names: frozenset[str], question: Question) -> None:
    if len(sql) > LONGEST_PASSED:
        return
    if len(_passed) >= MOST_PASSED:
        _passed.clear()
    _passed[sql, names] = question


def _question(con: Connection, sql: str, tables: Collection[str]) -> Question:
    nodes = list(_nodes(_parsed(con, sql), frozenset(tables)))
    for node, visible in nodes:
        _check(node, visible, sql)
    words = frozenset(text for node, _ in nodes for text in _texts(node))
    return Question(sql, words, any(node.get("class") == "STAR" for node, _ in nodes))


def _parsed(con: Connection, sql: str) -> Any:
    text = con.execute("SELECT json_serialize_sql(?)", [sql]).fetchall()[0][0]
    try:
        parsed = json.loads(text)
    except RecursionError:
        raise QueryError("The question to the data is nested too deeply.") from None
    if parsed["error"]:
        raise QueryError(f"{parsed['error_message']} {asked(sql)}")
    return parsed["statements"]


def _nodes(root: Any, tables: frozenset[str]) -> Iterator[tuple[dict[str, Any], frozenset[str]]]:
    """Every node of a parsed statement, with the table names that can be seen from there."""
    pending = [(root, tables)]
    while pending:
        node, visible = pending.pop()
        if isinstance(node, dict):
            visible |= _named_here(node)
            yield node, visible
            pending += [(child, visible) for child in node.values()]
        elif isinstance(node, list):
            pending += [(child, visible) for child in node]


def _named_here(node: dict[str, Any]) -> set[str]:
    entries = node.get("cte_map")
    return {entry["key"].lower() for entry in entries["map"]} if isinstance(entries, dict) else set()


def _check(node: dict[str, Any], visible: frozenset[str], sql: str) -> None:
    kind = node.get("type")
    if kind == "BASE_TABLE" and not _is_visible(node, visible):
        raise QueryError(f"There is no table {node['table_name']!r} in this picture. {asked(sql)}")
    if kind == "TABLE_FUNCTION" and _function(node["function"]) not in _TABLE_FUNCTIONS:
        raise QueryError(f"The table function {_function(node['function'])!r} is not allowed. {asked(sql)}")
    if kind == "SHOW_REF" and node.get("query") is None:
        raise QueryError(f"A question must be a SELECT or DESCRIBE of the picture's tables. {asked(sql)}")
    if _function(node) in _REFUSED_FUNCTIONS or _LOOKING_ROUND.fullmatch(_function(node)):
        raise QueryError(f"The function {_function(node)!r} is not allowed. {asked(sql)}")


def _is_visible(node: dict[str, Any], visible: frozenset[str]) -> bool:
    schema, name = node["schema_name"].lower(), node["table_name"].lower()
    known = name if schema in ("", "main") else f"{schema}.{name}"
    return known in visible and node["catalog_name"].lower() in ("", "memory")


def _function(node: dict[str, Any]) -> str:
    name = node.get("function_name")
    return name.lower() if isinstance(name, str) else ""


def _texts(node: dict[str, Any]) -> Iterator[str]:
    for value in node.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, str))


def answer(con: Connection, question: Question) -> duckdb.DuckDBPyRelation:
    """The relation that answers a question that has passed the gate."""
    with query_errors(question.sql):
        return con.sql(question.sql)


def make_table(con: Connection, name: str, question: Question) -> None:
    """A table of the answer to a question that has passed the gate."""
    with query_errors(question.sql):
        con.execute(f"CREATE TABLE {quote_identifier(name)} AS ({question.sql}\n)")
