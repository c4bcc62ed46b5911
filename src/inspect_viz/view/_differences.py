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
    readable = [column for column in columns if data.reader.types[column] != "UNREADABLE"]
    parts = [readable[start : start + _AT_ONCE] for start in range(0, len(readable), _AT_ONCE)]
    found = [difference for part in parts for difference in _differences(data, keys, part)]
    return sorted(found, key=lambda difference: not difference.separates)


def _differences(data: Data, keys: Sequence[str], columns: Sequence[str]) -> list[Difference]:
    names = [f"d{i}" for i in range(len(columns))]
    values = {alias: call("count", _text(column), distinct=True) for alias, column in zip(names, columns, strict=True)}
    groups = select(n=call("count", literal(1)), **values, source="data").where(_looked_at(data, keys))
    repeated = groups.grouped(*map(name, keys)).having(call("count", literal(1)).above(1))
    differ = [call("count_if", name(alias).above(1)) for alias in names]
    apart = [call("count_if", name(alias).equals(name("n"))) for alias in names]
    count, *facts = data.reader.ask(select(call("count", literal(1)), *differ, *apart, source=repeated))[0]
    pairs = zip(columns, facts[: len(columns)], facts[len(columns) :], strict=True)
    return [
        Difference(column, separated == count and _is_kind(data, column, keys))
        for column, differing, separated in pairs
        if differing
    ]


def _looked_at(data: Data, keys: Sequence[str]) -> Expression:
    """Whether a row belongs to one of the first samples with repeated rows."""
    sample = name(keys[0])
    repeated = select(sample=sample, source="data").grouped(*map(name, keys)).having(call("count", literal(1)).above(1))
    first = select(name("sample"), source=repeated).unique().ordered(name("sample")).first(_MOST_SAMPLES)
    return sample.among(first)


def _text(column: str) -> Expression:
    return call("coalesce", name(column).as_text(), "")


def _is_kind(data: Data, column: str, keys: Sequence[str]) -> bool:
    """Whether the values of a column come again from sample to sample, as those of ids and times do not."""
    kind = data.reader.types[column]
    if not (is_text(kind) or is_integer(kind)):
        return False
    values, samples, rows = data.reader.ask(
        select(
            call("count", _text(column), distinct=True),
            call("count", name(keys[0]), distinct=True),
            call("count", literal(1)),
            source="data",
        )
    )[0]
    return bool(samples == 1 or values < rows)
