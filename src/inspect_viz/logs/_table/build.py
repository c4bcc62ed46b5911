"""Parts of logs to the table that somebody asked for."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from inspect_viz._util.suggest import did_you_mean
from inspect_viz.logs._format.fields import IDS, OPEN, ORDER, Wanted, overlap
from inspect_viz.logs._prepare.log_viewer import checked_mappings, log_viewer

from .assemble import table_of
from .part import Part
from .where import rows_where, words_of

ALWAYS = (*IDS, "log")
"""Columns that are in every table, as they are in inspect_ai's."""

_NEEDED = ("id", "epoch", "model")
_LINK = "log_viewer"


@dataclass(frozen=True)
class Asked:
    """What a table is to hold.

    Args:
        columns: Names and patterns of columns; None for all.
        where: The condition that rows must meet.
        full: Whether metadata and input come whole.
        viewers: Folder to address of published logs.
        models: Whether columns with what is known of the models are added.
        cache: Whether what is known of the models is kept.
    """

    columns: tuple[str, ...] | None = None
    where: str | None = None
    full: bool = False
    viewers: Mapping[str, str] | None = None
    models: bool = False
    cache: bool = True

    def wanted(self) -> Wanted:
        """What must be read for it."""
        if self.columns is None:
            return Wanted(None, self.full)
        named = {literal(name) for name in self.columns}
        words = {pattern for word in words_of(self.where) for pattern in _any_case(word)}
        return Wanted(tuple(sorted({*self.columns, *named, *ALWAYS, *_NEEDED, *words})), self.full)


def literal(name: str) -> str:
    """A pattern that only this name matches."""
    return re.sub(r"[*?\[]", r"[\g<0>]", name)


def _any_case(word: str) -> Iterator[str]:
    """Patterns of the columns that a word of SQL, which ignores case, can mean."""
    lower = word.lower()
    yield from (name for name in ORDER if name == lower)
    for start in (name[:-1] for name in OPEN):
        if lower.startswith(start):
            yield start + "".join(_either_case(sign) for sign in word[len(start) :])


def _either_case(sign: str) -> str:
    cases = {sign, sign.lower(), sign.upper()}
    return literal(sign) if len(cases) == 1 else f"[{''.join(sorted(each for each in cases if len(each) == 1))}]"


def asked_for(
    columns: Any,
    where: str | None,
    full: bool,
    viewers: Mapping[str, str] | None,
    models: bool = False,
    cache: bool = True,
) -> Asked:
    """The table that is asked for by the arguments of public functions.

    Raises:
        TypeError, ValueError: If one of them is wrong.
    """
    words_of(where)
    checked_mappings(viewers)
    return Asked(_checked_columns(columns), where, bool(full), viewers, models, cache)


def _checked_columns(columns: Any) -> tuple[str, ...] | None:
    """Columns that can be asked for.

    Raises:
        TypeError: If they are no names.
        ValueError: If there can be no such column.
    """
    if columns is None:
        return None
    names = [columns] if isinstance(columns, str) else columns
    if not isinstance(names, Sequence) or not all(isinstance(name, str) for name in names):
        raise TypeError(f"columns={columns!r} must be names of columns, such as ['id', 'model', 'score_*']")
    for name in names:
        if not _possible(name):
            raise ValueError(f"columns: there is no column {name!r}.{did_you_mean(name, ORDER)}")
    return tuple(dict.fromkeys(names))


def _possible(name: str) -> bool:
    known = (*ORDER, _LINK, *MODEL_COLUMNS)
    return any(fnmatchcase(each, name) for each in known) or any(overlap(each, name) for each in OPEN)


MODEL_COLUMNS = (
    "model_organization_name",
    "model_display_name",
    "model_snapshot",
    "model_release_date",
    "model_knowledge_cutoff_date",
)


def build(parts: Sequence[Part], asked: Asked, again: bool = False) -> Any:
    """The table that was asked for, its columns of texts about evaluations dictionary-encoded.

    Of logs that are being written, open columns may still come. Until they do, they are left out, and conditions take
    them for null.

    Args:
        parts: The logs.
        asked: What the table is to hold.
        again: Whether it was built before, from earlier states of the logs: columns may be gone then.

    Raises:
        ValueError: If the condition cannot be answered, or a column is in none of the logs.
    """
    growing = again or any(part.facts.running for part in parts)
    table = table_of(parts)
    if table.num_columns:
        table = _enriched(table, asked)
    if asked.where is not None and table.num_columns:
        table = rows_where(table, asked.where, _may_come if growing else None)
    if asked.columns is None:
        return table
    return table.select(_chosen(table.column_names, asked.columns, growing))


def _may_come(name: str) -> bool:
    """Whether a word can be the name of a column that there is once a sample has it."""
    return any(name.startswith(each[:-1]) for each in OPEN)


def _enriched(table: Any, asked: Asked) -> Any:
    if asked.models:
        from inspect_viz.logs._prepare.model_info import with_facts

        table = with_facts(table, {}, asked.cache)
    if asked.viewers:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            table = log_viewer(table, asked.viewers)
    return table


def _chosen(present: Sequence[str], columns: Sequence[str], growing: bool) -> list[str]:
    """The columns that were asked for, in the order of the table."""
    for name in columns:
        if not growing and present and not any(_means(name, each) for each in present) and not name.endswith("*"):
            raise ValueError(f"columns: {name!r} is in none of the logs.{did_you_mean(name, present)}")
    always = (*ALWAYS, _LINK, *MODEL_COLUMNS)
    return [each for each in present if each in always or any(_means(name, each) for name in columns)]


def _means(name: str, column: str) -> bool:
    """Whether a name or pattern is that of a column; names may hold the signs of patterns."""
    return name == column or fnmatchcase(column, name)
