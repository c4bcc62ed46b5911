"""Arrow files (Feather): columns are read when they are first used."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

from ._columns import readable
from ._errors import FileError
from ._loaded import LoadedSource, loaded

_FILE = b"ARROW1"
_OLD = b"FEA1"


def arrow_source(path: str) -> LoadedSource:
    """The source for an Arrow file, or a stream of Arrow batches.

    Raises:
        FileError: If it is cut off, damaged, or neither.
    """
    import pyarrow as pa  # type: ignore[import-untyped]

    try:
        return _opened(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        if isinstance(error, FileError):
            raise
        name = os.path.basename(path)
        raise FileError(f"The file {name!r} cannot be read as an Arrow file: {str(error).splitlines()[0]}") from error


def _opened(path: str) -> LoadedSource:
    import pyarrow as pa

    with open(path, "rb") as stream:
        head = stream.read(len(_FILE))
    if not head:
        raise FileError(f"The file {os.path.basename(path)!r} is empty.")
    if head == _FILE:
        return _by_column(path)
    if head.startswith(_OLD):
        raise FileError(f"The file {os.path.basename(path)!r} is of Feather's first version; write it anew as Feather.")
    with pa.OSFile(path) as file:
        table = pa.ipc.open_stream(file).read_all()
    return loaded(path, table.column_names, table.columns, arrow_source)


def _by_column(path: str) -> LoadedSource:
    import pyarrow as pa
    from pyarrow import dataset

    with pa.OSFile(path) as file:
        names = tuple(pa.ipc.open_file(file).schema.names)
    if not names:
        return loaded(path, (), (), arrow_source)
    rows = dataset.dataset(path, format="ipc").count_rows()
    state = _state(path)
    return LoadedSource(
        repr(os.path.basename(path)), names, rows, partial(_column, path, state), again=(arrow_source, (path,))
    )


def _column(path: str, state: tuple[int, int], position: int) -> Any:
    """A column of the file as it was when it was opened; it is not mapped, as a map dies with a file cut short."""
    import pyarrow as pa

    if _state(path) != state:
        raise FileError(f"The file {os.path.basename(path)!r} has changed since it was opened; make the table anew.")
    with pa.OSFile(path) as file:
        options = pa.ipc.IpcReadOptions(included_fields=[position])
        return readable(pa.ipc.open_file(file, options=options).read_all().column(0))


def _state(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return (0, 0)
    return status.st_size, status.st_mtime_ns
