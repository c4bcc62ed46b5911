"""Logs that are being written: `refresh()` takes what is new, says what it was, and never fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import AGAIN, WHAT, Running, aged, ids, messages, opened, pending, rows
from zoo_tools import save

from inspect_viz.logs import Changes
from inspect_viz.logs._format.zip import Archive, Member

Count = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Gives the names of the members that were decompressed since it was asked last."""
    names: list[str] = []
    content = Archive.content

    def counted(self: Archive, member: Member) -> bytes:
        names.append(member.name)
        return content(self, member)

    monkeypatch.setattr(Archive, "content", counted)

    def taken() -> list[str]:
        found = names.copy()
        names.clear()
        return found

    return taken


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "logs"
    path.mkdir()
    return path


def test_a_growing_log_is_read_on_from_where_it_stood(folder: Path, decoded: Count) -> None:
    running = Running(folder / "a.eval").write("s1", "s2")
    data = opened(folder)
    assert decoded() == ["_journal/start.json", "_journal/summaries/1.json"]
    running.write("s3").write("s4")
    changes = data.refresh()
    assert decoded() == ["_journal/start.json", "_journal/summaries/2.json", "_journal/summaries/3.json"]
    assert ids(data) == ["s1", "s2", "s3", "s4"]
    assert changes == Changes(grown=(str(running.path),), samples=2, pending=2)
    assert str(changes) == "logs: 1 grown; 2 new samples; 2 pending"


def test_another_process_reads_on_from_the_cache(folder: Path, decoded: Count) -> None:
    running = Running(folder / "a.eval").write("s1", "s2")
    opened(folder)
    running.write("s3")
    decoded()
    assert ids(opened(folder)) == ["s1", "s2", "s3"]
    assert decoded() == ["_journal/start.json", "_journal/summaries/2.json"]


def test_nothing_new_reads_nothing(folder: Path, decoded: Count) -> None:
    Running(folder / "a.eval").write("s1")
    save(folder, rows(2), name="done")
    data = opened(folder)
    decoded()
    changes = data.refresh()
    assert not changes
    assert decoded() == []
    assert str(changes) == "nothing new; 5 pending"


def test_a_new_log_is_read_and_no_other(folder: Path, decoded: Count) -> None:
    save(folder, rows(2), name="one")
    data = opened(folder)
    decoded()
    path = save(folder, rows(3), name="two")
    changes = data.refresh()
    assert changes == Changes(added=(str(path),), samples=3)
    assert sorted(decoded()) == ["header.json", "summaries.json"]
    assert len(data) == 5


def test_a_finished_log_is_said_to_be_finished(folder: Path) -> None:
    running = Running(folder / "a.eval", planned=3).write("s1").write("s2")
    data = opened(folder)
    assert pending(data) == [("s3", 1)]
    running.write("s3").finish()
    changes = data.refresh()
    assert changes == Changes(finished=(str(running.path),), samples=1)
    assert str(changes) == "logs: 1 finished; 1 new sample"
    assert pending(data) == []
    assert ids(data) == ["s1", "s2", "s3"]


def test_epochs_are_pending_each(folder: Path) -> None:
    running = Running(folder / "a.eval", planned=2, epochs=2).write()
    data = opened(folder)
    assert pending(data) == [("s1", 1), ("s2", 1), ("s1", 2), ("s2", 2)]
    running.write("s2", epoch=2, uuid="again")
    assert data.refresh().pending == 3
    assert pending(data) == [("s1", 1), ("s2", 1), ("s1", 2)]
    assert data.pending.column_names == ["eval_id", "log", "task_name", "model", "id", "epoch"]
    assert set(data.pending["log"].to_pylist()) == {str(running.path)}


@pytest.mark.parametrize("uuid", [{}, {"uuid": "another"}], ids=["same uuid", "new uuid"])
def test_a_sample_that_is_written_again_counts_as_it_is_now(folder: Path, uuid: dict[str, str]) -> None:
    running = Running(folder / "a.eval").write("s1", "s2", error="broke")
    data = opened(folder)
    running.write("s1", input="again", **uuid)
    changes = data.refresh()
    assert changes.grown == (str(running.path),)
    assert data.reader.ask("SELECT id, input, error FROM data") == [("s1", AGAIN, ""), ("s2", WHAT, "broke")]
    assert messages(data, "run again") == ["'a.eval' holds 1 sample that was run again: the last run counts"]
    running.write("s2", "s1").write("s3").finish()
    data.refresh()
    assert data.reader.ask("SELECT id, input, error FROM data") == [
        ("s1", WHAT, ""),
        ("s2", WHAT, ""),
        ("s3", WHAT, ""),
    ]
    assert messages(data, "run again") == ["'a.eval' holds 2 samples that were run again: the last run counts"]
    assert messages(opened(folder, full=True), "run again") == messages(data, "run again")


def test_a_log_that_becomes_unreadable_keeps_its_last_state(folder: Path) -> None:
    running = Running(folder / "a.eval").write("s1", "s2")
    data = opened(folder)
    whole = running.path.read_bytes()
    aged(running.path, whole[:-40])
    assert not data.refresh()
    assert ids(data) == ["s1", "s2"]
    assert [(own.kind, own.logs) for own in data.problems] == [("unreadable", (str(running.path),))]
    running.write("s3")
    assert data.refresh().samples == 1
    assert ids(data) == ["s1", "s2", "s3"]
    assert data.problems == ()


def test_a_new_log_that_cannot_be_read_is_a_problem(folder: Path) -> None:
    save(folder, rows(2), name="good")
    data = opened(folder)
    aged(folder / "bad.eval", b"PK\x03\x04 half of a log")
    assert not data.refresh()
    assert len(data) == 2
    assert messages(data, "unreadable") == ["'bad.eval' was not read: it is cut off or was being written"]
    (folder / "bad.eval").unlink()
    assert not data.refresh()
    assert data.problems == ()


def test_removed_logs_are_gone(folder: Path) -> None:
    first, second = save(folder, rows(2), name="one"), save(folder, rows(3, start=3), name="two")
    data = opened(folder)
    first.unlink()
    assert data.refresh() == Changes(removed=(str(first),))
    assert ids(data) == ["s3", "s4", "s5"]
    second.unlink()
    assert str(data.refresh()) == "logs: 1 gone; 0 new samples"
    assert len(data) == 0
    assert [own.kind for own in data.problems] == ["unreadable"]


def test_a_single_log_that_is_removed_is_gone(folder: Path) -> None:
    path = save(folder, rows(2))
    data = opened(path)
    path.unlink()
    assert data.refresh().removed == (str(path),)
    assert "there is no such file" in data.problems[0].message


def test_logs_in_a_folder_that_cannot_be_listed_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "deep").mkdir()
    paths = [save(folder, rows(2), name="one"), save(folder / "deep", rows(3), name="two")]
    data = opened(folder)
    scandir = os.scandir

    def refused(path: Any) -> Any:
        if str(path) in closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    closed = {str(folder / "deep")}
    monkeypatch.setattr(os, "scandir", refused)
    assert not data.refresh()
    assert len(data) == 5
    assert data.problems[0].message == "'deep' was not read: permission denied"
    closed.add(str(folder))
    assert not data.refresh()
    closed.clear()
    paths[1].unlink()
    assert data.refresh().removed == (str(paths[1]),)


def test_a_log_that_vanishes_while_a_folder_is_listed_hides_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(folder, rows(2), name="one")
    gone = save(folder, rows(2), name="two")
    stat = os.stat

    def vanished(path: Any, **options: Any) -> os.stat_result:
        if str(path) == str(gone):
            gone.unlink(missing_ok=True)
            raise FileNotFoundError(2, "No such file or directory", path)
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", vanished)
    assert len(opened(folder)) == 2
