"""Parts of logs to the table that somebody asked for."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from .._util.suggest import did_you_mean
from ._assemble import table_of
from ._fields import IDS, OPEN, ORDER, Wanted
from ._log_viewer import checked_mappings, log_viewer
from ._part import Part
from ._where import rows_where, words_of

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
    """

    columns: tuple[str, ...] | None = None
    where: str | None = None
    full: bool = False
    viewers: Mapping[str, str] | None = None
    models: bool = False

    def wanted(self) -> Wanted:
        """What must be read for it."""
        if self.columns is None:
            return Wanted(None, self.full)
        words = {word for word in words_of(self.where) if not set(word) & set("*?[")}
        return Wanted(tuple(sorted({*self.columns, *ALWAYS, *_NEEDED, *words})), self.full)


def asked_for(
    columns: Any, where: str | None, full: bool, viewers: Mapping[str, str] | None, models: bool = False
) -> Asked:
    """The table that is asked for by the arguments of public functions.

    Raises:
        TypeError, ValueError: If one of them is wrong.
    """
    words_of(where)
    checked_mappings(viewers)
    return Asked(_checked_columns(columns), where, bool(full), viewers, models)


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
    return any(fnmatchcase(each, name) for each in known) or any(name.startswith(each[:-1]) for each in OPEN)


MODEL_COLUMNS = (
    "model_organization_name",
    "model_display_name",
    "model_snapshot",
    "model_release_date",
    "model_knowledge_cutoff_date",
)


def build(parts: Sequence[Part], asked: Asked) -> Any:
    """The table that was asked for, its columns of texts about evaluations dictionary-encoded.

    Raises:
        ValueError: If the condition cannot be answered, or a column is in none of the logs.
    """
    table = table_of(parts)
    if table.num_columns:
        table = _enriched(table, asked)
    if asked.where is not None and table.num_columns:
        table = rows_where(table, asked.where)
    if asked.columns is None:
        return table
    return table.select(_chosen(table.column_names, asked.columns, any(part.facts.running for part in parts)))


def _enriched(table: Any, asked: Asked) -> Any:
    if asked.models:
        from ._model_info import model_info

        table = model_info(table)
    if asked.viewers:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            table = log_viewer(table, asked.viewers)
    return table


def _chosen(present: Sequence[str], columns: Sequence[str], growing: bool) -> list[str]:
    """The columns that were asked for, in the order of the table.

    Of logs that are being written, open columns may still come; they are left out until they do.
    """
    for name in columns:
        if not growing and present and not any(fnmatchcase(each, name) for each in present) and not name.endswith("*"):
            raise ValueError(f"columns: {name!r} is in none of the logs.{did_you_mean(name, present)}")
    return [
        each
        for each in present
        if each in ALWAYS or each in (_LINK, *MODEL_COLUMNS) or any(fnmatchcase(each, name) for name in columns)
    ]
