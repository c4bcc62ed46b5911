"""Logs that are written again while they are read: what comes out is the old state or the new one."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from test_logs_bad_tools import HEADER, SUMMARIES, Entry, log_entries, read, running_entries, zipped

from inspect_viz.logs import LogError, samples
from inspect_viz.logs._store.open import _Local

ROUNDS = 200
Writer = Callable[[Path, bytes], None]


def version(letter: str, count: int, kind: str) -> bytes:
    """A log whose samples and header all say which version they are."""
    header = {**HEADER, "eval": {**HEADER["eval"], "model": letter}}
    rows = [{**SUMMARIES[0], "id": n, "uuid": f"{letter}{n}", "input": letter * 900} for n in range(count)]
    if kind == ".json":
        return json.dumps({**header, "samples": rows}).encode()
    whole = [Entry(f"samples/{row['id']}.json", json.dumps({**row, "messages": []}).encode(), 8) for row in rows]
    if kind == "running":
        return zipped([*whole, *running_entries(rows[: count // 2], rows[count // 2 :], start=header)])
    return zipped([Entry("padding", os.urandom(200 * count)), *whole, *log_entries(header, rows)])


def replace(path: Path, data: bytes) -> None:
    new = path.with_name("new")
    new.write_bytes(data)
    os.replace(new, path)


def in_place(path: Path, data: bytes) -> None:
    with open(path, "wb", buffering=0) as stream:
        for at in range(0, len(data), 4_000):
            stream.write(data[at : at + 4_000])
            time.sleep(0)
    time.sleep(0.004)


@contextmanager
def written_again(path: Path, writer: Writer, versions: list[bytes]) -> Iterator[None]:
    """Writes versions of a log in turn as long as the block runs."""
    writer(path, versions[0])
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            for data in versions:
                writer(path, data)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(10)


@pytest.mark.parametrize("writer", [replace, in_place], ids=lambda writer: writer.__name__)
@pytest.mark.parametrize(("kind", "full"), [(".eval", False), (".eval", True), (".json", False), ("running", False)])
def test_the_old_state_or_the_new(
    writer: Writer, kind: str, full: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspect_viz.logs._reading.cache.cache_folder", lambda: tmp_path / "cache")
    path = tmp_path / ("x.json" if kind == ".json" else "x.eval")
    versions = {letter: [f"{letter}{n}" for n in range(count)] for letter, count in (("a", 40), ("b", 70))}
    data = [version(letter, len(ids), kind) for letter, ids in versions.items()]
    with written_again(path, writer, data):
        for turn in range(ROUNDS):
            table = samples(path, full=full, cache=turn % 2 == 0, progress=False)
            (model,) = set(table["model"].to_pylist())
            assert table["sample_id"].to_pylist() == versions[model]


@pytest.mark.parametrize("suffix", [".eval", ".json"])
def test_a_writer_that_takes_a_moment(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The log is cut off when it is read first, and complete when it is looked at again."""
    path, data = tmp_path / f"x{suffix}", version("a", 3, suffix)
    for cut in (0, 1, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:cut])
        writer = threading.Timer(0.05, path.write_bytes, [data])
        writer.start()
        assert read(path)["sample_id"].to_pylist() == ["a0", "a1", "a2"]
        writer.join()


def test_a_log_that_was_cut_off_long_ago_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.eval"
    path.write_bytes(version("a", 3, ".eval")[:-1])
    os.utime(path, (1_700_000_000, 1_700_000_000))

    def sleep(seconds: float) -> None:
        raise AssertionError("nobody is writing")

    monkeypatch.setattr("time.sleep", sleep)
    with pytest.raises(LogError):
        read(path)


def test_a_log_that_changes_each_time_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.eval"
    path.write_bytes(b"x")
    sizes = iter(range(10**6))
    monkeypatch.setattr("inspect_viz.logs._reading.log.PATIENCE", 0.05)
    real = _Local.read

    def grow(self: _Local, offset: int, length: int) -> bytes:
        os.truncate(path, next(sizes))
        return real(self, offset, length)

    monkeypatch.setattr(_Local, "read", grow)
    with pytest.raises(LogError, match=r"x\.eval"):
        read(path)
