"""Samples in chunks give the same table as the log that they were made of."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from oracle import differences
from runs_read import told
from zoo_edits import rewrite
from zoo_reasons import chunked
from zoo_tools import logs_in

from inspect_viz.logs import samples


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module", params=[1, 1000], ids=["small chunks", "large chunks"])
def logs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A log in chunks, and the log that it was made of."""
    folder = tmp_path_factory.mktemp("chunks") / "x"
    path = chunked(folder, request.param)
    return path, logs_in(folder / "plain")[0]


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
def test_the_table_is_that_of_the_whole_log(logs: tuple[Path, Path], full: bool) -> None:
    ours, theirs = (samples(path, full=full, progress=False).drop_columns("log").sort_by("sample_id") for path in logs)
    assert ours.num_rows == 6
    assert differences(ours, theirs) == []
    if full:
        assert any(len(text) > 10_000 for text in ours["input"].to_pylist())
        assert len(ours["metadata_long"].drop_null()[0].as_py()) > 10_000


def test_without_summaries_the_samples_are_read(tmp_path: Path) -> None:
    path = chunked(tmp_path / "x", 2)
    rewrite(path, lambda members: {name: data for name, data in members.items() if "summaries" not in name})
    ours, theirs = (
        samples(own, progress=False).drop_columns("log") for own in (path, *logs_in(tmp_path / "x" / "plain"))
    )
    assert differences(ours.sort_by("sample_id"), theirs.sort_by("sample_id")) == []


def test_there_is_nothing_to_say(logs: tuple[Path, Path]) -> None:
    assert told(logs[0]) == []


def test_one_log_may_hold_both_kinds(tmp_path: Path) -> None:
    path = chunked(tmp_path / "x", 2)
    [plain] = logs_in(tmp_path / "x" / "plain")
    with zipfile.ZipFile(plain) as archive:
        first = {"samples/1_epoch_1.json": archive.read("samples/1_epoch_1.json")}
    rewrite(path, lambda all: {k: v for k, v in all.items() if not k.startswith("samples/1_epoch_1/")} | first)
    ours, theirs = (samples(own, full=True, progress=False).drop_columns("log") for own in (path, plain))
    assert differences(ours.sort_by("sample_id"), theirs.sort_by("sample_id")) == []
