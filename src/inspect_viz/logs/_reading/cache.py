"""Parts of logs kept in the user's cache folder, so that a log that has not changed is not read again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import zlib
from pathlib import Path
from struct import Struct
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz._version import __version__
from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._store.open import LogFile
from inspect_viz.logs._table.part import Part

LARGEST = 4 << 30
"""Bytes that all parts together may take; beyond, the oldest are dropped."""

_MAGIC = b"inspect-viz part"
_FRONT = Struct(f"<{len(_MAGIC)}sIQ")
_CODEC = "lz4_raw"
_ENDINGS = (".part", ".tmp")


class Cache:
    """Parts by log and by what was wanted of it. All that goes wrong with files here only means reading logs again.

    Args:
        folder: Where to keep the parts; made when it is needed.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder()
        self._written = False

    def get(self, file: LogFile, wanted: Wanted) -> Part | None:
        """The part of a log, of its present or an earlier state, or None."""
        try:
            data = self._path(file.path, wanted).read_bytes()
            part = Part(_unpacked(data))
            return part if part.facts.path == file.path and part.batch is not None else None
        except (OSError, Damaged, pa.ArrowException, MemoryError, ValueError):
            return None

    def put(self, part: Part, wanted: Wanted) -> None:
        """Keep a part."""
        path = self._path(part.facts.path, wanted)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(path, _packed(part.data))
            self._written = True

    def tidy(self) -> None:
        """Drop the oldest parts where all take too much space; does nothing unless something was kept."""
        if not self._written:
            return
        self._written = False
        with contextlib.suppress(OSError):
            drop_oldest(self._folder, LARGEST)

    def _path(self, path: str, wanted: Wanted) -> Path:
        key = repr((__version__, path, wanted.columns, wanted.full))
        return self._folder / f"{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}.part"


def cache_folder() -> Path:
    """The folder of parts, below the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("inspect-viz", appauthor=False) / "logs"


def drop_oldest(folder: Path, limit: int) -> None:
    """Remove the parts that were written first, until the rest takes no more than `limit` bytes."""
    with os.scandir(folder) as entries:
        own = (entry for entry in entries if entry.name.endswith(_ENDINGS) and entry.is_file(follow_symlinks=False))
        files = sorted(((entry.stat(), entry.path) for entry in own), key=lambda each: each[0].st_mtime_ns)
    excess = sum(status.st_size for status, _ in files) - limit
    for status, path in files:
        if excess <= 0:
            return
        with contextlib.suppress(OSError):
            os.unlink(path)
        excess -= status.st_size


def _packed(data: Any) -> bytes:
    small: bytes = pa.compress(data, codec=_CODEC, asbytes=True)
    return _FRONT.pack(_MAGIC, _sum(small, len(data)), len(data)) + small


def _unpacked(data: bytes) -> Any:
    if len(data) < _FRONT.size:
        raise Damaged("a part is cut off")
    magic, crc, size = _FRONT.unpack_from(data)
    small = memoryview(data)[_FRONT.size :]
    if magic != _MAGIC or _sum(small, size) != crc:
        raise Damaged("a part is damaged")
    return pa.decompress(pa.py_buffer(small), decompressed_size=size, codec=_CODEC)


def _sum(data: Any, size: int) -> int:
    return zlib.crc32(data, zlib.crc32(str(size).encode()))


def _write(path: Path, data: bytes) -> None:
    """Write a file at once: who reads it finds the old one or the new one."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
