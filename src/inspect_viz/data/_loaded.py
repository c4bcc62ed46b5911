"""Files that other readers than DuckDB read into Arrow columns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ._columns import readable
from ._errors import FileError
from ._frame_sources import FrameSource
from ._projection import EXACT


@dataclass(frozen=True)
class LoadedSource(FrameSource):
    """Columns of a file; a pickled one takes its path along and reads the file again.

    Args:
        again: What reads it, and with what.
    """

    again: tuple[Callable[..., LoadedSource], tuple[Any, ...]] = field(kw_only=True)

    def __reduce__(self) -> tuple[Any, ...]:
        return self.again


def loaded(
    path: str,
    names: Iterable[str],
    columns: Iterable[Any],
    read: Callable[..., LoadedSource],
    *arguments: Any,
) -> LoadedSource:
    """The source of columns that were read, as PyArrow has them.

    Args:
        path: Path of the file.
        names: Names of the columns; empty ones are made up.
        columns: The columns.
        read: What reads the file anew where a pickled table is opened.
        arguments: What it is given besides the path.

    Raises:
        FileError: If there are none.
    """
    kept = [whole(readable(column)) for column in columns]
    found = tuple(name or f"column_{i + 1}" for i, name in enumerate(names))
    if not found:
        raise FileError(f"The file {os.path.basename(path)!r} has no columns.")
    label = repr(os.path.basename(path))
    return LoadedSource(label, found, len(kept[0]), kept.__getitem__, again=(read, (path, *arguments)))


def whole(column: Any) -> Any:
    """Doubles that are all whole numbers as these: such files know no others."""
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    if not pa.types.is_floating(column.type) or column.null_count == len(column):
        return column
    least, most = pc.min_max(column).as_py().values()
    if not (-EXACT <= least <= most <= EXACT) or not pc.all(pc.equal(pc.floor(column), column)).as_py():
        return column
    return column.cast(pa.int64())
