"""Stores, caches and executors that fail: what can be read is read, values are never wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

import pytest
from test_logs_bad_tools import HEADER, SUMMARIES, good_log, log_entries, read, refused, write, zipped

from inspect_viz.logs import LogError, problems, samples
from inspect_viz.logs._reading.cache import drop_oldest

fsspec = pytest.importorskip("fsspec", reason="reads from stores: pip install 'inspect-viz[stores]'")
LOG = zipped(log_entries())

# stores ---------------------------------------------------------------------------------------------------------------


class Store(fsspec.AbstractFileSystem):  # type: ignore[misc,name-defined]
    """A store with a folder of two logs, whose answers tests replace."""

    protocol = "badstore"
    cachable = False
    files: ClassVar[dict[str, bytes]] = {}
    answer: Callable[[bytes, int, int], bytes]

    def ls(self, path: str, detail: bool = True, **_: Any) -> list[Any]:
        names = [name for name in self.files if name.startswith(path.rstrip("/") + "/")]
        if not names:
            raise FileNotFoundError(path)
        infos = [self.info(name) for name in names]
        return infos if detail else names

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        path = self._strip_protocol(path)
        if path in self.files:
            return {"name": path, "size": len(self.files[path]), "type": "file", "ETag": str(hash(self.files[path]))}
        if any(name.startswith(path + "/") for name in self.files):
            return {"name": path, "size": 0, "type": "directory"}
        raise FileNotFoundError(path)

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **_: Any) -> bytes:
        data = self.files[self._strip_protocol(path)]
        assert start is not None
        assert end is not None
        return type(self).answer(data, start, end) if "bad" in path else data[start:end]


@pytest.fixture
def store() -> type[Store]:
    fsspec.register_implementation("badstore", Store, clobber=True)
    Store.files = {"logs/bad.eval": LOG, "logs/good.eval": LOG}
    Store.answer = staticmethod(lambda data, start, end: data[start:end])  # type: ignore[assignment]
    return Store


def test_a_store_is_read(store: type[Store]) -> None:
    assert read("badstore://logs/bad.eval").num_rows == 2
    assert read("badstore://logs").num_rows == 2


def fails(error: BaseException) -> Any:
    def answer(data: bytes, start: int, end: int) -> bytes:
        raise error

    return staticmethod(answer)


class Strange(Exception):
    """An error of a store's own, in two lines."""


SILENT = "try again, or check the network"
ERRORS: list[tuple[Exception, str, str]] = [
    (TimeoutError("timed out"), "its store does not answer (timed out)", SILENT),
    (ConnectionResetError(104, "Connection reset"), "its store does not answer (Connection reset)", SILENT),
    (Strange("no\nidea"), "its store does not answer (no idea)", SILENT),
    (Strange(), "its store does not answer (Strange)", SILENT),
    (ValueError("what?"), "its store does not answer (what?)", SILENT),
    (FileNotFoundError(2, "No such file or directory"), "no such file or directory", "check the path"),
    (
        PermissionError(13, "Permission denied"),
        "permission denied",
        "allow reading it, or read the others with strict=False",
    ),
]


@pytest.mark.parametrize("case", ERRORS, ids=lambda case: type(case[0]).__name__)
def test_a_store_that_fails_while_it_is_read(case: tuple[Exception, str, str], store: type[Store]) -> None:
    error, reason, advice = case
    other = {**HEADER, "eval": {**HEADER["eval"], "eval_id": "other"}}
    store.files["logs/good.eval"] = zipped(log_entries(other))
    store.answer = fails(error)
    refused("badstore://logs/bad.eval", reason, advice)
    assert set(read("badstore://logs", strict=False)["log"].to_pylist()) == {"badstore://logs/good.eval"}
    (found,) = problems("badstore://logs", cache=False, progress=False)
    assert (found.kind, found.logs) == ("unreadable", ("badstore://logs/bad.eval",))


def test_a_store_that_fails_to_list(store: type[Store], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def info(self: Any, path: str, **_: Any) -> Any:
        raise TimeoutError("timed\nout")

    monkeypatch.setattr(store, "info", info)
    refused("badstore://logs/bad.eval", "its store does not answer (timed out)", SILENT)
    assert read(["badstore://logs/bad.eval", good_log(tmp_path)], strict=False).num_rows == 2


def test_a_store_that_gives_less_or_more_than_was_asked_for(store: type[Store]) -> None:
    for answer in (
        lambda data, start, end: b"",
        lambda data, start, end: data[start : end - 1],
        lambda data, start, end: data[start:end] + b"more",
        lambda data, start, end: data,
        lambda data, start, end: b"\x00" * (end - start),
    ):
        store.answer = staticmethod(answer)  # type: ignore[assignment]
        with suppress(LogError):
            assert read("badstore://logs/bad.eval")["sample_id"].to_pylist() == ["u1", "u2"]


def test_a_log_that_disappears_from_its_store(store: type[Store]) -> None:
    def answer(data: bytes, start: int, end: int) -> bytes:
        store.files.pop("logs/bad.eval", None)
        return b""

    store.answer = staticmethod(answer)  # type: ignore[assignment]
    with pytest.raises(LogError, match=r"bad\.eval"):
        read("badstore://logs/bad.eval")


def test_a_log_that_is_replaced_in_its_store(store: type[Store]) -> None:
    new = zipped(log_entries(HEADER, SUMMARIES[:1]))

    def answer(data: bytes, start: int, end: int) -> bytes:
        store.files["logs/bad.eval"] = new
        return new[start:end]

    store.answer = staticmethod(answer)  # type: ignore[assignment]
    assert read("badstore://logs/bad.eval")["sample_id"].to_pylist() == ["u1"]


def test_no_such_store() -> None:
    with pytest.raises(LogError, match="nostore://x"):
        read("nostore://x/y.eval")


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
