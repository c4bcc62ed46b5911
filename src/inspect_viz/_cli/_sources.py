"""Telling logs and tables apart."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspect_viz.logs._store.find import absolute, find, is_json_log
from inspect_viz.logs._store.open import is_address

TABLE_ENDINGS = (".parquet", ".arrow", ".feather", ".csv", ".tsv", ".jsonl", ".ndjson", ".xlsx", ".gz")


@dataclass(frozen=True)
class Logs:
    """Absolute paths of folders and logs, each once; addresses and patterns as they were given."""

    paths: tuple[str, ...]


@dataclass(frozen=True)
class TableFile:
    """Path of a table."""

    path: str


def recognise(sources: Sequence[str]) -> Logs | TableFile:
    """What was given: logs, or one table.

    Raises:
        ValueError: If a path is not there, a folder has no logs, or tables are mixed with anything else.
    """
    tables = [source for source in sources if _is_table(source)]
    if not tables:
        return Logs(tuple(dict.fromkeys(_logs(source) for source in sources)))
    if len(sources) > 1:
        raise ValueError(f"{tables[0]!r} is a table, which is drawn alone: give one table, or only logs")
    return TableFile(tables[0])


def _is_table(source: str) -> bool:
    path = Path(source)
    if _is_open(source):
        return False
    if not path.exists():
        raise ValueError(f"there is no file or folder {source!r}")
    if path.is_dir() or path.suffix.lower() == ".eval":
        return False
    return path.suffix.lower() != ".json" or not is_json_log(path)


def _is_open(source: str) -> bool:
    """Whether only the reader of logs can tell what is meant: an address, or a pattern."""
    return is_address(source) or (bool(set(source) & set("*?[")) and not os.path.exists(source))


def _logs(source: str) -> str:
    """A folder, a log, an address or a pattern, as the reader of logs takes it."""
    if _is_open(source):
        return source
    if os.path.isdir(source):
        found = find(source)
        if not found.files and all(error.path == absolute(source) for error in found.errors):
            raise ValueError(f"the folder {source!r} holds no logs (.eval or .json){_tables_in(Path(source))}")
    return os.path.abspath(source)


def _tables_in(folder: Path) -> str:
    tables = sorted(str(path) for path in folder.iterdir() if path.name.lower().endswith(TABLE_ENDINGS))
    return f"; a table is named itself: {tables[0]!r}" if tables else ""
