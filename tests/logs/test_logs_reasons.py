"""Reasons of scores, and columns whose names meet: no score loses its column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from inspect_ai.analysis import SampleScores, SampleSummary, samples_df
from inspect_ai.scorer import Score
from oracle import differences, plain
from runs_read import told
from zoo import write
from zoo_tools import logs_in, sample, save

from inspect_viz import Data
from inspect_viz.logs import samples


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize("full", [False, True], ids=["summaries", "full"])
@pytest.mark.parametrize("name", ["run-with-reasons", "run-with-reasons-in-json", "scores-with-old-reasons"])
def test_reasons_are_those_that_inspect_ai_tells(tmp_path: Path, name: str, full: bool) -> None:
    paths = write(name, tmp_path / name)
    theirs = plain(samples_df([str(path) for path in paths], [*SampleSummary, *SampleScores], full=True, quiet=True))
    reasons = [column for column in theirs.column_names if column.endswith("_reason") and column.startswith("score_")]
    assert reasons
    ours = samples(paths, full=full, progress=False)
    assert [column for column in ours.column_names if column.startswith("score_") and "reason" in column] == reasons
    assert differences(ours.select(reasons), theirs.select(reasons)) == []


def test_without_reasons_there_is_no_column(tmp_path: Path) -> None:
    save(tmp_path, [sample(scores={"a": Score(value=1, reason="")})])
    assert [name for name in samples(tmp_path, progress=False).column_names if "reason" in name] == ["limit_reason"]


@pytest.mark.parametrize("columns", ["score_a_reason", "*_reason", "score_*"])
def test_reasons_can_be_asked_for(tmp_path: Path, columns: str) -> None:
    save(tmp_path, [sample(scores={"a": Score(value=1, reason="refusal")}), sample(id=2)])
    assert samples(tmp_path, columns=columns, progress=False)["score_a_reason"].to_pylist() == ["refusal", None]
    assert samples(tmp_path, columns="id", where="score_a_reason = 'refusal'", progress=False).num_rows == 1


def test_reasons_are_no_scores_to_choose_from(tmp_path: Path) -> None:
    from runs_read import seen

    save(tmp_path, [sample(scores={"a": Score(value=1)}), sample(id=2, scores={"a": Score(value=0, reason="N")})])
    assert set(seen(tmp_path).values().values()) == {0.0, 1.0}


def columns_of(folder: Path, *logs: dict[str, Any]) -> dict[str, list[Any]]:
    """The columns of scores of logs of one sample each, of which the scores are given."""
    folder.mkdir()
    for number, scores in enumerate(logs):
        save(folder, [sample(scores={name: Score(**own) for name, own in scores.items()})], name=f"{number}")
    table = samples(folder, progress=False)
    return {name: table[name].to_pylist() for name in table.column_names if name.startswith("score_")}


def test_a_scorer_and_a_key_of_one_name_have_a_column_each(tmp_path: Path) -> None:
    found = columns_of(tmp_path / "x", {"a": {"value": {"b": 1}}, "a_b": {"value": 0.5}})
    assert found == {"score_a": ['{"b": 1}'], "score_a[b]": [1], "score_a_b": [0.5]}
    assert told(tmp_path / "x") == [
        ("same column", "score_a_b is a score of its own, so what belongs to score_a is score_a[b]")
    ]


def test_names_may_meet_in_different_logs(tmp_path: Path) -> None:
    found = columns_of(tmp_path / "x", {"a": {"value": {"b": 1}}}, {"a_b": {"value": 0.5}})
    assert found["score_a[b]"] == [1.0, None]
    assert found["score_a_b"] == [None, 0.5]
    assert [kind for kind, _ in told(tmp_path / "x") if kind == "same column"] == ["same column"]


def test_keys_of_two_scorers_may_meet(tmp_path: Path) -> None:
    found = columns_of(tmp_path / "x", {"a": {"value": {"b_c": 1}}, "a_b": {"value": {"c": 2}}})
    assert found == {"score_a": ['{"b_c": 1}'], "score_a_b": ['{"c": 2}'], "score_a_b_c": [1], "score_a_b[c]": [2]}


@pytest.mark.parametrize("what", ["reason", "kind"])
def test_a_scorer_may_be_called_as_what_belongs_to_a_score(tmp_path: Path, what: str) -> None:
    logs = [{"a": {"value": 1, "reason": "refusal"}, f"a_{what}": {"value": 0.5}}, {"a": {"value": "C"}}]
    found = columns_of(tmp_path / "x", *logs)
    assert found[f"score_a_{what}"] == [0.5, None]
    assert found[f"score_a[{what}]"] == {"reason": ["refusal", None], "kind": ["int", "str"]}[what]


def test_columns_whose_names_met_can_be_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    columns_of(folder, {"a": {"value": {"b": 1}}, "a_b": {"value": 0.5}})
    assert samples(folder, columns="score_a[b]", progress=False).column_names == [
        "sample_id",
        "eval_id",
        "log",
        "score_a[b]",
    ]
    assert samples(folder, columns="id", where='"score_a[b]" = 1', progress=False).num_rows == 1
    assert Data.from_logs(folder, columns="score_a_b", progress=False).column_unique("score_a_b") == [0.5]


def test_a_table_of_the_zoo_has_all_columns(tmp_path: Path) -> None:
    paths = write("scores-whose-names-meet", tmp_path / "scores-whose-names-meet")
    assert samples(paths, progress=False)["score_a[b]"].to_pylist() == [1, 2, None, None]
    assert logs_in(tmp_path) == paths
