"""States of samples that logs tell: reasons of scores, and samples that a run will still give."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="logs are written with inspect_ai: pip install 'inspect-viz[inspect]'")

from growing_tools import Running, opened
from heatmaps import drawn
from inspect_ai.scorer import Score
from zoo_tools import sample, save

from inspect_viz.view import sample_heatmap

REASONS = {
    "refusal": "refused",
    "no_response": "empty",
    "invalid_response_format": "unparsable",
    "grader_failed": "failed",
    "scoring_failed": "failed",
}


def test_reasons_of_inspects_scores_are_states(tmp_path: Path) -> None:
    rows = [sample(id=reason, scores={"match": Score.unscored(reason=reason)}) for reason in REASONS]
    rows += [
        sample(id="fine", scores={"match": Score(value="C")}),
        sample(id="other", scores={"match": Score.unscored(reason="bananas")}),
        sample(id="graded", scores={"match": Score(value="I", reason="refusal")}),
    ]
    save(tmp_path, rows, name="a")
    found = drawn(sample_heatmap(opened(tmp_path)))
    states = {id: cell for (id, _), cell in found.cells().items()}
    assert {id: states[id] for id in REASONS} == {reason: (None, state) for reason, state in REASONS.items()}
    assert states["fine"] == (1.0, "ok")
    assert states["other"] == (None, "unscored")
    assert states["graded"] == (0.0, "refused")


def test_samples_that_a_run_will_still_give_are_pending_and_not_absent(tmp_path: Path) -> None:
    done = [sample(id=f"s{n}", scores={"match": Score(value="C")}) for n in (1, 2, 3, 7)]
    save(tmp_path, done, name="done", eval={"model": "zoo/other"})
    Running(tmp_path / "running.eval", planned=3).write("s1")
    found = drawn(sample_heatmap(opened(tmp_path)))
    assert found.counts == {"pending": 2, "absent": 1}
    assert sorted(found.texts("legend-key")) == ["1 absent", "2 pending"]
    pending = {id for (id, _), state in found.states().items() if state == "pending"}
    assert pending == {"s2", "s3"}
