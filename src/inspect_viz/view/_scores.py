"""Which column is the score, and what of it counts."""

from __future__ import annotations

import warnings
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspect_viz._meaning.scores import ALONE, HEADLINE, PREFIX, score, score_columns, text_score
from inspect_viz._meaning.types import is_number, is_text
from inspect_viz._sql import ALL, NULL, Expression, call, case, name, select
from inspect_viz._util.stack import outside
from inspect_viz._util.suggest import did_you_mean, listing

from ._columns import first_of
from ._epochs import MEAN, Epochs
from ._runs import RUNS

if TYPE_CHECKING:
    from inspect_viz.data import Data

MEANT = "a score is a column of numbers, booleans, or texts such as Inspect's 'C', 'I', 'P', 'N'"
_SHOWN = 3
"""How many texts that are no scores an error or a warning shows."""


@dataclass(frozen=True)
class Score:
    """The column of the scores."""

    column: str

    value: Expression
    """A row's score as a finite DOUBLE, NULL where there is none."""

    epochs: Epochs = MEAN
    """What of the epochs of a cell is its score."""

    @property
    def of_cell(self) -> str:
        """SQL of the score of a cell, an aggregate of its rows."""
        return self.epochs.sql(self.value)


def find_score(data: Data, score_value: str | None, argument: str = "score_value") -> Score:
    """The score: the column that was named, the only `score` or `score_*` that can be shown, or the tasks' headline.

    Args:
        data: The table.
        score_value: The column that the caller named, or None.
        argument: What the caller calls it.

    Raises:
        TypeError: If `score_value` is no text.
        ValueError: If there is no such column, or it holds no scores.
    """
    if score_value is None and is_unscored(data):
        return Score(ALONE, NULL.cast("DOUBLE"))
    column = _only_score(data, argument) if score_value is None else _named(data, score_value, argument)
    _warn_of_rounding(data, column, argument)
    return Score(column, score(column, data.reader.types[column], column in data.reader.wide))


def is_unscored(data: Data) -> bool:
    """Whether these are samples of logs that say what happened, and have no column of scores."""
    told = "error" in data.columns and first_of(data, RUNS) is not None
    return told and not score_columns(data.reader.types)


def no_scores(data: Data, found: Score) -> str | None:
    """A sentence about samples none of which was scored, for which there is no column."""
    if found.column in data.columns:
        return None
    return "no sample has a score: no scorer ran, or none came that far; cells show errors and limits only"


def without(found: Score, invalid: Expression) -> Score:
    """The score, of rows that are not invalid."""
    return replace(found, value=case({~call("coalesce", invalid, False): found.value}))


def not_scores(data: Data, found: Score) -> str | None:
    """A sentence about texts that count as no score, if there are any; the problems of logs tell it of logs."""
    column = found.column
    if (
        column not in data.columns
        or _is_numeric(data, column)
        or any(problem.kind == "unknown score" for problem in data.problems)
    ):
        return None
    texts, rows = other_texts(data, column)
    if not texts:
        return None
    more = ", ..." if len(texts) > _SHOWN else ""
    return (
        f"{column} holds text that is no score, such as {listing(texts[:_SHOWN])}{more}: "
        f"{rows:,} {'row counts' if rows == 1 else 'rows count'} as unscored"
    )


def is_infinite(found: Score) -> Expression:
    """Whether a row's score is infinite, in a column of floating-point numbers."""
    return call("isinf", name(found.column))


def infinite_scores(data: Data, found: Score) -> str | None:
    """A sentence about infinite scores, if there are any: they have no colour."""
    if found.column not in data.columns or not data.reader.types[found.column].startswith(("FLOAT", "DOUBLE")):
        return None
    rows = int(data.reader.ask(select(call("count", ALL).of_rows(is_infinite(found)), source="data"))[0][0])
    if not rows:
        return None
    said = "row is" if rows == 1 else "rows are"
    return f"{found.column}: {rows:,} {said} infinite, which is no score that has a colour or a mean"


def _named(data: Data, column: object, argument: str) -> str:
    if not isinstance(column, str):
        raise TypeError(f"{argument}={column!r} must be the name of a column")
    if column not in data.columns:
        scores = score_columns(data.reader.types)
        hint = did_you_mean(column, scores) or did_you_mean(column, data.columns)
        known = f"scores in the data: {listing(scores) or 'none'}; columns: {listing(data.columns)}"
        raise ValueError(f"{argument}={column!r} is not a column; {known}.{data.reader.hint(column) or hint}")
    _check_showable(data, column, argument)
    return column


def scores_of(data: Data) -> list[str]:
    """The columns called `score` or `score_*` that can be shown."""
    return [column for column in score_columns(data.reader.types) if _is_score(data, column)]


def _only_score(data: Data, argument: str) -> str:
    named = score_columns(data.reader.types)
    shown = [c for c in named if _is_score(data, c)]
    if len(shown) == 1:
        return shown[0]
    headlines = _headlines(data, shown)
    if len(headlines) == 1:
        return headlines.pop()
    if shown:
        raise ValueError(f"{argument} must say which score to show; candidates: {listing(shown)}")
    if len(named) == 1:
        _check_showable(data, named[0], argument)
    others = f" (these cannot be shown: {listing(named)})" if named else ""
    raise ValueError(
        f"{argument}=None: the data has no column named {ALONE} or {PREFIX}* with numbers, booleans or C/I/P/N"
        f"{others}; name the column to show. Columns: {listing(data.columns)}{_index_hint(data)}"
    )


def _index_hint(data: Data) -> str:
    hint = data.reader.hint(PREFIX)
    return f".{hint}" if hint else ""


def _headlines(data: Data, shown: Collection[str]) -> set[str]:
    """The scores by which tasks are judged, as their logs or inspect_ai's columns `score_headline_*` tell."""
    told = {own.headline for own in data.reader.evaluations if own.headline} or _told_headlines(data)
    found = (next((column for column in columns if column in shown), None) for columns in told)
    return {column for column in found if column is not None}


def _told_headlines(data: Data) -> set[tuple[str, ...]]:
    asked = [name(column).as_text() for column in HEADLINE[:2] if column in data.columns]
    if not asked:
        return set()
    rows = data.reader.ask(select(*asked, source="data").unique())
    return {
        (f"{PREFIX}{'_'.join(row)}", *(f"{PREFIX}{own}" for own in reversed(row))) for row in rows if None not in row
    }


def _is_score(data: Data, column: str) -> bool:
    return _is_numeric(data, column) or (is_text(data.reader.types[column]) and _some_count(data, column))


def _is_numeric(data: Data, column: str) -> bool:
    """Whether a column holds numbers; wide integers are kept as text where they serve as ids."""
    return is_number(data.reader.types[column]) or column in data.reader.wide


def _some_count(data: Data, column: str) -> bool:
    """Whether some of a column's texts count as scores, or there are none."""
    texts = call("nullif", name(column).as_text(), "")
    asked = select(call("count", text_score(column)), call("count", texts), source="data")
    counted, given = data.reader.ask(asked)[0]
    return bool(counted) or not given


def other_texts(data: Data, column: str) -> tuple[list[str], int]:
    """Some texts of a column that count as no score, in order, and the number of their rows."""
    text = name(column).as_text()
    strange = select(text=text, source="data").where(text.differs("") & text_score(column).is_null())
    shown = data.reader.ask(select(name("text"), source=strange).unique().ordered(name("text")).first(_SHOWN + 1))
    rows = data.reader.ask(select(call("count", name("text")), source=strange))[0][0]
    return [row[0] for row in shown], int(rows)


def _check_showable(data: Data, column: str, argument: str) -> None:
    if _is_numeric(data, column):
        return
    kind = data.reader.types[column]
    if not is_text(kind):
        raise ValueError(f"{argument}={column!r} has the type {kind}; {MEANT}")
    if not _some_count(data, column):
        texts = listing(other_texts(data, column)[0][:_SHOWN])
        raise ValueError(
            f"{argument}={column!r} holds other text, such as {texts}; {MEANT} "
            "(inspect_viz.logs.score_to_float turns texts into numbers)"
        )


def _warn_of_rounding(data: Data, column: str, argument: str) -> None:
    """Warn when a score's integers pass 2^53, beyond which a picture's numbers are not exact."""
    if column in data.reader.wide and is_text(data.reader.types[column]):
        warnings.warn(
            f"{argument}={column!r} holds integers beyond 2**53; they are rounded to the nearest 64-bit number",
            stacklevel=outside(),
        )
