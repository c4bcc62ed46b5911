"""A run that was continued is one run, in problems, labels and cells, whether logs are read or a data frame of them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.analysis import EvalResults
from inspect_ai.log import EvalDataset
from inspect_ai.scorer import Score
from runs_read import called, framed, seen, states, told
from zoo import write
from zoo_tools import sample, save

from inspect_viz import Data
from inspect_viz.logs import samples

FIVE = [str(number) for number in range(1, 6)]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Real retries, by name."""
    names = ("run-retried-until-complete", "run-retried-twice", "run-retried", "run-retried-by-a-set")
    root = tmp_path_factory.mktemp("retries")
    for name in names:
        write(name, root / name)
    return {name.removeprefix("run-retried-").replace("run-retried", "in-vain"): root / name for name in names}


def test_a_run_that_was_completed_later_is_one_row_of_five(folders: dict[str, Path]) -> None:
    picture = seen(folders["until-complete"])
    assert (sorted(picture.x), picture.y, states(picture)) == (FIVE, ["zoo/model"], {"ok": 5})


def test_that_it_was_retried_is_said_and_nothing_else(folders: dict[str, Path]) -> None:
    folder = folders["until-complete"]
    old, new = called(folder)
    assert told(folder) == [("retried", f"'{new}' continues '{old}': they count as one run")]


def test_a_run_that_was_retried_twice(folders: dict[str, Path]) -> None:
    folder = folders["twice"]
    picture = seen(folder)
    assert (sorted(picture.x), picture.y, states(picture)) == (FIVE, ["zoo/model"], {"ok": 5})
    first, second, third = called(folder)
    assert told(folder) == [("retried", f"'{third}' continues '{first}', '{second}': they count as one run")]


def test_a_set_that_was_retried(folders: dict[str, Path]) -> None:
    assert states(seen(folders["by-a-set"])) == {"ok": 5}
    assert [kind for kind, _ in told(folders["by-a-set"])] == ["retried"]


def test_what_still_fails_is_drawn_once(folders: dict[str, Path]) -> None:
    picture = seen(folders["in-vain"])
    assert picture.y == ["zoo/model"]
    assert picture.states()["2", "zoo/model"] == "error"
    assert picture.states()["1", "zoo/model"] == "ok"


@pytest.mark.parametrize("name", ["until-complete", "twice", "in-vain", "by-a-set"])
@pytest.mark.parametrize("columns", [[], EvalResults], ids=["without status", "with status"])
def test_a_data_frame_of_the_logs_gives_the_same_picture(folders: dict[str, Path], name: str, columns: list) -> None:  # type: ignore[type-arg]
    assert framed(folders[name], *columns).cells() == seen(folders[name]).cells()


def test_the_table_keeps_the_rows_of_all_logs(folders: dict[str, Path]) -> None:
    table = samples(folders["until-complete"], progress=False)
    assert table["id"].to_pylist()[:3] == ["1", "2", "3"]
    assert set(table["id"].to_pylist()) == set(FIVE)
    assert table.num_rows > 5


@pytest.mark.parametrize("columns", [["id", "epoch", "error", "score_*"], ["score_match", "id"]])
def test_few_columns_are_enough(folders: dict[str, Path], columns: list[str]) -> None:
    from heatmaps import drawn

    from inspect_viz.view import sample_heatmap

    data = Data.from_logs(folders["until-complete"], columns=columns, progress=False)
    assert states(drawn(sample_heatmap(data))) == {"ok": 5}


def test_with_a_condition_what_is_left_is_drawn(folders: dict[str, Path]) -> None:
    from heatmaps import drawn

    from inspect_viz.view import sample_heatmap

    data = Data.from_logs(folders["until-complete"], where="id in ('1', '3')", progress=False)
    assert drawn(sample_heatmap(data)).cells().keys() == {("1", "zoo/model"), ("3", "zoo/model")}
    assert states(drawn(sample_heatmap(data))) == {"ok": 2}


def put(folder: Path, name: str, scores: dict[str, float], status: str = "success", planned: int = 3) -> Path:
    """A log of a run that is called "run"; samples of one id and score are the same."""
    ids = [f"s{number + 1}" for number in range(planned)]
    rows = [sample(id=id, uuid=f"{id} {own}", scores={"match": Score(value=own)}) for id, own in scores.items()]
    about = {"task_id": "run", "task": "t", "model": "m", "dataset": EvalDataset(sample_ids=ids)}
    day = 1 + len(list(folder.iterdir())) if folder.exists() else 1
    folder.mkdir(exist_ok=True)
    return save(folder, rows, name=name, eval={**about, "created": f"2026-01-{day:02}T00:00:00+00:00"}, status=status)


def test_the_newest_complete_log_stands_for_the_run(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    put(folder, "a", {"s1": 0.1, "s2": 0.2}, "error")
    put(folder, "b", {"s1": 0.1, "s2": 0.3, "s3": 0.4})
    put(folder, "c", {"s2": 0.5}, "cancelled")
    assert seen(folder).values() == {("s1", "m"): 0.1, ("s2", "m"): 0.3, ("s3", "m"): 0.4}
    assert told(folder) == [("retried", "'x-b.eval' continues 'x-a.eval', 'x-c.eval': they count as one run")]


def test_without_a_complete_log_the_newest_counts_and_what_all_lack_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    put(folder, "a", {"s1": 0.1, "s2": 0.2}, "error")
    put(folder, "b", {"s2": 0.3}, "cancelled")
    assert seen(folder).values() == {("s1", "m"): 0.1, ("s2", "m"): 0.3}
    assert told(folder) == [
        ("missing samples", "'x-b.eval' lacks 1 of 3 samples (it was cancelled)"),
        ("retried", "'x-b.eval' continues 'x-a.eval': they count as one run"),
    ]


def test_other_logs_are_compared_with_the_run(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    put(folder, "a", {"s1": 0.1}, "error")
    put(folder, "b", {"s1": 0.1, "s2": 0.3, "s3": 0.4})
    about = {"task": "t", "model": "other", "dataset": EvalDataset(sample_ids=["s1", "s2", "s3"])}
    save(folder, [sample(id=f"s{n}") for n in (1, 2, 3)], name="c", eval=about)
    assert [kind for kind, _ in told(folder)] == ["retried"]
