"""The score by which a task says that it is judged is the one that is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.analysis import EvalResults
from inspect_ai.log import HeadlineMetric
from inspect_ai.scorer import Score
from runs_read import frame
from zoo import write
from zoo_tools import sample, save

from inspect_viz import Data
from inspect_viz.view._roles import find_roles

ENTRIES = [
    ("run-with-headline-metric", "score_zoo_length"),
    ("run-with-headline-of-a-key", "score_zoo_parts_b"),
    ("run-with-a-headline-that-is-gone", "score_zoo_length"),
]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def shown(data: Data) -> str:
    return find_roles(data).score.column


@pytest.mark.parametrize(("name", "column"), ENTRIES)
def test_the_headline_is_drawn(tmp_path: Path, name: str, column: str) -> None:
    write(name, tmp_path / name)
    assert shown(Data.from_logs(tmp_path, progress=False)) == column


def test_the_headline_of_a_data_frame_is_drawn(tmp_path: Path) -> None:
    write("run-with-headline-metric", tmp_path / "x")
    assert shown(Data.from_dataframe(frame(tmp_path, *EvalResults))) == "score_zoo_length"


def test_columns_about_the_headline_are_no_scores(tmp_path: Path) -> None:
    write("run-with-reasons", tmp_path / "x")
    data = Data.from_dataframe(frame(tmp_path, *EvalResults).drop(columns="score_includes"))
    assert shown(data) == "score_zoo_judge"


def put(folder: Path, name: str, told: HeadlineMetric | None) -> None:
    scores = {key: Score(value=1) for key in ("a", "b")}
    save(folder, [sample(scores=scores)], name=name, eval={"headline_metric": told, "task": name, "model": name})


@pytest.mark.parametrize(
    "told", [HeadlineMetric(scorer="b"), HeadlineMetric(score="b"), HeadlineMetric(scorer="pkg/b", metric="mean")]
)
def test_a_log_without_results_tells_it_too(tmp_path: Path, told: HeadlineMetric) -> None:
    put(tmp_path, "one", told)
    assert shown(Data.from_logs(tmp_path, progress=False)) == "score_b"


@pytest.mark.parametrize("told", [None, HeadlineMetric(metric="mean"), HeadlineMetric(scorer="gone")])
def test_where_it_is_not_told_the_caller_must_choose(tmp_path: Path, told: HeadlineMetric | None) -> None:
    put(tmp_path, "one", told)
    with pytest.raises(ValueError, match="candidates: 'score_a', 'score_b'"):
        shown(Data.from_logs(tmp_path, progress=False))


def test_tasks_that_disagree_leave_the_choice(tmp_path: Path) -> None:
    put(tmp_path, "one", HeadlineMetric(scorer="a"))
    put(tmp_path, "two", HeadlineMetric(scorer="b"))
    with pytest.raises(ValueError, match="must say which score to show"):
        shown(Data.from_logs(tmp_path, progress=False, where="id = '1'"))


def test_a_score_that_was_named_is_drawn(tmp_path: Path) -> None:
    put(tmp_path, "one", HeadlineMetric(scorer="a"))
    assert find_roles(Data.from_logs(tmp_path, progress=False), score_value="score_b").score.column == "score_b"
