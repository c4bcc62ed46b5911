"""The condition that the rows of a table must meet, as SQL."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz._engine import Limits, QueryError, answering, connected, lock, quote_identifier, select
from inspect_viz._util.suggest import did_you_mean

_ROW = "_row"


def words_of(where: str | None) -> frozenset[str]:
    """Every name and text in a condition, among them the columns that it needs.

    Raises:
        ValueError: If it is no condition.
    """
    if where is None:
        return frozenset()
    if not isinstance(where, str) or not where.strip():
        raise ValueError(f"where={where!r} must be a condition in SQL, such as \"task_name = 'math' and epoch = 1\"")
    with connected() as con:
        try:
            return select(con, _checked(where), ["data"]).words
        except QueryError as error:
            raise _wrong(where, error) from error


def rows_where(table: pa.Table, where: str, may_come: Callable[[str], bool] | None = None) -> pa.Table:
    """The rows of a PyArrow table for which a condition holds, in their order.

    Args:
        table: The table; the condition sees nothing else.
        where: What stands behind WHERE.
        may_come: Which names of columns that are not there are taken for null; none where not given.

    Raises:
        ValueError: If it cannot be answered.
    """
    try:
        words = words_of(where)
        names = _seen(table.column_names, words)
        later = _later(names, words, may_come) if may_come else []
        nulls = dict.fromkeys(later, pa.nulls(table.num_rows, pa.string()))
        columns = {name: table[name] for name in names} | nulls | {_ROW: _numbers(table.num_rows)}
        rows = _numbers_where(pa.table(columns), where)
        return table.take(rows.sort()) if len(rows) < table.num_rows else table
    except Exception as error:
        raise _wrong(where, error, table.column_names) from error


def _numbers_where(table: pa.Table, where: str) -> pa.ChunkedArray:
    with connected() as con:
        con.register("data", table)
        lock(con)
        select(con, _question(where), ["data"])
        with answering(con, where, Limits()):
            return pa.table(con.sql(_question(where)))[_ROW]


def _seen(columns: Sequence[str], words: frozenset[str]) -> list[str]:
    """The columns that are mentioned, each by a name that SQL, which ignores case, can tell from the others."""
    lower = {word.lower() for word in words}
    seen: dict[str, str] = {}
    for name in columns:
        if name.lower() in lower and (name in words or name.lower() not in seen):
            seen[name.lower()] = name
    return list(seen.values())


def _later(names: Sequence[str], words: frozenset[str], may_come: Callable[[str], bool]) -> list[str]:
    """The words that may become names of columns."""
    known = {name.lower() for name in names}
    return list({word.lower(): word for word in sorted(words) if may_come(word) and word.lower() not in known}.values())


def _numbers(count: int) -> pa.Array:
    return pa.array(range(count), pa.int64())


def _checked(where: str) -> str:
    """A question that is none unless the condition is one, and nothing behind it."""
    return f"SELECT CASE WHEN (\n{where}\n) THEN 1 END FROM data"


def _question(where: str) -> str:
    return f"SELECT {quote_identifier(_ROW)} FROM data WHERE (\n{where}\n)"


def _wrong(where: str, error: Exception, columns: Sequence[str] = ()) -> ValueError:
    text = str(error).splitlines()[0].split(" The question was:")[0].split("Error: ", 1)[-1]
    missing = text.split('"')[1] if text.startswith("Referenced column") else ""
    hint = did_you_mean(missing, columns) if missing and columns else ""
    said = f"there is no column {missing!r}" if missing else text.replace(" in this picture", "").rstrip(".!")
    return ValueError(f"where={where!r} cannot be answered: {said[:1].lower()}{said[1:]}.{hint}")
