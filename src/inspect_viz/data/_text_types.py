"""Which columns of text are numbers, booleans or dates: only where nothing of the text is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inspect_viz._engine import Connection
from inspect_viz._sql import ALL, Expression, Rows, all_of, call, create_table, drop_table, name, select, text

from ._aggregates import aggregates
from ._projection import EXACT

_SAMPLE = 1000
_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+][0-9]+)?|-?(inf|Infinity|Inf)|nan|NaN"

_TESTS: Mapping[str, Callable[[Expression], Expression]] = {
    "BIGINT": lambda t: t.try_cast("BIGINT").as_text().equals(t),
    "DOUBLE": lambda t: call("regexp_full_match", t, _NUMBER),
    "BOOLEAN": lambda t: t.within(("true", "false")),
    "BOOLEAN of Python": lambda t: t.within(("True", "False")),
    "DATE": lambda t: t.try_cast("DATE").as_text().equals(t),
    "TIMESTAMP": lambda t: _spaced(t).try_cast("TIMESTAMP").as_text().equals(_spaced(t)),
}
"""What every value of a column must be for a type, the best type first."""


def _spaced(t: Expression) -> Expression:
    return call("replace", t, "T", " ")


def _is_exact_double(t: Expression) -> Expression:
    """Whether doubles lose nothing of a column: no two texts are one number; zeros end only 0.50 beside 0.75."""
    same = call("count", t, distinct=True).equals(call("count", t.cast("DOUBLE"), distinct=True))
    some_say_so = call("bool_or", call("regexp_matches", t, "[.eEIna]"))
    none_is_long = ~call("bool_or", call("regexp_full_match", t, "-?[0-9]{16,}|-0"))
    ends_in_zero = call("bool_or", call("regexp_full_match", t, r".*\.[0-9]+0"))
    has_digits = call("bool_or", call("regexp_matches", t, "[0-9]"))
    return all_of([same, some_say_so, none_is_long, ~ends_in_zero | _digits(t).equals(1), has_digits])


def _digits(t: Expression) -> Expression:
    """How many different numbers of digits after the point there are."""
    digits = call("length", call("regexp_extract", t, r"\.([0-9]+)", 1))
    return call("count", digits, distinct=True).of_rows(call("contains", t, "."))


@dataclass(frozen=True)
class TextColumns:
    """What the columns of a text file turned out to be."""

    rows: int
    expressions: tuple[Expression, ...]
    wide: tuple[bool, ...]


def text_columns(con: Connection, relation: Rows, width: int, explain: Callable[[Exception], Exception]) -> TextColumns:
    """Read all of `relation`, whose columns are the texts t0, t1, ..., and decide their types.

    Args:
        con: Where to read.
        relation: Its rows.
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


def _count(con: Connection, relation: Rows, width: int) -> int:
    """The number of rows; every cell is looked at, so that none is found wrong later."""
    counts = [call("count", _column(i)) for i in range(width)]
    return int(con.execute(text(select(call("count", ALL), *counts, source=relation))).fetchall()[0][0])


def _decide(con: Connection, relation: Rows, width: int) -> list[tuple[str, bool]]:
    """Type and wideness of each column: the beginning leaves few types possible, then all rows are asked."""
    con.execute(create_table("beginning", select(source=relation).first(_SAMPLE)))
    possible = _surviving(con, "beginning", [list(_TESTS)] * width, without_values=True)
    con.execute(drop_table("beginning"))
    possible = _surviving(con, relation, possible, without_values=False)
    exact = _exact_doubles(con, relation, [i for i, kinds in enumerate(possible) if kinds[:1] == ["DOUBLE"]])
    chosen = [_first(kinds, i in exact) for i, kinds in enumerate(possible)]
    wide = _wide(con, relation, [i for i, kind in enumerate(chosen) if kind == "BIGINT"])
    return [(kind, i in wide) for i, kind in enumerate(chosen)]


def _surviving(
    con: Connection, relation: Rows, possible: Sequence[Sequence[str]], without_values: bool
) -> list[list[str]]:
    """The types of each column that no value speaks against; `without_values` decides where there is no value."""
    asked = [(i, kind) for i, kinds in enumerate(possible) for kind in kinds]
    answers = aggregates(con, relation, [_all_are(kind, _column(i)) for i, kind in asked])
    passed = {
        pair for pair, answer in zip(asked, answers, strict=True) if answer or (answer is None and without_values)
    }
    return [[kind for kind in kinds if (i, kind) in passed] for i, kinds in enumerate(possible)]


def _all_are(kind: str, t: Expression) -> Expression:
    return call("bool_and", call("coalesce", _TESTS[kind](t), False)).of_rows(t.is_given())


def _exact_doubles(con: Connection, relation: Rows, columns: Sequence[int]) -> set[int]:
    return _true_of(con, relation, columns, [_is_exact_double(_column(i)) for i in columns])


def _wide(con: Connection, relation: Rows, columns: Sequence[int]) -> set[int]:
    tests = [call("max", call("abs", _column(i).cast("HUGEINT"))).above(EXACT) for i in columns]
    return _true_of(con, relation, columns, tests)


def _true_of(con: Connection, relation: Rows, columns: Sequence[int], tests: Sequence[Expression]) -> set[int]:
    return {i for i, answer in zip(columns, aggregates(con, relation, tests), strict=True) if answer}


def _first(kinds: Sequence[str], exact: bool) -> str:
    left = [kind for kind in kinds if kind != "DOUBLE" or exact]
    return left[0].split()[0] if left else "VARCHAR"


def _column(position: int) -> Expression:
    return name(f"t{position}")


def _expression(position: int, kind: str) -> Expression:
    column = _column(position)
    if kind == "VARCHAR":
        return column
    return (_spaced(column) if kind == "TIMESTAMP" else column).cast(kind)
