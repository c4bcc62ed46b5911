"""Files that a spec names, read as Mosaic reads them: by DuckDB's own guesses, with the options of the spec."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_viz._engine import connected, quote_identifier, quote_literal
from inspect_viz._spec.errors import wrong_type
from inspect_viz._util.suggest import did_you_mean

if TYPE_CHECKING:
    from inspect_viz.data import Data

READERS = {"csv": ("read_csv", {"sample_size": -1}), "json": ("read_json", {})}
BOTH = ("auto_detect", "columns", "dateformat", "ignore_errors", "sample_size", "timestampformat")
TEXTS = ("comment", "delim", "escape", "header", "nullstr", "quote", "sep", "skip", "strict_mode")
COLUMNS = ("all_varchar", "decimal_separator", "max_line_size", "names", "normalize_names", "null_padding", "types")
OPTIONS = {"csv": (*BOTH, *TEXTS, *COLUMNS), "json": (*BOTH, "format", "maximum_depth", "records")}
"""Options of the two readers that read nothing but the file itself."""

KINDS = {".csv": "csv", ".tsv": "csv", ".json": "json", ".ndjson": "json", ".jsonl": "json", ".parquet": "parquet"}


def read_file(where: str, name: str, entry: Mapping[str, object], path: Path) -> Data:
    """The table in a file; raises ValueError where it cannot be read, or an option is not known."""
    from inspect_viz.data import Data

    kind = str(entry.get("type") or KINDS.get(path.suffix.lower(), "parquet"))
    if kind not in READERS:
        return Data.from_file(path)
    if not path.is_file():
        raise FileNotFoundError(f"{where}: data.{name}: There is no file {str(path)!r}.")
    return Data.from_dataframe(_table(where, name, kind, entry, path))


def _table(where: str, name: str, kind: str, entry: Mapping[str, object], path: Path) -> object:
    import duckdb

    function, defaults = READERS[kind]
    given = {k: v for k, v in entry.items() if k not in ("type", "file", "select", "where", "view", "temp", "replace")}
    for option in given:
        if option not in OPTIONS[kind]:
            raise ValueError(f"{where}: data.{name}: unknown option {option!r}.{did_you_mean(option, OPTIONS[kind])}")
    options = {**defaults, **given}
    listed = "".join(f", {k}={literal(where, f'data.{name}.{k}', v)}" for k, v in options.items())
    pattern = "".join(f"[{c}]" if c in "*?[" else c for c in os.fspath(path))
    with connected() as con:
        try:
            return con.sql(f"SELECT * FROM {function}({quote_literal(pattern)}{listed})").to_arrow_table()
        except duckdb.Error as error:
            raise ValueError(f"{where}: data.{name}: {path.name!r} cannot be read: {error}") from None


def literal(where: str, place: str, value: object) -> str:
    """A value of JSON as a literal of DuckDB."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return quote_literal(value)
    if isinstance(value, list):
        return f"[{', '.join(literal(where, place, item) for item in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{quote_identifier(str(k))}: {literal(where, place, v)}' for k, v in value.items())}}}"
    raise wrong_type(where, place, value, "a value of an option")
