"""Which column is the score, and what its values count."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier, quote_literal
from inspect_viz._util.grades import GRADES, NUMBER, WORDS
from inspect_viz._util.stack import outside
from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    from inspect_viz.data import Data

INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
NUMERIC = (*INTEGERS, "UHUGEINT", "BIGNUM", "FLOAT", "DOUBLE", "DECIMAL", "BOOLEAN")
TEXT = ("VARCHAR", "ENUM", '"NULL"', "NULL")
PREFIX = "score_"


def _kind(type_name: str) -> str:
    return type_name.split("(")[0].strip().upper()


def is_text(type_name: str) -> bool:
    """Whether a column's type is text, or holds nothing but nulls."""
    return _kind(type_name) in TEXT


def is_number(type_name: str) -> bool:
    """Whether a column's type is a number or a boolean."""
    return _kind(type_name) in NUMERIC


def _is_numeric(data: Data, column: str) -> bool:
    """Whether a column holds numbers; wide integers are kept as text where they serve as ids."""
    return is_number(data.reader.types[column]) or column in data.reader.wide


def _other_texts(data: Data, column: str) -> list[str]:
    """Up to three texts in a column that are no grades."""
    grades = ", ".join(f"'{g}'" for g in GRADES)
    name = f"CAST({quote_identifier(column)} AS VARCHAR)"
    sql = f"SELECT DISTINCT {name} AS text FROM data WHERE {name} NOT IN ({grades}, '') ORDER BY text LIMIT 3"
    return [row[0] for row in data.reader.ask(sql)]


def _is_score(data: Data, column: str) -> bool:
    return _is_numeric(data, column) or (is_text(data.reader.types[column]) and _are_scores(data, column))


def _are_scores(data: Data, column: str) -> bool:
    """Whether the texts of a column are grades; of logs, which tell what else is there, whether some count."""
    if not _of_logs(data):
        return not _other_texts(data, column)
    counted, texts = data.reader.ask(
        f"SELECT count({_any_text_sql(column)}), count(nullif({quote_identifier(column)}, '')) FROM data"
    )[0]
    return bool(counted) or not texts


def _of_logs(data: Data) -> bool:
    return data._logs is not None


def _any_text_sql(column: str) -> str:
    """SQL of what a text counts: as a grade, as a word such as "true", or as a number."""
    text = f"CAST({quote_identifier(column)} AS VARCHAR)"
    cases = [f"WHEN {text} = '{grade}' THEN {value}" for grade, value in GRADES.items()]
    cases += [f"WHEN lower({text}) = '{word}' THEN {value}" for word, value in WORDS.items()]
    number = f"try_cast(trim({text}, ' \t') AS DOUBLE)"
    cases += [f"WHEN regexp_full_match({text}, {quote_literal(NUMBER)}) AND isfinite({number}) THEN {number}"]
    return f"(CASE {' '.join(cases)} END)"


def pick_score(data: Data, score_value: str | None) -> str:
    """The score column: the one that was named, or the only `score_*` column that can be shown."""
    if score_value is None:
        return _only_score(data)
    if not isinstance(score_value, str):
        raise TypeError(f"score_value={score_value!r} must be the name of a column")
    if score_value not in data.columns:
        scores = [c for c in data.columns if c.startswith(PREFIX)]
        hint = did_you_mean(score_value, scores) or did_you_mean(score_value, data.columns)
        known = listing(scores) or "none"
        raise ValueError(f"score_value={score_value!r} is not a column; scores in the data: {known}.{hint}")
    _check_showable(data, score_value)
    return score_value


def _only_score(data: Data) -> str:
    named = [c for c in dict.fromkeys(data.columns) if c.startswith(PREFIX) and not _is_kind(data, c)]
    shown = [c for c in named if _is_score(data, c)]
    if len(shown) == 1:
        return shown[0]
    if shown:
        raise ValueError(f"score_value must say which score to show; candidates: {listing(shown)}")
    if len(named) == 1:
        _check_showable(data, named[0])
    others = f" (these cannot be shown: {listing(named)})" if named else ""
    raise ValueError(
        f"score_value=None: the data has no column named {PREFIX}* with numbers, booleans or C/I/P/N{others}; "
        f"name the column to show. Columns: {listing(data.columns)}"
    )


def _is_kind(data: Data, column: str) -> bool:
    """Whether a column of logs tells the kinds of the scores beside it."""
    base = column.removesuffix("_kind")
    return base != column and base in data.columns and _of_logs(data)


def _check_showable(data: Data, column: str) -> None:
    if _is_numeric(data, column):
        return
    kind = data.reader.types[column]
    accepted = "a score is a column of numbers, booleans, or Inspect's 'C', 'I', 'P', 'N'"
    if not is_text(kind):
        raise ValueError(f"score_value={column!r} has the type {kind}; {accepted}")
    if not _are_scores(data, column):
        others = _other_texts(data, column)
        raise ValueError(
            f"score_value={column!r} holds other text, such as {listing(others)}; {accepted} "
            "(inspect_viz.logs.score_to_float turns texts into numbers)"
        )


def warn_of_rounding(data: Data, column: str) -> None:
    """Warn when a score's integers pass 2^53, beyond which a picture's numbers are not exact."""
    if column in data.reader.wide and is_text(data.reader.types[column]):
        warnings.warn(
            f"score_value={column!r} holds integers beyond 2**53; they are rounded to the nearest 64-bit number",
            stacklevel=outside(),
        )


def score_sql(data: Data, column: str) -> str:
    """SQL of a row's score as a finite DOUBLE, NULL where there is none."""
    name = quote_identifier(column)
    if not _is_numeric(data, column) and _of_logs(data):
        return _any_text_sql(column)
    if not _is_numeric(data, column):
        cases = " ".join(f"WHEN '{grade}' THEN {value}" for grade, value in GRADES.items())
        return f"(CASE CAST({name} AS VARCHAR) {cases} END)"
    number = f"CAST({name} AS DOUBLE)"
    return f"(CASE WHEN isfinite({number}) THEN {number} END)"
