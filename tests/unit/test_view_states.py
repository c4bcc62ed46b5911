"""Why a cell is not what it should be: reasons of scores, samples that were declared invalid or are still to come."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest
from heatmaps import SVG, Picture, drawn, heatmap, picture

GRAVEST_FIRST = ("error", "limit", "failed", "invalidated", "refused", "empty", "unparsable", "unscored")
REASONS = {
    "refused": "refusal",
    "empty": "no_response",
    "unparsable": "invalid_response_format",
    "failed": "grader_failed",
}
KEY = {
    "error": "1 error",
    "limit": "1 limit",
    "failed": "1 not graded",
    "invalidated": "1 invalidated",
    "refused": "1 refused",
    "empty": "1 empty",
    "unparsable": "1 unparsable",
    "unscored": "1 unscored",
}
SIGNS = {
    "error": "cross",
    "limit": "corner",
    "failed": "cross",
    "invalidated": "ring",
    "refused": "ring",
    "empty": "ring",
    "unparsable": "ring",
    "unscored": "ring",
}


def row(sample: str, state: str, score: float | None = None, model: str = "m") -> dict[str, object]:
    """A row in a state, as tables of logs have it."""
    return {
        "id": sample,
        "model_display_name": model,
        "score_s": score,
        "score_s_reason": REASONS.get(state),
        "error": "boom" if state == "error" else "",
        "limit": "token" if state == "limit" else None,
        "invalidation": '{"author": "a"}' if state == "invalidated" else None,
    }


def signs(found: Picture) -> set[str]:
    return {e.get("data-ink") for e in found.part("paint").iter(f"{SVG}path") if e.get("data-ink")} - {"halo"}


@pytest.mark.parametrize("state", GRAVEST_FIRST)
def test_each_state_is_told_by_its_cell_its_count_the_key_and_a_sign(state):
    found = picture([row("a", state), row("b", "ok", 0.5), row("c", "ok", 1.0)])
    assert found.states() == {("a", "m"): state, ("b", "m"): "ok", ("c", "m"): "ok"}
    assert found.counts == {state: 1}
    assert found.texts("legend-key") == [KEY[state]]
    assert signs(found) == {SIGNS[state]}


def test_all_states_are_in_the_key_the_gravest_first():
    found = picture([*(row(state, state) for state in GRAVEST_FIRST), row("fine", "ok", 1.0)])
    assert found.texts("legend-key") == [KEY[state] for state in GRAVEST_FIRST]
    assert signs(found) == {"cross", "corner", "ring"}


@pytest.mark.parametrize(("graver", "other"), itertools.pairwise(GRAVEST_FIRST))
def test_the_gravest_epoch_decides_the_cell_and_each_is_counted(graver, other):
    for order in ((graver, other), (other, graver)):
        found = picture([*(row("a", state) for state in order), row("b", "ok", 1.0)])
        assert found.states()["a", "m"] == graver
        assert found.counts == {graver: 1, other: 1}


@pytest.mark.parametrize(("reason", "state"), [(reason, state) for state, reason in REASONS.items()])
def test_a_score_with_a_reason_keeps_its_value_and_has_the_sign(reason, state):
    found = picture([row("a", state, 0.0), row("b", "ok", 1.0)])
    assert found.cells()["a", "m"] == (0.0, state)


def test_a_row_is_counted_once_in_its_gravest_state():
    both = {**row("a", "refused"), "error": "boom", "limit": "token"}
    assert picture([both, row("b", "ok", 1.0)]).counts == {"error": 1}


def test_a_scorer_that_could_not_run_failed_as_a_grader_does():
    rows = [{**row("a", "failed"), "score_s_reason": "scoring_failed"}, row("b", "failed"), row("c", "ok", 1.0)]
    assert picture(rows).counts == {"failed": 2}


@pytest.mark.parametrize("reason", ["bananas", "", None])
def test_other_reasons_are_no_state_of_their_own(reason):
    rows = [{**row("a", "unscored"), "score_s_reason": reason}, {**row("b", "ok", 1.0), "score_s_reason": reason}]
    assert picture(rows).counts == {"unscored": 1}


def test_the_reason_of_a_scorer_counts_for_each_key_of_its_scores():
    table = pd.DataFrame([row("a", "refused"), row("b", "ok", 1.0)])
    table = table.rename(columns={"score_s": "score_s_part"})
    assert picture(table).counts == {"refused": 1}


def test_invalid_scores_that_count_are_in_no_state():
    rows = [row("a", "invalidated", 0.25), row("b", "ok", 1.0)]
    assert picture(rows).cells()["a", "m"] == (None, "invalidated")
    assert picture(rows, invalidated=True).cells()["a", "m"] == (0.25, "ok")


def test_reasons_of_several_rows_are_counted_for_the_tip():
    found = picture([row("a", "refused"), row("a", "refused"), row("a", "ok", 1.0), row("b", "ok", 1.0)])
    at = found.x.index("a")
    assert (found.plot["rows"][at], found.plot["scored"][at], found.plot["reasons"]["refused"][at]) == (3, 1, 2)


def many(errors: int, rows: int = 100) -> list[dict[str, object]]:
    """A cell of many rows, some of which are errors, beside one without any."""
    cells = [row("a", "error" if i < errors else "ok", None if i < errors else 0.5) for i in range(rows)]
    return [*cells, *(row("b", "ok", 0.25) for _ in range(rows))]


def corner(errors: int) -> float:
    """The side of the corner that marks so many errors of a hundred rows."""
    found = drawn(heatmap(many(errors), cell={"text": "auto"}, legend=None))
    assert found.texts("paint") == ["0.25", "0.50"]
    [sign] = [e for e in found.part("paint").iter(f"{SVG}path") if e.get("data-ink") == "cross-filled"]
    return float(sign.get("d").split("h")[1].split("l")[0])


def test_a_printed_mean_keeps_its_number_beside_a_corner_whose_area_is_the_share_of_the_rows():
    sizes = [corner(errors) for errors in (1, 25, 50, 99)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 3
    assert sizes[2] ** 2 == pytest.approx(2 * sizes[1] ** 2, rel=0.05)


def test_a_cell_without_any_score_keeps_the_whole_sign():
    found = drawn(heatmap([*many(0), *(row("c", "error") for _ in range(3))], cell={"text": "auto"}, legend=None))
    assert signs(found) == {"cross"}
