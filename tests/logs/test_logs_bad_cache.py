"""Bad caches, and executors that fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from test_logs_bad_tools import HEADER, SUMMARIES, good_log, log_entries, read, refused, write, zipped

from inspect_viz.logs import LogError, problems, samples
from inspect_viz.logs._reading.cache import drop_oldest

# the cache ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache" / "logs"
    monkeypatch.setattr("inspect_viz.logs._reading.cache.cache_folder", lambda: folder)
    return folder


def cached(logs: Any) -> list[Any]:
    ids: list[Any] = samples(logs, progress=False)["sample_id"].to_pylist()
    return ids


def test_a_cache_that_is_a_file(tmp_path: Path, cache: Path) -> None:
    log = good_log(tmp_path)
    write(cache.parent, b"x")
    assert cached(log) == cached(log) == ["u1", "u2"]
    cache.parent.unlink()
    cache.parent.mkdir()
    write(cache, b"x")
    assert cached(log) == cached(log) == ["u1", "u2"]


@pytest.mark.parametrize("name", ["mkdir", "write"])
def test_a_cache_that_cannot_be_written(
    name: str, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(28, "No space left on device")

    log = good_log(tmp_path)
    monkeypatch.setattr(*((Path, "mkdir") if name == "mkdir" else (os, "replace")), fail)
    assert cached(log) == cached(log) == ["u1", "u2"]
    assert not cache.exists() or not list(cache.iterdir())


def parts_in(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.part"))


def test_a_cache_of_something_else(tmp_path: Path, cache: Path) -> None:
    log, other = good_log(tmp_path), good_log(tmp_path, "other.eval")
    cached(other)
    (foreign,) = parts_in(cache)
    cached(log)
    (own,) = set(parts_in(cache)) - {foreign}
    right = own.read_bytes()
    for wrong in (
        b"",
        b"x",
        right[:-1],
        right[: len(right) // 2],
        right + b"x",
        foreign.read_bytes(),
        b"\x00" * len(right),
    ):
        own.write_bytes(wrong)
        assert cached(log) == ["u1", "u2"]
        assert own.read_bytes() == right
    own.unlink()
    own.mkdir()
    assert cached(log) == cached(log) == ["u1", "u2"]


def test_every_changed_byte_of_a_cache_is_noticed(tmp_path: Path, cache: Path) -> None:
    log = good_log(tmp_path)
    expected = samples(log, progress=False)
    (own,) = parts_in(cache)
    right = own.read_bytes()
    for at in [*range(40), *range(40, len(right), 97)]:
        own.write_bytes(right[:at] + bytes([right[at] ^ 255]) + right[at + 1 :])
        assert samples(log, progress=False).equals(expected)
        assert own.read_bytes() == right


def test_only_parts_are_dropped_from_a_cache(tmp_path: Path) -> None:
    write(tmp_path / "old.part", b"x" * 10)
    write(tmp_path / "old.tmp", b"x" * 10)
    (tmp_path / "older").mkdir()
    write(tmp_path / "thesis.txt", b"x" * 10)
    drop_oldest(tmp_path, 0)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["older", "thesis.txt"]


def test_a_log_that_changed_is_not_taken_from_the_cache(tmp_path: Path, cache: Path) -> None:
    log = good_log(tmp_path)
    assert cached(log) == ["u1", "u2"]
    write(log, zipped(log_entries(HEADER, SUMMARIES[:1])))
    assert cached(log) == ["u1"]
    shutil.rmtree(cache)
    assert cached(log) == ["u1"]


# executors ------------------------------------------------------------------------------------------------------------


class Fake(Executor):
    """Answers each call with what a function makes of the path."""

    def __init__(self, answer: Callable[[Any, str], Any]) -> None:
        self._answer = answer

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(self._answer(fn, *args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def failing(fn: Any, path: str) -> Any:
    if path.endswith("b.eval"):
        raise BrokenExecutor("a worker\ndied")
    return fn(path)


def test_an_executor_that_fails_for_one_log(tmp_path: Path) -> None:
    good_log(tmp_path, "a.eval")
    path = good_log(tmp_path, "b.eval")
    last = write(tmp_path / "c.eval", zipped(log_entries(HEADER, [{**row, "uuid": None} for row in SUMMARIES])))
    with pytest.raises(LogError) as caught:
        read(tmp_path, executor=Fake(failing))
    error = caught.value
    assert error.reason == "the executor failed (BrokenExecutor: a worker died)"
    assert (error.path, error.advice) == (str(path), "read without an executor, or try again")
    logs = read(tmp_path, executor=Fake(failing), strict=False)["log"].to_pylist()
    assert set(logs) == {str(tmp_path / "a.eval"), str(last)}
    found, *_ = problems(tmp_path, executor=Fake(failing), cache=False, progress=False)
    assert (found.kind, found.logs) == ("unreadable", (str(path),))


def test_an_executor_that_is_shut_down(tmp_path: Path) -> None:
    good_log(tmp_path)
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    with pytest.raises(LogError, match=r"the executor failed .RuntimeError: cannot schedule new futures"):
        read(tmp_path, executor=executor)


@pytest.mark.parametrize(
    "garbage", [None, 5, "text", b"", b"x" * 1000, [], ValueError("x"), object(), b"half", b"other", bytearray(b"\xff")]
)
def test_an_executor_that_returns_something_else(garbage: Any, tmp_path: Path) -> None:
    path, other = good_log(tmp_path, "a.eval"), good_log(tmp_path, "b.eval")

    def answer(fn: Any, given: str) -> Any:
        if given != str(path):
            return fn(given)
        if garbage == b"half":
            data = bytes(fn(given))
            return data[: len(data) * 3 // 4]
        return fn(str(other)) if garbage == b"other" else garbage

    with pytest.raises(LogError, match=r"a\.eval.*the executor returned") as caught:
        read(tmp_path, executor=Fake(answer))
    assert caught.value.path == str(path)
    assert read(tmp_path, executor=Fake(answer), strict=False).num_rows == 2


def test_an_executor_of_threads(tmp_path: Path) -> None:
    for n in range(20):
        header = {**HEADER, "eval": {**HEADER["eval"], "eval_id": str(n)}}
        rows = [{**row, "uuid": f"{row['uuid']}-{n}"} for row in SUMMARIES]
        write(tmp_path / f"{n:02}.eval", zipped(log_entries(header, rows)))
    with ThreadPoolExecutor(4) as executor:
        assert read(tmp_path, executor=executor).equals(read(tmp_path))


def test_worker_processes_get_errors_as_they_are(tmp_path: Path) -> None:
    import pickle

    error = refused(write(tmp_path / "x.eval", b"x"), "it is no .eval file (no zip archive)")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.path, again.reason) == (str(error), error.path, error.reason)
