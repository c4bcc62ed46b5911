"""Planned ids: those that are positions or nothing at all make no sample missing and none pending."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.log import EvalConfig, EvalDataset
from inspect_ai.scorer import Score
from zoo_edits import rewrite
from zoo_tools import sample, save

from inspect_viz import Data
from inspect_viz.logs import problems


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def put(folder: Path, name: str, ids: list[Any], planned: list[Any], epochs: int = 1, **options: Any) -> Path:
    folder.mkdir(exist_ok=True)
    rows = [sample(id=id, epoch=epoch + 1, scores={"match": Score(value=1)}) for epoch in range(epochs) for id in ids]
    config = EvalConfig(epochs=options.pop("of", epochs))
    about = {"task": "t", "model": name, "dataset": EvalDataset(sample_ids=planned), "config": config}
    return save(folder, rows, name=name, eval=about, **options)


def kinds(folder: Path) -> list[str]:
    return [own.kind for own in problems(folder, progress=False)]


POSITIONS = [1, 2, 3]


@pytest.mark.parametrize(
    ("ids", "planned"),
    [
        (["a", "b", "c"], POSITIONS),
        (["a", "b"], POSITIONS),
        (["a", "b", "c"], ["x", "y"]),
        (["2", "4", "6"], POSITIONS),
        (["a", "b", "c"], []),
    ],
)
@pytest.mark.parametrize("suffix", [".eval", ".json"])
def test_ids_of_which_none_is_there_or_as_many_as_others_are_none(
    tmp_path: Path, ids: list[str], planned: list[Any], suffix: str
) -> None:
    put(tmp_path / "x", "a", ids, planned, suffix=suffix)
    assert kinds(tmp_path / "x") == []


@pytest.mark.parametrize(("ids", "planned"), [(["1", "2"], POSITIONS), ([1, 2], ["1", "2", "3"]), ([], POSITIONS)])
def test_ids_that_are_there_make_others_missing(tmp_path: Path, ids: list[Any], planned: list[Any]) -> None:
    put(tmp_path / "x", "a", ids, planned, status="cancelled")
    assert kinds(tmp_path / "x") == ["missing samples"]


def test_what_other_logs_have_is_still_missing(tmp_path: Path) -> None:
    put(tmp_path / "x", "a", ["a", "b", "c"], POSITIONS)
    put(tmp_path / "x", "b", ["a", "b"], POSITIONS)
    [problem] = problems(tmp_path / "x", progress=False)
    assert problem.message == "'x-b.eval' lacks 1 of 3 samples"


def running(path: Path) -> Path:
    """Makes of a complete log one that is being written."""
    keep = ("_journal/start.json", "_journal/summaries/1.json")
    rewrite(path, lambda members: {name: data for name, data in members.items() if name in keep or "samples/" in name})
    return path


@pytest.mark.parametrize(
    ("ids", "planned", "of", "pending"),
    [
        (["a", "b"], POSITIONS, 1, []),
        (["a", "b"], POSITIONS, 2, [("a", 2), ("b", 2)]),
        (["1", "2"], POSITIONS, 1, [("3", 1)]),
        ([], POSITIONS, 1, [("1", 1), ("2", 1), ("3", 1)]),
    ],
)
def test_pending_samples(
    tmp_path: Path, ids: list[str], planned: list[Any], of: int, pending: list[tuple[str, int]]
) -> None:
    path = running(put(tmp_path / "x", "a", ids, planned, of=of))
    table = Data.from_logs(path, progress=False).pending
    assert list(zip(table["id"].to_pylist(), table["epoch"].to_pylist(), strict=True)) == pending
