"""What the tests of bad logs are written with: archives whose every field can lie. Needs nothing of inspect_ai."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from struct import pack
from typing import Any

import pytest
import zstandard

from inspect_viz.logs import LogError, samples

HEADER: dict[str, Any] = {
    "version": 2,
    "status": "success",
    "eval": {
        "eval_id": "eval-1",
        "run_id": "run-1",
        "created": "2026-01-02T03:04:05+00:00",
        "task": "arithmetic",
        "model": "mockllm/model",
        "dataset": {"name": "sums", "samples": 2, "sample_ids": [1, "two"]},
        "config": {"epochs": 1},
    },
}
SUMMARIES: list[dict[str, Any]] = [
    {"id": id, "epoch": 1, "uuid": uuid, "input": "1+1", "target": "2", "metadata": {"a": 1}, "scores": scores}
    for id, uuid, scores in ((1, "u1", {"m": {"value": "C"}}), ("two", "u2", {"m": {"value": "I"}}))
]
ADVICE = "read the others with strict=False, or leave this one out"


@dataclass(frozen=True)
class Entry:
    """A member of an archive; what is None is what it should be."""

    name: str
    data: bytes
    method: int = 0
    flags: int = 0
    crc: int | None = None
    size: int | None = None
    packed: int | None = None
    offset: int | None = None
    extra: bytes = b""


def dumped(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def log_entries(header: Any = HEADER, summaries: Any = SUMMARIES, method: int = 8) -> list[Entry]:
    """The members that are read of a log that is complete."""
    parts = {"header.json": header, "summaries.json": summaries}
    return [Entry(name, dumped(value), method) for name, value in parts.items() if value is not None]


def running_entries(*journal: Any, start: Any = HEADER) -> list[Entry]:
    """The members of a log that is being written."""
    parts = [Entry(f"_journal/summaries/{n}.json", dumped(rows), 8) for n, rows in enumerate(journal, 1)]
    return [Entry("_journal/start.json", dumped(start), 8), *parts]


def compressed(data: bytes, method: int) -> bytes:
    if method == 8:
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        return squeeze.compress(data) + squeeze.flush()
    return zstandard.ZstdCompressor().compress(data) if method == 93 else data


def zipped(members: Iterable[Entry], comment: bytes = b"") -> bytes:
    """An archive of members, each as it says of itself."""
    body, directory, entries = b"", b"", list(members)
    for entry in entries:
        name, small = entry.name.encode("utf-8", "surrogateescape"), compressed(entry.data, entry.method)
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        packed = len(small) if entry.packed is None else entry.packed
        offset = len(body) if entry.offset is None else entry.offset
        same = pack("<HHHHHIIIHH", 20, entry.flags, entry.method, 0, 33, crc, packed, size, len(name), len(entry.extra))
        body += b"PK\x03\x04" + same + name + entry.extra + small
        directory += b"PK\x01\x02" + pack("<H", 20) + same + pack("<HHHII", 0, 0, 0, 0, offset) + name + entry.extra
    end = pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), len(comment))
    return body + directory + b"PK\x05\x06" + end + comment


def write(path: Path, data: bytes) -> Path:
    """Writes a log that was finished long ago: of a log of the last second, nobody knows whether it is complete."""
    path.write_bytes(data)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def good_log(folder: Path, name: str = "good.eval") -> Path:
    """A log with two samples, u1 and u2, of another run than `HEADER` says."""
    return write(folder / name, zipped(log_entries({**HEADER, "eval": {**HEADER["eval"], "eval_id": f"eval {name}"}})))


def read(logs: Any, **options: Any) -> Any:
    return samples(logs, **{"cache": False, "progress": False, **options})


def refused(path: Path | str, reason: str, advice: str = ADVICE) -> LogError:
    """Checks that a log is refused in these words, and that another one is read all the same."""
    path = str(path)
    with pytest.raises(LogError) as caught:
        read(path)
    error = caught.value
    assert (error.path, error.reason, error.advice) == (path, reason, advice)
    assert str(error) == f"cannot read the log {path!r}: {reason}; {advice}"
    assert len(str(error).splitlines()) == 1
    return error
