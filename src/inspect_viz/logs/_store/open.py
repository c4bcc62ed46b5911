"""Bytes of logs: local files, and any store that fsspec knows, by ranged reads."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO, cast

from inspect_viz.logs._errors import Damaged, LogError

_STAMPS = (
    *("ETag", "etag", "md5Hash", "LastModified", "Last-Modified", "last_modified", "modified", "mtime", "updated"),
    "created",
)
"""What stores call that which changes with a file, the most exact first."""

_TIMES = ("LastModified", "Last-Modified", "last_modified", "modified", "mtime", "updated", "created")
"""What they call the time when a file was written."""

TAIL = 1 << 18
"""A store is asked once for the last bytes of a log: the directory, the header and the summaries are mostly there."""

SETTLED = 1.0
"""Seconds after which a file that was written is taken for complete."""


class Torn(Damaged):
    """Bytes that are damaged, or of a log that was being written when they were read."""


@dataclass(frozen=True)
class LogFile:
    """A log and its state when it was looked at.

    Args:
        path: Absolute path, or address.
        size: Size in bytes.
        stamp: Modification time in nanoseconds, or what a store gives: its etag or a time.
        modified: When it was written, in seconds since 1970, if that is known.
    """

    path: str
    size: int
    stamp: str
    modified: float | None = field(default=None, compare=False)

    @property
    def remote(self) -> bool:
        return is_address(self.path)


class Source:
    """An opened log.

    Args:
        file: The log as it is now that it is open.
    """

    def __init__(self, file: LogFile) -> None:
        self.file = file

    def read(self, offset: int, length: int) -> bytes:
        """Bytes from `offset` on; fewer than `length` at the end."""
        raise NotImplementedError

    def all(self) -> bytes:
        """All bytes."""
        return self.read(0, self.file.size)


class _Local(Source):
    def __init__(self, path: str, stream: BinaryIO) -> None:
        super().__init__(local_file(path, os.fstat(stream.fileno())))
        self._stream = stream

    def read(self, offset: int, length: int) -> bytes:
        left = min(length, self.file.size - offset)
        if left <= 0:
            return b""
        self._stream.seek(offset)
        data = self._stream.read(left)
        while len(data) < left and (more := self._stream.read(left - len(data))):
            data += more
        return data


class _Remote(Source):
    def __init__(self, store: Any, path: str, file: LogFile) -> None:
        super().__init__(file)
        self._store = store
        self._path = path
        self._tail: tuple[int, bytes] | None = None

    def read(self, offset: int, length: int) -> bytes:
        end = min(offset + length, self.file.size)
        start, tail = self._tail or (self.file.size, b"")
        if offset >= start:
            return tail[offset - start : end - start]
        if end == self.file.size and self._tail is None:
            start = min(offset, max(0, end - TAIL))
            self._tail = start, self._fetch(start, end)
            return self._tail[1][offset - start :]
        return self._fetch(offset, end)

    def _fetch(self, start: int, end: int) -> bytes:
        with _answering(self.file.path):
            return bytes(self._store.cat_file(self._path, start=start, end=end)) if end > start else b""


def is_address(path: str) -> bool:
    """Whether a path names a place in a store, such as s3://bucket/logs."""
    return "://" in path and not path.startswith("file://")


def local_file(path: str, status: os.stat_result) -> LogFile:
    """A log of this machine."""
    return LogFile(path, status.st_size, str(status.st_mtime_ns), status.st_mtime_ns / 1e9)


@contextmanager
def opened(path: str) -> Iterator[Source]:
    """A log to read from. All that goes wrong with files and stores inside becomes a `LogError`."""
    try:
        if is_address(path):
            yield _open_remote(path)
        else:
            with open(path, "rb", buffering=0, opener=_opener) as stream:
                yield _local(path, cast(BinaryIO, stream))
    except LogError:
        raise
    except OSError as error:
        raise LogError(path, _said(error).lower(), advice(error)) from error


@contextmanager
def _answering(path: str) -> Iterator[None]:
    """All that goes wrong while a store is asked, by errors of every kind, becomes a `LogError`."""
    try:
        yield
    except (FileNotFoundError, PermissionError):
        raise
    except Exception as error:
        raise LogError(
            path, f"its store does not answer ({_said(error)})", "try again, or check the network"
        ) from error


def _opener(path: str, flags: int) -> int:
    """Opens without waiting: a pipe would wait for somebody to write."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _local(path: str, stream: BinaryIO) -> Source:
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        raise LogError(path, "it is no file but a pipe, a socket or a device", "check the path")
    return _Local(path, stream)


def one_line(text: str) -> str:
    """A text for an error: on one line, and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= 300 else f"{line[:300]}..."


def _said(error: BaseException) -> str:
    return one_line(getattr(error, "strerror", None) or str(error)) or type(error).__name__


def advice(error: OSError) -> str:
    """What to do about an error of a file."""
    if isinstance(error, PermissionError):
        return "allow reading it, or read the others with strict=False"
    return "check the path" if isinstance(error, FileNotFoundError) else ""


def _open_remote(path: str) -> Source:
    with _answering(path):
        store, inner = store_of(path)
        store.invalidate_cache()
        return _Remote(store, inner, remote_file(path, store.info(inner)))


def is_settled(file: LogFile) -> bool:
    """Whether nobody wrote a file a moment ago; what lies in a store is complete."""
    return file.remote or not 0 <= time.time() - int(file.stamp) / 1e9 < SETTLED


def store_of(path: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path inside.

    Raises:
        ImportError: If fsspec, or what it needs for this kind of store, is missing.
        ValueError: If there is no such kind of store.
    """
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]
    except ImportError as error:
        raise ImportError("reading logs from a store needs fsspec: pip install 'inspect-viz[stores]'") from error
    store, inner = url_to_fs(path)
    return store, inner


def remote_file(path: str, info: dict[str, Any]) -> LogFile:
    """A log in a store, by what the store says of it."""
    stamp = next((_stamp(info[name]) for name in _STAMPS if info.get(name)), "")
    return LogFile(path, int(info.get("size") or 0), stamp, _modified(info))


def _modified(info: dict[str, Any]) -> float | None:
    """When a log was written, by what a store says of it."""
    values = (info[name] for name in _TIMES if info.get(name))
    return next((time for value in values if (time := _seconds(value)) is not None), None)


def _seconds(value: Any) -> float | None:
    if isinstance(value, datetime):
        return value.timestamp()
    try:
        return float(value) if isinstance(value, int | float) else parsed_time(str(value)).timestamp()
    except ValueError:
        return None


def parsed_time(text: str) -> datetime:
    """A time as ISO 8601, also with the Z that Python 3.10 does not know.

    Raises:
        ValueError: If it is none.
    """
    return datetime.fromisoformat(text[:-1] + "+00:00" if text[-1:] in ("Z", "z") else text)


def _stamp(value: Any) -> str:
    """An etag or time as text; lists of logs and single logs may write one in different ways."""
    if isinstance(value, datetime):
        return str(value.timestamp())
    return str(value).removeprefix("W/").strip('"')


def listed_file(store: Any, path: str, name: str, info: dict[str, Any]) -> LogFile:
    """A log in a list of a store, which is asked again for a log of which the list tells too little."""
    file = remote_file(path, info)
    return file if file.stamp and info.get("size") is not None else remote_file(path, store.info(name))
