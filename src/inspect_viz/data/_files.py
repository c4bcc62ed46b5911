"""Which kind of file it is, and the source that reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from inspect_viz._engine import Connection
from inspect_viz._util.suggest import listing
from inspect_viz._util.text import well_formed

from ._errors import LOGS, FileError, MissingFileError
from ._file_source import FileSource
from ._peek import Peek, peek

_GZIPPED = ".gz"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_ENDINGS = (
    ".parquet",
    ".csv",
    ".tsv",
    ".json",
    ".jsonl",
    ".ndjson",
    ".csv.gz",
    ".tsv.gz",
    ".json.gz",
    ".jsonl.gz",
    ".ndjson.gz",
)


def file_source(con: Connection, file: object) -> FileSource:
    """The source that reads `file`, which is looked through once with `con` so that what is wrong shows now.

    Raises:
        TypeError: If `file` is no path.
        MissingFileError: If it is not there.
        FileError: If it cannot be read as what its name says.
    """
    path = _existing(_path(file))
    ending = _ending(path)
    head = peek(path, gzipped=ending.endswith(_GZIPPED))
    return _opener(ending)(con, head)


def _opener(ending: str) -> Callable[[Connection, Peek], FileSource]:
    from ._csv import csv_source
    from ._json import json_source
    from ._parquet import parquet_source

    kind = ending.removesuffix(_GZIPPED)
    if kind == ".parquet":
        return parquet_source
    return csv_source if kind in (".csv", ".tsv") else json_source


def _path(file: object) -> str:
    if not isinstance(file, str | os.PathLike):
        hint = " For a data frame use Data.from_dataframe." if hasattr(file, "columns") else ""
        raise TypeError(f"file must be a path, not {type(file).__module__}.{type(file).__qualname__}.{hint}")
    path = os.fsdecode(os.fspath(file))
    if _URL.match(path):
        raise FileError(f"file must be a path on this machine; download {path!r} first.")
    if not path or "\x00" in path:
        raise FileError(f"file must be the path of a file, not {path!r}.")
    if well_formed(path) != path:
        raise FileError(f"The path {path!r} is not UTF-8 text, which the database needs; rename the file or folder.")
    return path


def _existing(path: str) -> str:
    found = path if os.path.lexists(path) else os.path.expanduser(path)
    if os.path.isdir(found):
        raise FileError(f"file must be a single file, but {path!r} is a directory. {LOGS}")
    if not os.path.exists(found):
        raise MissingFileError(f"There is no file {path!r} (looked for {os.path.abspath(found)!r}).")
    if not os.path.isfile(found):
        raise FileError(f"file must be an ordinary file, which {path!r} is not.")
    return os.path.abspath(found)


def _ending(path: str) -> str:
    name = os.path.basename(path).lower()
    found = max((e for e in _ENDINGS if name.endswith(e)), key=len, default=None)
    if found is None:
        raise FileError(
            f"The file name {os.path.basename(path)!r} must end in one of {listing(_ENDINGS)}.{_hint(name)}"
        )
    return found


def _hint(name: str) -> str:
    if name.endswith((".xlsx", ".xls", ".ods")):
        return " Save the sheet as csv."
    if name.endswith(".eval"):
        return f" {LOGS}"
    if name.endswith((".arrow", ".feather", ".pkl", ".pickle", ".h5", ".db", ".duckdb")):
        return " Read it as a data frame; then use Data.from_dataframe."
    return ""
