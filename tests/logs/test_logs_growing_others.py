"""Logs that grow in other ways: rewritten, in empty folders, as `.json`, in memory, with columns that come later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import Running, ids, opened, pending, rows
from inspect_ai.log import EvalDataset
from inspect_ai.scorer import Score
from zoo_tools import log, sample, save

from inspect_viz.data import Data
from inspect_viz.logs import Changes, LogError

Count = Callable[[], list[str]]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "logs"
    path.mkdir()
    return path


def test_a_log_that_was_written_again_is_changed(folder: Path) -> None:
    path = save(folder, rows(2))
    data = opened(folder)
    path.unlink()
    save(folder, [*rows(1), sample(id="new", scores={"match": Score(value="I")}, uuid="new")])
    assert data.refresh() == Changes(changed=(str(path),), samples=1)
    assert ids(data) == ["s1", "new"]


def test_a_folder_without_logs_fills(folder: Path) -> None:
    data = opened(folder, strict=False)
    assert len(data) == 0
    assert data.pending.num_rows == 0
    running = Running(folder / "a.eval").write()
    assert data.refresh() == Changes(added=(str(running.path),), pending=6)
    running.write("s1")
    assert data.refresh().grown == (str(running.path),)
    assert ids(data) == ["s1"]
    assert data.problems == ()


def test_a_folder_without_logs_is_an_error_where_it_must_be_read(folder: Path) -> None:
    with pytest.raises(LogError, match="the folder holds no logs"):
        opened(folder)


def test_a_json_log_grows_too(folder: Path) -> None:
    about = {"dataset": EvalDataset(sample_ids=["s1", "s2"])}

    def state(count: int, status: str) -> Path:
        return save(folder, rows(count), suffix=".json", eval=about, status=status)

    path = state(1, "started")
    data = opened(folder)
    assert pending(data) == [("s2", 1)]
    state(2, "started")
    assert data.refresh() == Changes(grown=(str(path),), samples=1)
    state(2, "success")
    assert data.refresh() == Changes(finished=(str(path),))


def test_a_generator_of_logs_can_be_refreshed(folder: Path) -> None:
    paths = [save(folder, rows(2), name="one"), save(folder, rows(3), name="two")]

    def given() -> Iterator[Path]:
        yield from paths

    data = opened(given())
    assert not data.refresh()
    assert len(data) == 5


def test_logs_in_memory_change_when_they_do(folder: Path) -> None:
    made = log("memory", rows(2))
    data = opened([made])
    assert not data.refresh()
    assert made.samples is not None
    made.samples[0].scores = {"match": Score(value="I")}
    assert bool(data.refresh())
    assert data.reader.ask("SELECT score_match FROM data") == [("I",), ("C",)]


def test_a_table_is_as_it_would_be_if_it_were_read_now(folder: Path) -> None:
    running = [Running(folder / f"{name}.eval").write("s1") for name in "ab"]
    data = opened(folder)
    for number in range(2, 7):
        running[number % 2].write(f"s{number}", scores={"match": {"value": number if number % 2 else f"text {number}"}})
        data.refresh()
        fresh = opened(folder, cache=False)
        assert data.columns == fresh.columns
        assert data.reader.ask("SELECT * FROM data") == fresh.reader.ask("SELECT * FROM data")


def test_columns_of_running_logs_may_come_later(folder: Path) -> None:
    running = Running(folder / "a.eval").write()
    data = opened(folder, columns=["id", "score_match"], where="score_match = 'C' OR score_match IS NULL")
    assert "score_match" not in data.columns
    running.write("s1", scores={"match": {"value": "I"}}).write("s2")
    data.refresh()
    assert ids(data) == ["s2"]
    assert "score_match" in data.columns


def test_refresh_does_not_fail_for_a_column_that_never_came(folder: Path) -> None:
    running = Running(folder / "a.eval", planned=1).write()
    data = opened(folder, columns=["id", "score_other"], where="score_other IS NULL")
    running.write("s1").finish()
    assert data.refresh().finished == (str(running.path),)
    assert ids(data) == ["s1"]


def test_other_tables_have_no_logs() -> None:
    data = Data.from_dataframe({"a": [1]})
    assert data.problems == ()
    with pytest.raises(ValueError, match=r"made by Data\.from_logs"):
        data.refresh()
    with pytest.raises(ValueError, match=r"made by Data\.from_logs"):
        _ = data.pending
