"""Folders and patterns of files that are one table, with the keys that their folders name (`year=2026/a.parquet`)."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from inspect_viz._engine import Connection
from inspect_viz._util.suggest import listing

from ._errors import LOGS, FileError, MissingFileError
from ._files import ENDINGS, ending_of, file_source
from ._filtered import table_of
from ._frame_sources import FrameSource
from ._reader import TableReader
from ._source import Source

_PATTERN = re.compile(r"[*?\[]")
_NULL = "__HIVE_DEFAULT_PARTITION__"
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")


def is_pattern(path: str) -> bool:
    """Whether a path that is no file stands for several."""
    return bool(_PATTERN.search(path)) and not os.path.lexists(path)


def files_source(con: Connection, place: str, sheet: str | int | None) -> Source:
    """The source for all files of a folder, or that a pattern finds; columns are put together by their names.

    Raises:
        MissingFileError: If there is none.
        FileError: If they are of several kinds, or cannot be one table.
    """
    base = os.path.abspath(_PATTERN.split(place)[0].rpartition(os.sep)[0] or "." if is_pattern(place) else place)
    files = list(_found(place))
    if not files:
        raise _nothing(place)
    _check_kinds(place, files)
    keys = [_keys(base, file) for file in files]
    if len({tuple(each) for each in keys}) > 1:
        named = listing(sorted({"/".join(each) or "none" for each in keys}))
        raise FileError(f"The folders of {place!r} name different keys: {named}.")
    if ending_of(files[0]) == ".parquet" and sheet is None:
        from ._parquet import parquet_files

        return parquet_files(con, base, files, _types(keys))
    return _together(con, base, files, keys, sheet)


def _found(place: str) -> Iterator[str]:
    """The files that are meant, in the order of their paths, without hidden ones and those of tools, as _SUCCESS."""
    if os.path.isdir(place):
        inside = sorted(os.path.join(folder, name) for folder, _, names in os.walk(place) for name in names)
        for path in inside:
            below = os.path.relpath(path, place).split(os.sep)
            if not any(part.startswith((".", "_")) for part in below) and path.lower().endswith(ENDINGS):
                yield os.path.abspath(path)
    else:
        yield from (os.path.abspath(path) for path in sorted(glob.glob(place, recursive=True)) if os.path.isfile(path))


def _nothing(place: str) -> FileError:
    if os.path.isdir(place):
        return FileError(f"{place!r} is a directory without a table ({listing(ENDINGS)}). {LOGS}")
    return MissingFileError(f"There is no file {place!r} (looked for {os.path.abspath(place)!r}).")


def _check_kinds(place: str, files: Sequence[str]) -> None:
    kinds = Counter(map(ending_of, files))
    if len(kinds) > 1:
        counts = ", ".join(f"{count} {ending}" for ending, count in kinds.most_common())
        raise FileError(
            f"{place!r} holds several kinds of files: {counts}. Name one by a pattern such as '**/*{max(kinds)}'."
        )


def _keys(base: str, file: str) -> dict[str, str | None]:
    """The keys that the folders of a file below the base name."""
    pairs = [part.partition("=") for part in os.path.relpath(file, base).split(os.sep)[:-1]]
    return {unquote(key): None if value == _NULL else unquote(value) for key, sign, value in pairs if key and sign}


def _types(keys: Sequence[Mapping[str, str | None]]) -> dict[str, str]:
    """Each key with its type: whole numbers where all of its values are, as 007 is not."""
    values = {key: [each[key] for each in keys] for key in keys[0]}
    whole = {key: all(value is None or _WHOLE.fullmatch(value) for value in found) for key, found in values.items()}
    return {key: "BIGINT" if is_whole else "VARCHAR" for key, is_whole in whole.items()}


def _together(
    con: Connection, base: str, files: Sequence[str], keys: Sequence[Mapping[str, str | None]], sheet: str | int | None
) -> FrameSource:
    import pyarrow as pa  # type: ignore[import-untyped]

    types = _types(keys)
    read = [table_of(TableReader(file_source(con, file, sheet)), "SELECT * FROM data") for file in files]
    tables = [_with_keys(table, each, types) for table, each in zip(read, keys, strict=True)]
    try:
        table = pa.concat_tables(_alike(tables), promote_options="permissive")
    except pa.ArrowException as error:
        raise FileError(f"The files of {base!r} are no single table: {str(error).splitlines()[0]}") from error
    return FrameSource(repr(os.path.basename(base)), tuple(table.column_names), table.num_rows, table.column)


def _with_keys(table: Any, keys: Mapping[str, str | None], types: Mapping[str, str]) -> Any:
    """A table with a column for each key of its folders, in the place of one of this name in the file."""
    import pyarrow as pa

    for key, value in keys.items():
        whole = types[key] == "BIGINT"
        cells = [int(value) if whole and value is not None else value] * table.num_rows
        table = table.drop_columns([key]) if key in table.column_names else table
        table = table.append_column(key, pa.array(cells, pa.int64() if whole else pa.string()))
    return table


def _alike(tables: Sequence[Any]) -> Iterator[Any]:
    """The tables with text in each column that is text in one of them."""
    import pyarrow as pa

    texts = {field.name for table in tables for field in table.schema if pa.types.is_string(field.type)}
    for table in tables:
        kinds = [pa.string() if field.name in texts else field.type for field in table.schema]
        yield table.cast(pa.schema(list(zip(table.column_names, kinds, strict=True))))
