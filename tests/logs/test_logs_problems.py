"""Every kind of problem, by logs made for it, and the words that say it."""

from __future__ import annotations

import os
import shutil
import warnings
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import Running, rows
from inspect_ai.log import EvalConfig, EvalDataset
from inspect_ai.log._log import EvalScorer
from inspect_ai.scorer import Score
from zoo import write
from zoo_edits import rewrite
from zoo_tools import sample, save

from inspect_viz.data import Data
from inspect_viz.logs import Problem, problems


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "logs"
    path.mkdir()
    return path


def put(folder: Path, name: str, made: Any = None, **options: Any) -> Path:
    """A log that is called `name`.eval; what is not said is different for every log, or right."""
    about = {"task": f"task {name}", "model": f"mockllm/{name}", **options.pop("eval", {})}
    made = [{**row, "id": f"{name}{row['id']}"} for row in rows(2)] if made is None else made
    path = save(folder, made, name=name, eval=about, **options)
    target = path.with_name(f"{name}{path.suffix}")
    path.rename(target)
    return target


def found(logs: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, message and names of the logs; the table and the function must say the same."""
    own = problems(logs, progress=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert Data.from_logs(logs, strict=False, progress=False).problems == own
    assert all(isinstance(each, Problem) and str(each) == each.message for each in own)
    return [(each.kind, each.message, tuple(os.path.basename(log) for log in each.logs)) for each in own]


def test_good_logs_have_none(folder: Path) -> None:
    put(folder, "a")
    put(folder, "b")
    assert found(folder) == []


def test_one_display_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspect_viz.logs._prepare.model_lookup import Info
    from inspect_viz.logs._problems import found as _hygiene

    put(folder, "a")
    put(folder, "b")
    monkeypatch.setattr(_hygiene, "lookup", lambda models, **_: {model: Info(model="GPT") for model in models})
    said = "the models 'mockllm/a', 'mockllm/b' have the same display name 'GPT'"
    assert found(folder) == [("same name", said, ("a.eval", "b.eval"))]


def test_one_model_runs_a_task_twice(folder: Path) -> None:
    same = {"task": "t", "model": "m"}
    put(folder, "a", rows(3), eval=same)
    put(folder, "b", rows(3), eval=same)
    assert found(folder) == [("run twice", "m ran t twice: 'a.eval', 'b.eval'", ("a.eval", "b.eval"))]
    put(folder, "c", rows(3), eval=same)
    assert found(folder)[0][1] == "m ran t 3 times: 'a.eval', 'b.eval', 'c.eval'"
    put(folder, "d", rows(3), eval=same)
    assert found(folder)[0][1] == "m ran t 4 times: 'a.eval', 'b.eval', 'c.eval', ... (1 more)"


def test_runs_with_other_arguments_or_other_samples_are_no_second_run(folder: Path) -> None:
    same = {"task": "t", "model": "m"}
    put(folder, "a", rows(2), eval={**same, "task_args": {"k": 1}})
    put(folder, "b", rows(2), eval={**same, "task_args": {"k": 2}})
    assert found(folder) == []
    for path in folder.iterdir():
        path.unlink()
    put(folder, "a", rows(2), eval=same)
    put(folder, "b", rows(2, start=3), eval=same)
    assert {kind for kind, *_ in found(folder)} == {"missing samples"}


@pytest.mark.parametrize("writing", ["journal", "finished"])
def test_samples_that_were_run_again(folder: Path, writing: str) -> None:
    running = Running(folder / "a.eval", planned=3).write("s1", "s2", error="broke").write("s1").write("s3")
    if writing == "finished":
        running.finish()
    assert found(folder) == [
        ("run again", "'a.eval' holds 1 sample that was run again: the last run counts", ("a.eval",))
    ]
    running.write("s2")
    if writing == "finished":
        running.finish()
    assert found(folder)[0][1] == "'a.eval' holds 2 samples that were run again: the last run counts"


@pytest.mark.parametrize("entry", ["summaries-twice", "running-sample-logged-twice"])
def test_samples_that_were_run_again_in_old_logs(tmp_path: Path, entry: str) -> None:
    paths = write(entry, tmp_path / entry)
    assert [kind for kind, *_ in found(paths)] == ["run again"]


def test_tasks_that_share_ids(folder: Path) -> None:
    put(folder, "a", rows(3))
    put(folder, "b", rows(1))
    said = "the tasks 'task a', 'task b' share a sample id"
    assert found(folder) == [("shared ids", said, ("a.eval", "b.eval"))]
    put(folder, "c", rows(2, start=2))
    assert [message for _, message, _ in found(folder)] == [
        said,
        "the tasks 'task a', 'task c' share 2 sample ids",
    ]


def test_an_id_with_different_inputs(folder: Path) -> None:
    made = rows(3)
    put(folder, "a", made, eval={"task": "t"})
    put(folder, "b", [{**made[0], "input": "Else?"}, *made[1:]], eval={"task": "t"})
    assert found(folder) == [
        ("different input", "sample 's1' of t has different inputs in different logs", ("a.eval", "b.eval"))
    ]
    put(folder, "c", [{**row, "input": "Else?"} for row in made], eval={"task": "t"})
    assert found(folder)[0][1] == "3 samples of t ('s1', 's2', 's3') have different inputs in different logs"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"task_version": 1}, {"task_version": 2}, "different versions of the task: '1', '2'"),
        ({"task_version": 1}, {"task_version": "1-b"}, "different versions of the task: '1', '1-b'"),
        ({"dataset": EvalDataset(name="x")}, {"dataset": EvalDataset(name="y")}, "different datasets: 'x', 'y'"),
        (
            {"scorers": [EvalScorer(name="match", options={"location": "end"})]},
            {"scorers": [EvalScorer(name="match", options={"location": "any"})]},
            "the scorer match with different options or metadata",
        ),
        (
            {"scorers": [EvalScorer(name="match", metadata={"version": 1})]},
            {"scorers": [EvalScorer(name="match", metadata={"version": 2})]},
            "the scorer match with different options or metadata",
        ),
    ],
)
def test_versions(folder: Path, one: dict[str, Any], other: dict[str, Any], said: str) -> None:
    put(folder, "a", rows(1), eval={"task": "t", **one})
    put(folder, "b", rows(1), eval={"task": "t", **other})
    assert found(folder) == [("different version", f"the logs of t use {said}", ("a.eval", "b.eval"))]


def test_a_scorer_that_only_some_logs_have_is_no_other_version(folder: Path) -> None:
    put(folder, "a", rows(1), eval={"task": "t", "scorers": [EvalScorer(name="match")]})
    put(folder, "b", rows(1), eval={"task": "t", "scorers": [EvalScorer(name="match"), EvalScorer(name="f1")]})
    assert found(folder) == []


@pytest.mark.parametrize(
    ("status", "why"),
    [("success", ""), ("cancelled", " (it was cancelled)"), ("error", " (it ended in an error)")],
)
def test_samples_that_others_have(folder: Path, status: str, why: str) -> None:
    put(folder, "a", rows(3), eval={"task": "t"})
    put(folder, "b", rows(1), eval={"task": "t"}, status=status)
    assert found(folder) == [("missing samples", f"'b.eval' lacks 2 of 3 samples{why}", ("b.eval",))]


def test_samples_that_were_planned(folder: Path) -> None:
    about = {"dataset": EvalDataset(sample_ids=["s1", "s2", "s3"])}
    put(folder, "a", rows(2), eval=about)
    assert found(folder) == [("missing samples", "'a.eval' lacks 1 of 3 samples", ("a.eval",))]


def test_epochs_that_were_planned(folder: Path) -> None:
    made = [sample(id=row["id"], epoch=epoch) for epoch, count in ((1, 3), (2, 1)) for row in rows(count)]
    put(folder, "a", made, eval={"config": EvalConfig(epochs=2)}, status="cancelled")
    said = "'a.eval' lacks 2 of the 6 epochs of its samples (it was cancelled)"
    assert found(folder) == [("missing samples", said, ("a.eval",))]


def test_samples_that_may_still_come_are_not_missing(folder: Path) -> None:
    Running(folder / "a.eval").write("s1")
    assert found(folder) == []


def test_copies(folder: Path) -> None:
    path = put(folder, "a")
    (folder / "deep").mkdir()
    shutil.copy(path, folder / "b.eval")
    shutil.copy(path, folder / "deep" / "a.eval")
    assert found(folder) == [
        ("copy", "'b.eval' is the same run as 'a.eval', which is shown", ("b.eval", "a.eval")),
        ("copy", "'deep/a.eval' is the same run as 'a.eval', which is shown", ("a.eval", "a.eval")),
    ]
    assert len(Data.from_logs(folder, progress=False)) == 2


@pytest.mark.parametrize(
    ("values", "unknown"),
    [
        (["C", "I", "maybe"], "'maybe'"),
        ([1, 0.5, "high"], "'high'"),
        (["C", "x", "y", "z", "w"], "'w', 'x', 'y', ... (1 more)"),
    ],
)
def test_scores_that_are_none(folder: Path, values: list[Any], unknown: str) -> None:
    made = [sample(id=f"{n}", scores={"own": Score(value=value)}) for n, value in enumerate(values)]
    put(folder, "a", made)
    said = f"score_own has values that are no score and count as unscored: {unknown}"
    assert found(folder) == [("unknown score", said, ("a.eval",))]


@pytest.mark.parametrize("values", [["C", "I", "P", "N"], ["a text", "another"], [1, 2.5], [True, False], ["yes", 1]])
def test_scores_of_which_nothing_is_to_be_said(folder: Path, values: list[Any]) -> None:
    put(folder, "a", [sample(id=f"{n}", scores={"own": Score(value=value)}) for n, value in enumerate(values)])
    assert found(folder) == []


def test_logs_without_links(folder: Path) -> None:
    put(folder, "a")
    put(folder, "b")
    viewers = {str(folder / "published"): "https://samples.example.org"}
    data = Data.from_logs(folder, log_viewer=viewers, progress=False)
    said = "the samples of 'a.eval', 'b.eval' have no links: no folder of log_viewer holds them"
    assert [(own.kind, own.message) for own in data.problems] == [("no link", said)]
    data = Data.from_logs(folder / "a.eval", log_viewer=viewers, progress=False)
    assert data.problems[0].message == "the samples of 'a.eval' have no links: no folder of log_viewer holds it"
    viewers = {str(folder): "https://samples.example.org"}
    assert Data.from_logs(folder, log_viewer=viewers, progress=False).problems == ()


def test_unreadable_logs_come_first(folder: Path) -> None:
    put(folder, "a", rows(2), eval={"dataset": EvalDataset(sample_ids=["s1", "s2", "s3"])})
    (folder / "bad.eval").write_bytes(b"")
    os.utime(folder / "bad.eval", (1, 1))
    assert found(folder) == [
        ("unreadable", "'bad.eval' was not read: it is empty", ("bad.eval",)),
        ("missing samples", "'a.eval' lacks 1 of 3 samples", ("a.eval",)),
    ]


def test_logs_without_summaries(folder: Path) -> None:
    path = put(folder, "a")
    rewrite(path, lambda members: {name: data for name, data in members.items() if "summaries" not in name})
    said = "'a.eval': it has no summaries; the samples themselves were read"
    assert found(folder) == [("odd log", said, ("a.eval",))]


def test_problems_follow_refresh(folder: Path) -> None:
    put(folder, "a", rows(2), eval={"task": "t"})
    data = Data.from_logs(folder, progress=False)
    assert data.problems == ()
    path = put(folder, "b", rows(1), eval={"task": "t"})
    data.refresh()
    assert [own.kind for own in data.problems] == ["missing samples"]
    path.unlink()
    data.refresh()
    assert data.problems == ()


def test_logs_in_memory_are_named(folder: Path) -> None:
    from inspect_ai.log import read_eval_log

    made = read_eval_log(str(put(folder, "a", rows(1), eval={"dataset": EvalDataset(sample_ids=["s1", "s2"])})))
    [problem] = problems(made, progress=False)
    assert problem.message == "'a.eval' lacks 1 of 2 samples"
    assert [Path(path).name for path in problem.logs] == ["a.eval"]
    made.location = ""
    assert problems(made, progress=False)[0].message == "'object 1' lacks 1 of 2 samples"
