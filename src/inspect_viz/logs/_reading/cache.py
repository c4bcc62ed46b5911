"""Parts of logs kept in the user's cache folder, so that a log that has not changed is not read again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from struct import Struct
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz._util.atomic import PRIVATE_FILE, write_bytes
from inspect_viz._version import __version__
from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._format.fields import Wanted
from inspect_viz.logs._store.open import LogFile
from inspect_viz.logs._table.part import Part

from .bundle import Bundled, bundled, unbundled

LARGEST = 4 << 30
"""Bytes that all parts together may take; beyond, the oldest are dropped."""

_MAGIC = b"inspect-viz part"
_FRONT = Struct(f"<{len(_MAGIC)}sIQ")
_CODEC = "lz4_raw"
_ENDINGS = (".part", ".parts", ".tmp")
_TOGETHER = 64
"""Logs in a bundle, on average."""

LARGEST_BUNDLED = 2 << 20
"""Bytes of the samples of a log in a bundle, all of which is in memory at once; with large logs files cost little."""

_FAILURES = (OSError, Damaged, pa.ArrowException, MemoryError, ValueError)


class Cache:
    """Parts by log and by what was wanted of it. All that goes wrong with files here only means reading logs again.

    Each log has a file. Many that are read together are in one more file, a bundle, which is read in their place: one
    file takes less time than many, and holds once what their columns have in common.

    Args:
        folder: Where to keep the parts; made when it is needed.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder()
        self._written = False

    def get(self, file: LogFile, wanted: Wanted) -> Part | None:
        """The part of a log, of its present or an earlier state, or None."""
        try:
            part = Part(_unpacked(read_own(self._path(file.path, wanted))))
            return part if part.facts.path == file.path and part.batch is not None else None
        except _FAILURES:
            return None

    def get_all(self, files: Sequence[LogFile], wanted: Wanted) -> dict[str, Part]:
        """What is there of many logs, by path."""
        found: dict[str, Part | None] = {}
        for group in grouped(files):
            together = self._bundle_of(group, wanted)
            for file in group:
                known = together.get(file.path)
                is_now = known is not None and known.facts.file == file
                found[file.path] = known if is_now else self.get(file, wanted)
        return {path: part for path, part in found.items() if part is not None}

    def put(self, part: Part, wanted: Wanted) -> None:
        """Keep a part."""
        self._keep(self._path(part.facts.path, wanted), part.data)

    def put_all(self, files: Sequence[LogFile], parts: Mapping[str, object], wanted: Wanted) -> None:
        """Keep bundles where they are not as they should be; logs that are being written stay out of them.

        Args:
            files: The logs that were read together.
            parts: What is known of each, by path: a part, which may have come from a bundle, or why there is none.
            wanted: What was wanted of them.
        """
        for group in grouped(files):
            known = [(parts.get(file.path), file) for file in group]
            whole = [part for part, file in known if isinstance(part, Part) and _lasts(part, file)]
            if len(whole) > 1 and not all(isinstance(part, Bundled) for part in whole):
                self._keep(self._group_path(group, wanted), bundled(whole))

    def tidy(self) -> None:
        """Drop the oldest parts where all take too much space; does nothing unless something was kept."""
        if not self._written:
            return
        self._written = False
        with contextlib.suppress(OSError):
            drop_oldest(self._folder, LARGEST)

    def _bundle_of(self, group: Sequence[LogFile], wanted: Wanted) -> Mapping[str, Part]:
        if len(group) < 2:
            return {}
        try:
            parts = unbundled(_unpacked(read_own(self._group_path(group, wanted))))
            return {part.facts.path: part for part in parts}
        except _FAILURES:
            return {}

    def _keep(self, path: Path, data: pa.Buffer | bytes) -> None:
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_bytes(path, _packed(data), PRIVATE_FILE)
            self._written = True

    def _path(self, path: str, wanted: Wanted) -> Path:
        return self._named((__version__, path, wanted.columns, wanted.full), ".part")

    def _group_path(self, group: Sequence[LogFile], wanted: Wanted) -> Path:
        return self._named((__version__, group[0].path, wanted.columns, wanted.full), ".parts")

    def _named(self, key: tuple[Any, ...], ending: str) -> Path:
        return self._folder / (hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()[:40] + ending)


def grouped(files: Sequence[LogFile]) -> list[list[LogFile]]:
    """The logs that are in one bundle, which is found by the first of them: neighbours, cut by what their own paths
    say, so that a new log changes only the group in which it is.
    """
    groups: list[list[LogFile]] = [[]]
    for file in files:
        groups[-1].append(file)
        if zlib.crc32(file.path.encode("utf-8", "surrogatepass")) % _TOGETHER == 0 or len(groups[-1]) == 4 * _TOGETHER:
            groups.append([])
    return [group for group in groups if group]


def _lasts(part: Part, file: LogFile) -> bool:
    """Whether a part is worth a place in a bundle: small, and of a log that does not grow."""
    is_now = part.facts.file == file and bool(file.stamp) and not part.facts.running
    return is_now and part.batch.nbytes <= LARGEST_BUNDLED


def read_own(path: Path) -> bytes:
    """The bytes of a file that belongs to whoever runs this, and that nobody else can write: others may lie.

    Raises:
        OSError: If there is none.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not is_own(status) or (os.name == "posix" and status.st_mode & 0o022):
            raise PermissionError(f"{str(path)!r} is the file of somebody else")
        return stream.read()


def is_own(status: os.stat_result) -> bool:
    """Whether a file belongs to whoever runs this, where systems tell."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def cache_folder() -> Path:
    """The folder of parts, below the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("inspect-viz", appauthor=False) / "logs"


def drop_oldest(folder: Path, limit: int) -> None:
    """Remove the reader's own parts that were written first, until the rest takes no more than `limit` bytes."""
    with os.scandir(folder) as entries:
        own = (entry for entry in entries if entry.name.endswith(_ENDINGS) and entry.is_file(follow_symlinks=False))
        known = [(entry.stat(), entry.path) for entry in own]
    files = sorted((each for each in known if is_own(each[0])), key=lambda each: each[0].st_mtime_ns)
    excess = sum(status.st_size for status, _ in files) - limit
    for status, path in files:
        if excess <= 0:
            return
        with contextlib.suppress(OSError):
            os.unlink(path)
        excess -= status.st_size


def _packed(data: pa.Buffer | bytes) -> bytes:
    small: bytes = pa.compress(data, codec=_CODEC, asbytes=True)
    return _FRONT.pack(_MAGIC, _sum(small, len(data)), len(data)) + small


def _unpacked(data: bytes) -> pa.Buffer:
    if len(data) < _FRONT.size:
        raise Damaged("a part is cut off")
    magic, crc, size = _FRONT.unpack_from(data)
    small = memoryview(data)[_FRONT.size :]
    if magic != _MAGIC or _sum(small, size) != crc:
        raise Damaged("a part is damaged")
    return pa.decompress(pa.py_buffer(small), decompressed_size=size, codec=_CODEC)


def _sum(data: bytes | memoryview, size: int) -> int:
    return zlib.crc32(data, zlib.crc32(str(size).encode()))
