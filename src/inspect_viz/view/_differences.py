"""In which columns rows differ that are the same by some keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._meaning.types import is_integer, is_text
from inspect_viz._sql import Expression, call, literal, name, select

if TYPE_CHECKING:
    from inspect_viz.data import Data

_MOST_SAMPLES = 200
"""How many samples with repeated rows are looked at."""

_AT_ONCE = 20
"""Columns in one question: the database plans many distinct counts slowly."""


@dataclass(frozen=True)
class Difference:
    """A column in which repeated rows differ."""

    column: str
    separates: bool
    """Whether it tells all of them apart, with values that come again: it says what kind of row it is."""


def differences(data: Data, keys: Sequence[str], columns: Sequence[str]) -> list[Difference]:
    """The columns in which rows with the same keys differ, those that tell all of them apart first.

    Args:
        data: The table.
        keys: Columns that are the same; the first one is that of the samples.
        columns: Where to look; only texts, whole numbers and booleans can say of what kind a row is.
    """
    looked_at = _text(keys[0]).within(_samples(data, keys))
    readable = [column for column in columns if data.reader.types[column] != "UNREADABLE"]
    parts = [readable[start : start + _AT_ONCE] for start in range(0, len(readable), _AT_ONCE)]
    found = [difference for part in parts for difference in _differences(data, keys, part, looked_at)]
    return sorted(found, key=lambda difference: not difference.separates)


def _samples(data: Data, keys: Sequence[str]) -> list[str]:
    """The ids of the first samples with repeated rows."""
    columns = [name(key) for key in keys]
    id = _text(keys[0])
    repeated = select(id=id, source="data").grouped(*columns).having(call("count", literal(1)).above(1))
    rows = data.reader.ask(select(name("id"), source=repeated).unique().ordered(name("id")).first(_MOST_SAMPLES))
    return [row[0] for row in rows]


def _differences(data: Data, keys: Sequence[str], columns: Sequence[str], looked_at: Expression) -> list[Difference]:
    names = [f"d{i}" for i in range(len(columns))]
    values = {alias: call("count", _text(column), distinct=True) for alias, column in zip(names, columns, strict=True)}
    groups = select(n=call("count", literal(1)), **values, source="data").where(looked_at).grouped(*map(name, keys))
    repeated = groups.having(call("count", literal(1)).above(1))
    differ = [call("count_if", name(alias).above(1)) for alias in names]
    apart = [call("count_if", name(alias).equals(name("n"))) for alias in names]
    count, *facts = data.reader.ask(select(call("count", literal(1)), *differ, *apart, source=repeated))[0]
    kinds = _kinds(data, keys[0], columns, looked_at)
    pairs = zip(columns, facts[: len(columns)], facts[len(columns) :], strict=True)
    return [Difference(column, separated == count and column in kinds) for column, differ, separated in pairs if differ]


def _kinds(data: Data, sample: str, columns: Sequence[str], looked_at: Expression) -> set[str]:
    """The columns whose values come again from sample to sample, as those of ids and times do not."""
    worded = [column for column in columns if _may_be_kind(data.reader.types[column])]
    counts = [call("count", _text(column), distinct=True) for column in worded]
    samples = call("count", name(sample), distinct=True)
    asked = select(samples, call("count", literal(1)), *counts, source="data").where(looked_at)
    several, rows, *values = data.reader.ask(asked)[0]
    return {column for column, count in zip(worded, values, strict=True) if several == 1 or count < rows}


def _may_be_kind(kind: str) -> bool:
    return is_text(kind) or is_integer(kind)


def _text(column: str) -> Expression:
    return call("coalesce", name(column).as_text(), "")
