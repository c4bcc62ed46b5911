"""What `samples` and `Data.from_logs` are given: executors, stores, logs in memory."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import fsspec
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from inspect_viz import Data
from inspect_viz.logs import problems, samples
from inspect_viz.view import sample_heatmap


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def bucket(examples: Path) -> Iterator[str]:
    store = fsspec.filesystem("memory")
    for path in sorted(examples.glob("sage-*.eval")):
        store.pipe_file(f"/bucket/logs/{path.name}", path.read_bytes())
    yield "memory://bucket/logs"
    store.rm("/bucket", recursive=True)


def test_something_else_is_no_executor(examples: Path) -> None:
    with pytest.raises(TypeError, match=r"executor=3 must be a concurrent\.futures\.Executor"):
        samples(examples, executor=3)  # type: ignore[arg-type]


def test_logs_of_a_store(bucket: str, examples: Path) -> None:
    data = Data.from_logs(bucket, log_viewer={bucket: "https://logs.example.org"})
    assert data.column_unique("log") == [f"{bucket}/sage-1.eval", f"{bucket}/sage-2.eval"]
    assert data.column_unique("log_viewer")[0].startswith("https://logs.example.org/#/logs/sage-1.eval/samples/")
    assert not data.problems
    local = samples(sorted(examples.glob("sage-*.eval")), cache=False)
    assert samples(f"{bucket}/*-1.eval", cache=False).num_rows == 240
    assert samples(f"{bucket}/sage-1.eval").drop(["log"]).equals(local.slice(0, 240).drop(["log"]))


def test_only_the_end_of_a_log_is_fetched(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = fsspec.filesystem("memory")
    fetched: list[int] = []
    cat_file = store.cat_file

    def counted(path: str, start: int = 0, end: int = 0, **more: object) -> bytes:
        fetched.append(end - start)
        return bytes(cat_file(path, start=start, end=end, **more))

    monkeypatch.setattr(store, "cat_file", counted)
    store.pipe_file("/bucket/big.eval", _with_transcripts(store.cat_file("/bucket/logs/sage-1.eval", 0, 10**9)))
    fetched.clear()
    assert samples("memory://bucket/big.eval", cache=False).num_rows == 240
    assert sum(fetched) < 1_000_000


def _with_transcripts(log: bytes) -> bytes:
    """The same log with 30 MB of another member before its own: offsets are from the end, as in any longer file."""
    import io
    import zipfile

    from inspect_viz.logs._format.zip import Archive

    archive = Archive(lambda offset, length: log[offset : offset + length], len(log))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as longer:
        longer.writestr("samples/long_epoch_1.json", b" " * 30_000_000)
        for name in ("summaries.json", "header.json"):
            member = archive.member(name)
            assert member is not None
            longer.writestr(name, archive.content(member))
    return out.getvalue()


def test_logs_in_memory(examples: Path) -> None:
    log = pytest.importorskip("inspect_ai.log").read_eval_log(str(examples / "sage-1.eval"))
    own = samples(log, cache=False)
    read = samples(examples / "sage-1.eval", full=True, cache=False)
    assert own.num_rows == read.num_rows
    assert own.sort_by("sample_id").equals(read.sort_by("sample_id"))
    log.samples[0].metadata["long"] = "word " * 1000
    assert len(samples([log], full=True, cache=False)["metadata_long"][0].as_py()) == 5000
    assert len(samples([log], cache=False)["metadata_long"][0].as_py()) < 1025
    data = Data.from_logs(log, log_viewer={str(examples): "https://x.org"})
    assert [problem.kind for problem in data.problems] == []
    assert not data.refresh()


def test_the_address_of_a_log_viewer_is_that_of_the_only_folder(bucket: str, examples: Path) -> None:
    url = "http://127.0.0.1:7575"
    for folder in (examples, f"{examples}/", [str(examples)], bucket):
        data = Data.from_logs(folder, log_viewer=url, where="id = 'logic-follow-01'", cache=False)
        links = data.column_unique("log_viewer")
        assert f"{url}/#/logs/sage-1.eval/samples/sample/logic-follow-01/1" in links
        assert not [problem for problem in data.problems if problem.kind == "no link"]


def test_the_address_of_a_log_viewer_needs_one_folder(bucket: str, examples: Path) -> None:
    log = str(examples / "sage-1.eval")
    for logs in (log, [log], [examples, bucket], f"{examples}/*.eval", f"{bucket}/*.eval", f"{bucket}/sage-1.eval"):
        with pytest.raises(ValueError, match=r"log_viewer='http://x' needs logs that are one folder") as error:
            samples(logs, log_viewer="http://x")
        assert "{'logs': 'http://x'}" in str(error.value)
    with pytest.raises(ValueError, match=r"='x y' must be an address that begins with http://"):
        samples(examples, log_viewer="x y")


@pytest.mark.parametrize("logs", [[], (), iter([])], ids=["list", "tuple", "iterator"])
@pytest.mark.parametrize("read", [Data.from_logs, samples, problems])
def test_no_logs_at_all_are_told(read: Callable[..., object], logs: object) -> None:
    with pytest.raises(ValueError, match=r"logs=(\[\]|\(\)) names no logs; it must be a path"):
        read(list(logs) if isinstance(logs, Iterator) else logs)


def test_a_data_frame_is_not_logs() -> None:
    frame = pd.DataFrame({"id": [1], "score_x": [1]})
    table = pa.table({"id": [1]})
    for given in (frame, table, pl.DataFrame({"id": [1]}), duckdb.from_arrow(table)):
        with pytest.raises(TypeError, match=r"is a data frame \(\w+\).*Data\.from_dataframe\(df\)"):
            Data.from_logs(given)


def test_a_log_without_its_samples_says_why(tmp_path: Path, examples: Path) -> None:
    log = pytest.importorskip("inspect_ai.log")
    shutil.copy(examples / "sage-1.eval", tmp_path)
    without = log.read_eval_log(str(examples / "sage-2.eval"))
    without.samples, without.eval.config.log_samples = None, False
    log.write_eval_log(without, str(tmp_path / "none.eval"))
    (problem,) = problems(str(tmp_path), cache=False)
    assert problem.kind == "missing samples"
    assert str(problem) == (
        "'none.eval' lacks 120 of 120 samples (it was run with log_samples=False, or they were removed)"
    )
    data = Data.from_logs(str(tmp_path / "none.eval"), cache=False)
    with pytest.raises(ValueError, match=r"data has no rows, so there is nothing to draw; 'none.eval' lacks 120"):
        sample_heatmap(data)


def test_a_log_viewer_takes_nothing_from_an_iterator(examples: Path) -> None:
    with pytest.raises(ValueError, match="needs logs that are one folder"):
        samples(iter([str(examples)]), log_viewer="http://x")
