"""Which kind of file it is, and the source that reads it."""

from __future__ import annotations

import os
from collections.abc import Callable

from inspect_viz._engine import Connection
from inspect_viz._util.suggest import listing
from inspect_viz._util.text import well_formed

from ._errors import LOGS, FileError, MissingFileError
from ._peek import Peek, peek
from ._source import Source
from ._statistics import READERS

_GZIPPED = ".gz"
ENDINGS = (
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
    *(".arrow", ".feather", ".ipc"),
    *(".xlsx", ".xls", ".xlsb", ".ods"),
    *READERS,
    *(".txt", ".fwf"),
)
_WORKBOOKS = (".xlsx", ".xls", ".xlsb", ".ods")


def file_source(con: Connection, file: object, sheet: str | int | None = None) -> Source:
    """The source that reads `file`, which is looked through once with `con` so that what is wrong shows now.

    Raises:
        TypeError: If `file` is no path.
        MissingFileError: If it is not there.
        FileError: If it cannot be read as what its name says.
        ImportError: If the package that reads it is missing.
    """
    path = _existing(path_of(file))
    ending = ending_of(path)
    if sheet is not None and ending not in _WORKBOOKS:
        raise FileError(f"sheet={sheet!r} needs a workbook ({listing(_WORKBOOKS)}), not {os.path.basename(path)!r}.")
    return _loaded(path, ending, sheet) or _opener(ending)(con, peek(path, gzipped=ending.endswith(_GZIPPED)))


def _loaded(path: str, ending: str, sheet: str | int | None) -> Source | None:
    """The source of a file that DuckDB does not read."""
    if ending in (".arrow", ".feather", ".ipc"):
        from ._arrow_file import arrow_source

        return arrow_source(path)
    if ending in _WORKBOOKS:
        from ._workbook import sheet_source

        return sheet_source(path, sheet)
    if ending in READERS:
        from ._statistics import statistics_source

        return statistics_source(path, ending)
    return None


def _opener(ending: str) -> Callable[[Connection, Peek], Source]:
    from ._csv import csv_source, text_source
    from ._fixed import fixed_source
    from ._json import json_source
    from ._parquet import parquet_source

    kind = ending.removesuffix(_GZIPPED)
    if kind == ".parquet":
        return parquet_source
    if kind in (".txt", ".fwf"):
        return text_source if kind == ".txt" else fixed_source
    return csv_source if kind in (".csv", ".tsv") else json_source


def path_of(file: object) -> str:
    """The path or the address that is meant."""
    if not isinstance(file, str | os.PathLike):
        hint = " For a data frame use Data.from_dataframe." if hasattr(file, "columns") else ""
        raise TypeError(f"file must be a path, not {type(file).__module__}.{type(file).__qualname__}.{hint}")
    path = os.fsdecode(os.fspath(file))
    if path.lower().startswith("file://"):
        raise FileError(f"file must be a path, without file://, not {path!r}.")
    if not path or "\x00" in path:
        raise FileError(f"file must be the path of a file, not {path!r}.")
    if well_formed(path) != path:
        raise FileError(f"The path {path!r} is not UTF-8 text, which the database needs; rename the file or folder.")
    return path


def _existing(path: str) -> str:
    found = path if os.path.lexists(path) else os.path.expanduser(path)
    if not os.path.exists(found):
        raise MissingFileError(f"There is no file {path!r} (looked for {os.path.abspath(found)!r}).")
    if not os.path.isfile(found):
        raise FileError(f"file must be an ordinary file, which {path!r} is not.")
    return os.path.abspath(found)


def ending_of(path: str) -> str:
    """How the name of a file ends, of the endings that there are."""
    name = os.path.basename(path).lower()
    found = max((e for e in ENDINGS if name.endswith(e)), key=len, default=None)
    if found is None:
        raise FileError(f"The file name {os.path.basename(path)!r} must end in one of {listing(ENDINGS)}.{_hint(name)}")
    return found


def _hint(name: str) -> str:
    if name.endswith(".eval"):
        return f" {LOGS}"
    if name.endswith((".db", ".duckdb")):
        return " A table of a DuckDB file is read with Data.from_duckdb(file, table)."
    if name.endswith((".pkl", ".pickle", ".h5")):
        return " Read it as a data frame; then use Data.from_dataframe."
    return ""
