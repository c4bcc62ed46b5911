"""Which columns of text are numbers, booleans or dates: only where nothing of the text is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inspect_viz._engine import Connection

from ._aggregates import aggregates
from ._projection import EXACT

_SAMPLE = 1000
_WHOLE = "'-?(0|[1-9][0-9]*)'"
_NUMBER = r"'-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+][0-9]+)?|-?(inf|Infinity|Inf)|nan|NaN'"

_TESTS: Mapping[str, str] = {
    "BIGINT": "try_cast({t} AS BIGINT)::VARCHAR = {t}",
    "DOUBLE": f"regexp_full_match({{t}}, {_NUMBER})",
    "BOOLEAN": "{t} IN ('true', 'false')",
    "BOOLEAN of Python": "{t} IN ('True', 'False')",
    "DATE": "try_cast({t} AS DATE)::VARCHAR = {t}",
    "TIMESTAMP": "try_cast(replace({t}, 'T', ' ') AS TIMESTAMP)::VARCHAR = replace({t}, 'T', ' ')",
}
"""What every value of a column must be for a type, the best type first."""

_EXACT_DOUBLE = (
    "count(DISTINCT {t}) = count(DISTINCT {t}::DOUBLE)",
    r"bool_or(regexp_matches({t}, '[.eEIna]'))",
    r"NOT bool_or(regexp_full_match({t}, '-?[0-9]{{16,}}|-0'))",
    r"(NOT bool_or(regexp_full_match({t}, '.*\.[0-9]+0')) OR {digits} = 1)",
    r"bool_or(regexp_matches({t}, '[0-9]'))",
)
"""What a column must be to lose nothing as doubles: no two texts are one number; zeros end only 0.50 beside 0.75."""

_DIGITS = r"count(DISTINCT length(regexp_extract({t}, '\.([0-9]+)', 1))) FILTER (contains({t}, '.'))"


@dataclass(frozen=True)
class TextColumns:
    """What the columns of a text file turned out to be."""

    rows: int
    expressions: tuple[str, ...]
    wide: tuple[bool, ...]


def text_columns(con: Connection, relation: str, width: int, explain: Callable[[Exception], Exception]) -> TextColumns:
    """Read all of `relation`, whose columns are the texts t0, t1, ..., and decide their types.

    Args:
        con: Where to read.
        relation: SQL of the relation.
        width: Number of columns.
        explain: Makes an error for people of DuckDB's.
    """
    import duckdb

    try:
        rows = _count(con, relation, width)
        kinds = _decide(con, relation, width)
    except duckdb.Error as error:
        raise explain(error) from error
    return TextColumns(
        rows,
        tuple(_expression(i, kind) for i, (kind, _) in enumerate(kinds)),
        tuple(wide for _, wide in kinds),
    )


def _count(con: Connection, relation: str, width: int) -> int:
    """The number of rows; every cell is looked at, so that none is found wrong later."""
    counts = ", ".join(f"count(t{i})" for i in range(width))
    return int(con.execute(f"SELECT count(*), {counts} FROM {relation}").fetchall()[0][0])


def _decide(con: Connection, relation: str, width: int) -> list[tuple[str, bool]]:
    """Type and wideness of each column: the beginning leaves few types possible, then all rows are asked."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE beginning AS SELECT * FROM {relation} LIMIT {_SAMPLE}")
    possible = _surviving(con, "beginning", [list(_TESTS)] * width, without_values=True)
    con.execute("DROP TABLE beginning")
    possible = _surviving(con, relation, possible, without_values=False)
    exact = _exact_doubles(con, relation, [i for i, kinds in enumerate(possible) if kinds[:1] == ["DOUBLE"]])
    chosen = [_first(kinds, i in exact) for i, kinds in enumerate(possible)]
    wide = _wide(con, relation, [i for i, kind in enumerate(chosen) if kind == "BIGINT"])
    return [(kind, i in wide) for i, kind in enumerate(chosen)]


def _surviving(
    con: Connection, relation: str, possible: Sequence[Sequence[str]], without_values: bool
) -> list[list[str]]:
    """The types of each column that no value speaks against; `without_values` decides where there is no value."""
    asked = [(i, kind) for i, kinds in enumerate(possible) for kind in kinds]
    tests = [f"bool_and(coalesce({_TESTS[k].format(t=f't{i}')}, false)) FILTER (t{i} IS NOT NULL)" for i, k in asked]
    answers = aggregates(con, relation, tests)
    passed = {
        pair for pair, answer in zip(asked, answers, strict=True) if answer or (answer is None and without_values)
    }
    return [[kind for kind in kinds if (i, kind) in passed] for i, kinds in enumerate(possible)]


def _exact_doubles(con: Connection, relation: str, columns: Sequence[int]) -> set[int]:
    tests = [" AND ".join(_EXACT_DOUBLE).format(t=f"t{i}", digits=_DIGITS.format(t=f"t{i}")) for i in columns]
    return _true_of(con, relation, columns, tests)


def _wide(con: Connection, relation: str, columns: Sequence[int]) -> set[int]:
    return _true_of(con, relation, columns, [f"max(abs(t{i}::HUGEINT)) > {EXACT}" for i in columns])


def _true_of(con: Connection, relation: str, columns: Sequence[int], tests: Sequence[str]) -> set[int]:
    return {i for i, answer in zip(columns, aggregates(con, relation, tests), strict=True) if answer}


def _first(kinds: Sequence[str], exact: bool) -> str:
    left = [kind for kind in kinds if kind != "DOUBLE" or exact]
    return left[0].split()[0] if left else "VARCHAR"


def _expression(position: int, kind: str) -> str:
    if kind == "VARCHAR":
        return f"t{position}"
    text = f"replace(t{position}, 'T', ' ')" if kind == "TIMESTAMP" else f"t{position}"
    return f"{text}::{kind}"
