"""Which column is the score."""

from __future__ import annotations

import pytest
from heatmaps import heatmap, picture

BASE = {"id": "s", "model": "m"}


@pytest.mark.parametrize("value", [0.5, 1, True, "C", None])
def test_the_only_score_is_found(value):
    row = {**BASE, "score_only": value, "other": 3, "scores": "x"}
    assert picture([row]).plot["valueName"] == "score_only"


def test_a_score_that_cannot_be_shown_is_no_candidate():
    row = {**BASE, "score_text": "well done", "score_list": [1, 2], "score_good": 0.5}
    assert picture([row]).plot["valueName"] == "score_good"


def test_several_candidates_are_listed():
    with pytest.raises(ValueError, match=r"score_value .*'score_a', 'score_b'$") as caught:
        heatmap([{**BASE, "score_a": 1, "score_b": 2, "score_text": "well done"}])
    assert "score_text" not in str(caught.value)


def test_none_that_can_be_shown():
    with pytest.raises(ValueError, match=r"these cannot be shown: 'score_text', 'score_list'.*'headline'"):
        heatmap([{**BASE, "score_text": "well done", "score_list": [1], "headline": 1}])
    with pytest.raises(ValueError, match=r"score_value='score_text' holds other text, such as 'well done'"):
        heatmap([{**BASE, "score_text": "well done", "headline": 1}])
    with pytest.raises(ValueError, match=r"no column named score_\* .*'id', 'model', 'headline'"):
        heatmap([{**BASE, "headline": 1}])


def test_a_named_score_needs_no_prefix():
    assert picture([{**BASE, "headline": 1, "score_a": 2, "score_b": 3}], score_value="headline").plot["values"][0] == 1


def test_a_misspelt_score_names_the_nearest():
    with pytest.raises(
        ValueError, match=r"score_value='score_incldes' is not a column.*Did you mean 'score_includes'\?"
    ):
        heatmap([{**BASE, "score_includes": 1}], score_value="score_incldes")


def test_the_label_of_the_legend_is_the_scores_name():
    assert picture([{**BASE, "score_only": 1}]).texts("legend")[0] == "score_only"
