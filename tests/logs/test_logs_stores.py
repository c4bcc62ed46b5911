"""Logs in stores: only what is needed is fetched, and what a store says of a log tells whether it changed."""

from __future__ import annotations

import json
import random
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fsspec", reason="reads logs from stores: pip install 'inspect-viz[stores]'")
pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

import fsspec
from fsspec.implementations.memory import MemoryFileSystem
from growing_tools import Running, rows
from store_tools import Counting
from zoo_edits import rewrite
from zoo_tools import save

from inspect_viz.data import Data
from inspect_viz.logs import LogError, problems, samples


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Counting]]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fsspec.register_implementation("counting", Counting, clobber=True)
    Counting.fetched, Counting.asked, Counting.etags, Counting.failing = 0, 0, None, None
    yield Counting
    Counting.store.clear()
    Counting.pseudo_dirs[:] = [""]
    MemoryFileSystem.store.clear()


def put(path: Path, address: str) -> str:
    scheme, inner = address.split("://")
    fsspec.filesystem(scheme).pipe_file("/" + inner, path.read_bytes())
    return address


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """counting://bucket/logs with b.eval, a/z.eval and others that are no logs."""
    for number, name in enumerate(("b.eval", "a/z.eval")):
        made = save(tmp_path, rows(2, start=1 + 2 * number), name=f"l{number}")
        put(made, f"counting://bucket/logs/{name}")
    made = save(tmp_path, rows(1, start=9), suffix=".json")
    put(made, f"counting://bucket/logs/{made.name}")
    put(made, "counting://bucket/logs/table.json")
    put(made, "counting://bucket/logs/readme.txt")
    return "counting://bucket/logs"


def read(logs: Any, **options: Any) -> Any:
    return samples(logs, progress=False, **options)


def test_a_folder_and_a_pattern(folder: str) -> None:
    table = read(folder)
    dated = "counting://bucket/logs/2026-01-02T03-04-05_"
    logs = list(dict.fromkeys(table["log"].to_pylist()))
    assert [log.rsplit("/", 1)[-1].split("_")[0] for log in logs] == ["2026-01-02T03-04-05", "z.eval", "b.eval"]
    assert logs[0].startswith(dated)
    assert table["id"].to_pylist() == ["s9", "s3", "s4", "s1", "s2"]
    assert read(folder + "/").equals(table)
    assert read(f"{folder}/**/*.eval")["id"].to_pylist() == ["s3", "s4", "s1", "s2"]
    assert read(f"{folder}/*.eval")["id"].to_pylist() == ["s1", "s2"]
    assert read([folder, f"{folder}/*.eval"]).num_rows == 5


def test_one_log_is_called_as_it_was_given(folder: str) -> None:
    table = read(f"{folder}/b.eval")
    assert set(table["log"].to_pylist()) == {f"{folder}/b.eval"}
    assert table["id"].to_pylist() == ["s1", "s2"]


def test_memory(tmp_path: Path) -> None:
    path = save(tmp_path, rows(3))
    address = put(path, "memory://logs/a.eval")
    here = read(path, cache=False)
    there = read(address, cache=False)
    assert there.drop_columns(["log"]).equals(here.drop_columns(["log"]))
    assert read("memory://logs").num_rows == 3


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with 50 MB of samples that cannot be made smaller."""
    path = save(tmp_path_factory.mktemp("large"), rows(50))
    noise = random.Random(0)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(members.items(), key=lambda each: not each[0].startswith("samples/")):
            if name.startswith("samples/"):
                archive.writestr(name, json.dumps({**json.loads(data), "noise": "?"})[:-4])
                archive.writestr(f"attachments/{name}", noise.randbytes(1_000_000), zipfile.ZIP_STORED)
            else:
                archive.writestr(name, data)
    return path


def test_transcripts_are_not_downloaded(large: Path, store: type[Counting]) -> None:
    address = put(large, "counting://bucket/large.eval")
    assert large.stat().st_size > 50_000_000
    assert read(address).num_rows == 50
    assert store.fetched <= 300_000
    assert store.asked == 1


def test_a_second_read_fetches_nothing(folder: str, store: type[Counting]) -> None:
    first = read(folder)
    assert store.fetched > 0
    store.fetched = 0
    assert read(folder).equals(first)
    assert store.fetched == 0


@pytest.mark.parametrize("tag", ["etag", "time"])
def test_what_the_store_says_tells_whether_a_log_changed(tmp_path: Path, store: type[Counting], tag: str) -> None:
    address = put(save(tmp_path, rows(2)), "counting://bucket/a.eval")
    if tag == "etag":
        store.etags = {"/bucket/a.eval": "one"}
    data = Data.from_logs(address, progress=False)
    store.fetched = 0
    assert not data.refresh()
    assert store.fetched == 0
    content = fsspec.filesystem("counting").store["/bucket/a.eval"].getvalue()
    fsspec.filesystem("counting").pipe_file("/bucket/a.eval", content)
    if tag == "etag":
        assert not data.refresh()
        store.etags = {"/bucket/a.eval": "two"}
    assert data.refresh().changed == (address,)
    assert store.fetched > 0


def test_a_store_that_tells_nothing_is_read_again(tmp_path: Path, store: type[Counting]) -> None:
    path = save(tmp_path, rows(2))

    def score(value: str) -> None:
        def changed(members: dict[str, bytes]) -> dict[str, bytes]:
            return {name: re.sub(b'"value":"."', f'"value":"{value}"'.encode(), data) for name, data in members.items()}

        rewrite(path, changed, compression=zipfile.ZIP_STORED)
        put(path, "counting://bucket/a.eval")

    score("C")
    size = path.stat().st_size
    store.etags = {}
    data = Data.from_logs("counting://bucket/a.eval", progress=False)
    assert data.column_unique("score_match") == ["C"]
    assert not data.refresh()
    score("I")
    assert path.stat().st_size == size
    assert data.refresh().changed == ("counting://bucket/a.eval",)
    assert data.column_unique("score_match") == ["I"]


@pytest.mark.parametrize(
    ("listed", "alone"),
    [
        ({"ETag": '"abc"'}, {"ETag": "abc"}),
        ({"created": datetime(2026, 1, 2, tzinfo=timezone.utc)}, {"created": 1767312000.0}),
        ({}, {"ETag": "abc"}),
        ({"size": None, "ETag": "abc"}, {"ETag": "abc"}),
    ],
)
def test_a_list_may_say_it_in_another_way(
    folder: str, monkeypatch: pytest.MonkeyPatch, listed: dict[str, Any], alone: dict[str, Any]
) -> None:
    def told(self: Counting, path: str, **more: Any) -> dict[str, Any]:
        info = MemoryFileSystem.info(self, path, **more)
        return info if info["type"] != "file" else {**info, "created": None, **alone}

    def found(self: Counting, path: str, **more: Any) -> dict[str, dict[str, Any]]:
        every = MemoryFileSystem.find(self, path, **more)
        return {name: {**info, "created": None, **listed} for name, info in every.items()}

    monkeypatch.setattr(Counting, "info", told)
    monkeypatch.setattr(Counting, "find", found)
    data = Data.from_logs(folder, progress=False)
    Counting.fetched = 0
    assert not data.refresh()
    assert Counting.fetched == 0


def test_a_growing_log_in_a_store(tmp_path: Path, store: type[Counting]) -> None:
    running = Running(tmp_path / "a.eval").write("s1")
    put(running.path, "counting://bucket/logs/a.eval")
    data = Data.from_logs("counting://bucket/logs", progress=False)
    assert data.pending.num_rows == 5
    put(running.write("s2").path, "counting://bucket/logs/a.eval")
    assert data.refresh().samples == 1
    put(running.finish().path, "counting://bucket/logs/a.eval")
    assert len(data.refresh().finished) == 1


@pytest.mark.parametrize(
    "error", [OSError("no route"), TimeoutError(), RuntimeError("503 Slow Down"), KeyError("Contents")], ids=repr
)
def test_a_store_that_does_not_answer(folder: str, store: type[Counting], error: Exception) -> None:
    data = Data.from_logs(folder, progress=False)
    store.failing = error
    assert not data.refresh()
    assert len(data) == 5
    assert [own.kind for own in data.problems if own.kind == "unreadable"] == ["unreadable"]
    assert "its store does not answer" in data.problems[0].message
    with pytest.raises(LogError, match=r"its store does not answer .*; try again, or check the network"):
        read(f"{folder}/b.eval")
    store.failing = None
    assert not data.refresh()
    assert not [own for own in data.problems if own.kind == "unreadable"]


def test_a_log_of_which_reading_fails_keeps_its_state(
    folder: str, store: type[Counting], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = Data.from_logs(f"{folder}/b.eval", progress=False)
    content = fsspec.filesystem("counting").store["/bucket/logs/b.eval"].getvalue()
    fsspec.filesystem("counting").pipe_file("/bucket/logs/b.eval", content)

    def failing(*args: Any, **named: Any) -> bytes:
        raise RuntimeError("reset by peer")

    monkeypatch.setattr(Counting, "cat_file", failing)
    assert not data.refresh()
    assert len(data) == 2
    assert data.problems[0].message == "'b.eval' was not read: its store does not answer (reset by peer)"


def test_what_is_not_there(folder: str) -> None:
    for name, said in (
        ("none.eval", "there is no such file or folder; check the address"),
        ("*.none", r"it holds no logs"),
    ):
        with pytest.raises(LogError, match=said):
            read(f"{folder}/{name}")
    with pytest.raises(LogError, match="Protocol not known: nosuchstore"):
        read("nosuchstore://bucket/a.eval")


def test_removed_logs_are_gone(folder: str) -> None:
    data = Data.from_logs(folder, progress=False)
    fsspec.filesystem("counting").rm("/bucket/logs/b.eval")
    assert data.refresh().removed == ("counting://bucket/logs/b.eval",)
    assert len(data) == 3


def test_links_and_problems_of_logs_in_stores(folder: str) -> None:
    data = Data.from_logs(f"{folder}/b.eval", log_viewer={folder: "https://samples.example.org"}, progress=False)
    assert data.column_unique("log_viewer")[0].startswith("https://samples.example.org/#/logs/b.eval/samples/sample/")
    assert [own.kind for own in problems(f"{folder}/b.eval", progress=False)] == []
