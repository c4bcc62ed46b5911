"""What is asked of logs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from inspect_viz._util.suggest import did_you_mean
from inspect_viz.data._where import words_of
from inspect_viz.logs._format.fields import IDS, INVALIDATION, OPEN, ORDER, Wanted, overlap
from inspect_viz.logs._prepare.log_viewer import checked_mappings
from inspect_viz.logs._prepare.model_info import MODEL_COLUMNS
from inspect_viz.logs._store.find import only_folder

from .score_names import met_name

ALWAYS = (*IDS, "log")
"""Columns that are in every table, as they are in inspect_ai's."""

_NEEDED = ("id", "epoch", "model", INVALIDATION)
LINK = "log_viewer"


@dataclass(frozen=True)
class Query:
    """Which samples of which logs are read, and how: what `samples` and `Data.from_logs` are asked, checked.

    Raises:
        TypeError, ValueError: If an argument is wrong.
    """

    logs: Any
    columns: str | Sequence[str] | None = None
    where: str | None = None
    full: bool = False
    log_viewer: Mapping[str, str] | str | None = None
    strict: bool = True
    cache: bool = True
    executor: Executor | None = None
    progress: bool = True

    def __post_init__(self) -> None:
        checked_mappings(self.viewers)
        _check_executor(self.executor)
        _ = self.wanted  # checks the columns and the condition

    @cached_property
    def names(self) -> tuple[str, ...] | None:
        """Names and patterns of columns, each once; None for all."""
        return _checked_columns(self.columns)

    @cached_property
    def viewers(self) -> Mapping[str, str] | None:
        """Folder to the address of the log viewer that shows it."""
        return viewer_of_folder(self.logs, self.log_viewer) if isinstance(self.log_viewer, str) else self.log_viewer

    @cached_property
    def wanted(self) -> Wanted:
        """What must be read for it."""
        words = words_of(self.where)
        if self.names is None:
            return Wanted(None, bool(self.full))
        named = {literal(each) for name in self.names for each in (name, met_name(name))}
        patterns = {pattern for word in words for each in (word, met_name(word)) for pattern in _any_case(each)}
        return Wanted(tuple(sorted({*self.names, *named, *ALWAYS, *_NEEDED, *patterns})), bool(self.full))


def viewer_of_folder(logs: Any, url: str) -> Mapping[str, str]:
    """The one folder that was asked for, and the address of the log viewer that shows it.

    Raises:
        ValueError: If `logs` is not one folder.
    """
    folder = only_folder(logs)
    if folder is None:
        raise ValueError(
            f"log_viewer={url!r} needs logs that are one folder, which is the one that the log viewer shows; "
            f"otherwise its folder must be named: {{'logs': {url!r}}}"
        )
    return {folder: url}


def _check_executor(executor: object) -> None:
    if executor is not None and not callable(getattr(executor, "submit", None)):
        raise TypeError(f"executor={executor!r} must be a concurrent.futures.Executor, or None")


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
    known = (*ORDER, INVALIDATION, LINK, *MODEL_COLUMNS)
    return any(fnmatchcase(each, name) for each in known) or any(overlap(each, name) for each in OPEN)
