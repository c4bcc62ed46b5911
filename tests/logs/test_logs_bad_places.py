"""Stores, caches and executors that fail: what can be read is read, values are never wrong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

import pytest
from test_logs_bad_tools import HEADER, SUMMARIES, good_log, log_entries, read, refused, zipped

from inspect_viz.logs import LogError, problems

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
