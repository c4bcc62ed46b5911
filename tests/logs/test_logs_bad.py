"""Files that are no logs, and logs that are damaged: one error in plain words, and all the rest is read."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from test_logs_bad_tools import ADVICE, HEADER, SUMMARIES, good_log, log_entries, read, refused, write, zipped

import inspect_viz
from inspect_viz.logs import LogError, problems

posix = pytest.mark.skipif(sys.platform == "win32", reason="only where files have POSIX kinds and permissions")


def test_a_good_log_is_read(tmp_path: Path) -> None:
    assert read(good_log(tmp_path))["sample_id"].to_pylist() == ["u1", "u2"]


def json_log(**changes: Any) -> bytes:
    return json.dumps({**HEADER, "samples": [{**row, "messages": []} for row in SUMMARIES], **changes}).encode()


def test_not_strict_reads_the_rest_and_lists_what_it_left_out(tmp_path: Path) -> None:
    bad = write(tmp_path / "a bad.eval", b"x")
    good_log(tmp_path)
    said = "'a bad.eval' was not read: it is no .eval file (no zip archive)"
    assert read(tmp_path, strict=False)["sample_id"].to_pylist() == ["u1", "u2"]
    data = inspect_viz.Data.from_logs(tmp_path, strict=False, cache=False, progress=False)
    for found in (problems(tmp_path, cache=False, progress=False), data.problems):
        assert [(each.kind, each.message, each.logs) for each in found] == [("unreadable", said, (str(bad),))]
    assert data.pending.num_rows == 0
    assert data.columns.count("sample_id") == 1


def test_strict_raises_one_error_and_it_is_a_value_error(tmp_path: Path) -> None:
    write(tmp_path / "a.eval", b"x")
    write(tmp_path / "b.eval", b"x")
    with pytest.raises(ValueError, match=r"a\.eval") as caught:
        inspect_viz.Data.from_logs(tmp_path, cache=False, progress=False)
    assert isinstance(caught.value, LogError)


def test_nothing_to_read_gives_an_empty_table(tmp_path: Path) -> None:
    write(tmp_path / "a.eval", b"x")
    table = read(tmp_path, strict=False)
    assert table.num_rows == 0
    data = inspect_viz.Data.from_logs(tmp_path, strict=False, cache=False, progress=False)
    assert "sample_id" in data.columns
    assert [each.kind for each in data.problems] == ["unreadable"]


FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("x.eval", b"", "it is empty"),
    "text": ("x.eval", b"not a log", "it is no .eval file (no zip archive)"),
    "other magic": (
        "x.eval",
        b"PK\x07\x08" + zipped(log_entries())[4:-22],
        "it is no .eval file (no zip archive)",
    ),
    "only a start": ("x.eval", zipped(log_entries())[:60], "it is cut off or was being written"),
    "no end": ("x.eval", zipped(log_entries())[:-1], "it is cut off or was being written"),
    "no start": (
        "x.eval",
        zipped(log_entries())[30:],
        "the archive's directory lies outside of the file: it is cut off or damaged",
    ),
    "an archive of nothing": (
        "x.eval",
        zipped([]),
        "it holds neither header.json nor _journal/start.json: it is no log of Inspect",
    ),
    "empty json": ("x.json", b"", "it is not JSON (Expecting value: line 1 column 1 (char 0))"),
    "json of something else": (
        "x.json",
        b'{"a": 1}',
        "it is not what a log holds there (Object missing required field `eval`)",
    ),
    "a list": ("x.json", b"[1]", "it is not what a log holds there (Expected `object`, got `array`)"),
    "json that is cut off": (
        "x.json",
        b'{"version": 2, "status": "success", "eval": {"task',
        "it is not JSON (Unterminated string starting at: line 1 column 46 (char 45))",
    ),
    "json of a later version": (
        "x.json",
        json_log(version=9),
        "its format is version 9, and this version of inspect-viz knows up to 2",
    ),
    "json in another encoding": (
        "x.json",
        b'{"version": 2, "eval": "\xff"}',
        "it is not JSON ('utf-8' codec can't decode byte 0xff in position 24: invalid start byte)",
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_files(kind: str, tmp_path: Path) -> None:
    name, data, reason = FILES[kind]
    refused(write(tmp_path / name, data), reason)


def test_an_archive_is_told_apart_by_content_not_by_name(tmp_path: Path) -> None:
    refused(write(tmp_path / "notes.txt", b"hello"), "it is no .eval file (no zip archive)")


def test_no_such_file(tmp_path: Path) -> None:
    refused(tmp_path / "x.eval", "there is no such file or folder", "check the path")
    refused(tmp_path / "\x00.eval", "there is no such file or folder", "check the path")
    refused(tmp_path / "../nowhere/x.eval", "there is no such file or folder", "check the path")


def test_folders_without_logs(tmp_path: Path) -> None:
    reason, advice = "the folder holds no logs (.eval or .json)", "name the folder that inspect_ai writes to"
    refused(tmp_path, reason, advice)
    write(tmp_path / "notes.txt", b"")
    write(tmp_path / "table.json", b'[{"eval": 1, "status": 2}]')
    write(tmp_path / "eval-set.json", b'{"eval_set_id": "x", "eval": 1, "status": 2}')
    write(tmp_path / ".hidden.eval", b"")
    refused(tmp_path, reason, advice)
    refused(f"{tmp_path}/*.eval", "nothing matches this pattern", "check the pattern")


def test_a_json_file_that_is_no_log_is_passed_over_in_a_folder_and_an_error_by_name(tmp_path: Path) -> None:
    good_log(tmp_path)
    other = write(tmp_path / "x.json", b'{"a": 1}')
    assert read(tmp_path).num_rows == 2
    assert problems(tmp_path, cache=False, progress=False) == ()
    refused(other, "it is not what a log holds there (Object missing required field `eval`)")


def test_a_json_file_that_inspect_named_is_a_log_even_if_it_is_damaged(tmp_path: Path) -> None:
    good_log(tmp_path)
    write(tmp_path / "2026-01-02T03-04-05+00-00_task_id.json", b"\x00" * 9)
    with pytest.raises(LogError, match="2026-01-02"):
        read(tmp_path)


def test_folders_are_looked_into_whatever_they_are_called(tmp_path: Path) -> None:
    folder = tmp_path / "x.eval"
    folder.mkdir()
    refused(folder, "the folder holds no logs (.eval or .json)", "name the folder that inspect_ai writes to")
    good_log(folder)
    assert read(folder).num_rows == read(tmp_path).num_rows == 2


def test_deep_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1200
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    write(Path("x.eval"), zipped(log_entries()))
    try:
        assert read(tmp_path).num_rows == 2
    finally:
        os.unlink("x.eval")
        for _ in range(depth):
            os.chdir("..")
            os.rmdir("d")


@posix
def test_a_link_to_nothing(tmp_path: Path) -> None:
    good_log(tmp_path)
    link = tmp_path / "x.eval"
    link.symlink_to("nowhere.eval")
    refused(link, "there is no such file or folder", "check the path")
    with pytest.raises(LogError, match=r"x\.eval': no such file or directory; check the path"):
        read(tmp_path)
    assert read(tmp_path, strict=False).num_rows == 2


@posix
def test_links_that_go_round(tmp_path: Path) -> None:
    good_log(tmp_path)
    (tmp_path / "round").symlink_to(tmp_path)
    assert read(tmp_path).num_rows == 2
    (tmp_path / "x.eval").symlink_to("x.eval")
    with pytest.raises(LogError, match=r"x\.eval'"):
        read(tmp_path)


@posix
@pytest.mark.parametrize("name", ["x.eval", "x.json", "2026-01-02T03-04-05_x.json"])
def test_a_pipe_does_not_wait_for_somebody_to_write(name: str, tmp_path: Path) -> None:
    good_log(tmp_path)
    os.mkfifo(tmp_path / name)
    refused(tmp_path / name, "it is no file but a pipe, a socket or a device", "check the path")
    pattern = read(f"{tmp_path}/*", strict=False)
    assert pattern.num_rows == read(tmp_path, strict=False).num_rows == 2
    assert name == "x.json" or len(problems(tmp_path, cache=False, progress=False)) == 1


@posix
def test_a_device(tmp_path: Path) -> None:
    refused("/dev/zero", "it is no file but a pipe, a socket or a device", "check the path")


def forbidden(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbids reading a file or folder, which alone would not stop root."""
    path.chmod(0)
    if not os.access(path, os.R_OK):
        return
    for module, name in ((os, "open"), (os, "scandir")):
        real = getattr(module, name)

        def refuse(given: Any, *rest: Any, real: Any = real, **more: Any) -> Any:
            if os.fspath(given) == str(path):
                raise PermissionError(13, "Permission denied", str(path))
            return real(given, *rest, **more)

        monkeypatch.setattr(module, name, refuse)


@posix
def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good_log(tmp_path)
    path = good_log(tmp_path, "x.eval")
    forbidden(path, monkeypatch)
    refused(path, "permission denied", "allow reading it, or read the others with strict=False")
    assert read(tmp_path, strict=False).num_rows == 2


@posix
def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good_log(tmp_path)
    (tmp_path / "inner").mkdir()
    forbidden(tmp_path / "inner", monkeypatch)
    advice = "allow reading it, or read the others with strict=False"
    refused(tmp_path / "inner", "permission denied", advice)
    assert read(tmp_path, strict=False).num_rows == 2
    with pytest.raises(LogError, match=r"inner': permission denied"):
        read(tmp_path)


@posix
def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    good_log(tmp_path)
    path = os.path.join(os.fsencode(tmp_path), b"\xff.eval")
    with open(path, "wb") as stream:
        stream.write(zipped(log_entries()))
    refused(os.fsdecode(path), "its path is not UTF-8", "rename it")
    assert read(tmp_path, strict=False).num_rows == 2


@posix
def test_names_that_look_like_something_else(tmp_path: Path) -> None:
    path = good_log(tmp_path, "a\nb '\"*?[x] ..\u2028.eval")
    assert read(path)["log"].to_pylist() == [str(path)] * 2
    refused(write(tmp_path / "c\nd.eval", b"x"), "it is no .eval file (no zip archive)")


def test_a_json_log_that_claims_to_be_huge(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    with open(path, "wb") as stream:
        stream.truncate(1 << 40)
    reason = "it has 1,099,511,627,776 bytes, and .json logs are read up to 4,294,967,296"
    refused(path, reason, "convert it: inspect log convert --to eval")


def test_an_archive_that_claims_to_be_huge(tmp_path: Path) -> None:
    path = tmp_path / "x.eval"
    with open(path, "wb") as stream:
        stream.truncate(1 << 40)
    os.utime(path, (1, 1))
    refused(path, "it is no .eval file (no zip archive)")


def test_a_log_in_memory_that_is_none(tmp_path: Path) -> None:
    class Log:
        eval = None
        samples = ()
        location = "somewhere.eval"

    with pytest.raises(LogError) as caught:
        read(Log())
    said = "it is no EvalLog as inspect_ai makes them ('Log' object has no attribute 'model_dump')"
    assert (caught.value.path, caught.value.reason, caught.value.advice) == ("somewhere.eval", said, ADVICE)
    assert read([Log(), good_log(tmp_path)], strict=False).num_rows == 2
    assert [each.kind for each in problems([Log(), good_log(tmp_path)], cache=False, progress=False)] == ["unreadable"]
