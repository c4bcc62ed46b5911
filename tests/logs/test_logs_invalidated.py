"""Samples that were declared invalid are left out of means, and that is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from heatmaps import drawn, picture
from inspect_ai.analysis import SampleSummary, samples_df
from inspect_ai.analysis._dataframe.samples.columns import SampleColumn
from inspect_ai.log import EvalLog, read_eval_log, write_eval_log
from inspect_ai.log._recorders.chunked import convert_eval_logs_to_chunked
from oracle import differences, plain
from runs_read import framed, seen, told
from zoo_edits import dropped, edit
from zoo_retries import invalidated, retry

from inspect_viz import Data
from inspect_viz.logs import samples
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

INVALID = SampleColumn("invalidation", path="invalidation", full=True)
MODEL = "zoo/model"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> EvalLog:
    """A run of five samples of which 2 and 5 were declared invalid."""
    return invalidated(tmp_path_factory.mktemp("logs") / "x", 2, 5)


@pytest.fixture
def folder(log: EvalLog) -> Path:
    return Path(log.location).parent


def valued(values: dict[tuple[str, str], Any]) -> set[str]:
    return {id for (id, _), value in values.items() if value is not None}


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
@pytest.mark.parametrize("kind", ["eval", "json", "object", "chunked"])
def test_the_column_is_that_of_inspect_ai(tmp_path: Path, log: EvalLog, full: bool, kind: str) -> None:
    theirs = plain(samples_df([log.location], [*SampleSummary, INVALID], quiet=True)).select(["id", "invalidation"])
    given: Any = log.location
    if kind == "json":
        given = tmp_path / "2026-01-02T03-04-05_x.json"
        write_eval_log(log, str(given))
    elif kind == "object":
        given = read_eval_log(log.location)
    elif kind == "chunked":
        convert_eval_logs_to_chunked(log.location, str(tmp_path / "chunked"))
        given = tmp_path / "chunked"
    ours = samples(given, full=full, progress=False).select(["id", "invalidation"])
    assert differences(ours.sort_by("id"), theirs.sort_by("id")) == []


def test_a_log_of_valid_samples_has_no_such_column(examples: Path) -> None:
    assert "invalidation" not in samples(examples, progress=False).column_names


def test_invalid_samples_have_no_value(folder: Path) -> None:
    found = seen(folder)
    assert valued(found.values()) == {"1", "3", "4"}
    assert {found.states()[id, MODEL] for id in ("2", "5")} == {"invalidated"}
    assert valued(seen(folder, invalidated=True).values()) == {"1", "2", "3", "4", "5"}


@pytest.mark.parametrize("columns", [["score_match", "id"], ["id", "score_*"]])
def test_few_columns_do_not_make_them_valid(folder: Path, columns: Any) -> None:
    data = Data.from_logs(folder, columns=columns, progress=False)
    assert valued(drawn(sample_heatmap(data)).values()) == {"1", "3", "4"}


def test_a_data_frame_with_the_column_is_drawn_alike(folder: Path) -> None:
    assert framed(folder, INVALID).cells() == seen(folder).cells()


def test_it_is_said(folder: Path) -> None:
    [(kind, message)] = told(folder)
    assert kind == "invalidated"
    assert message.endswith("holds 2 samples declared invalid (the grader was down): their scores are left out")
    picture = sample_heatmap(Data.from_logs(folder, progress=False))
    assert "the grader was down" in to_html(picture)


def test_a_run_that_was_repaired_is_whole(tmp_path: Path) -> None:
    retry(invalidated(tmp_path / "x", 2, 5), tmp_path / "x")
    assert valued(seen(tmp_path).values()) == {"1", "2", "3", "4", "5"}
    assert [kind for kind, _ in told(tmp_path)] == ["retried"]


def test_a_log_that_does_not_say_which_is_invalid_as_a_whole(tmp_path: Path) -> None:
    path = Path(invalidated(tmp_path / "x", 2, 5).location)
    names = [f"samples/{number}_epoch_1.json" for number in (2, 5)]
    edit(path, dropped("invalidation"), *names)
    assert valued(seen(tmp_path).values()) == set()
    assert [kind for kind, _ in told(tmp_path)] == ["invalidated"]


@pytest.mark.parametrize("value", [True, "the grader was down", '{"reason": null}'])
def test_frames_may_say_it_in_several_ways(value: Any) -> None:
    rows = [
        {"id": "s", "model": "m", "epoch": 1, "score_s": 0.0, "invalidation": value},
        {"id": "s", "model": "m", "epoch": 2, "score_s": 1.0, "invalidation": None},
        {"id": "t", "model": "m", "epoch": 1, "score_s": 0.5, "invalidation": None},
    ]
    assert picture(rows).values() == {("s", "m"): 1.0, ("t", "m"): 0.5}
    assert picture(rows, invalidated=True).values() == {("s", "m"): 0.5, ("t", "m"): 0.5}
