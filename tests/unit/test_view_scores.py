"""Which column is the score."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from heatmaps import drawn, heatmap, picture
from hypothesis import example, given
from hypothesis import strategies as st

from inspect_viz._meaning.scores import NUMBER, number_of, text_score
from inspect_viz._sql import select
from inspect_viz.data import Data

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
    with pytest.raises(ValueError, match=r"no column named score or score_\* .*'id', 'model', 'headline'"):
        heatmap([{**BASE, "headline": 1}])


def test_a_column_that_is_just_called_score_is_one():
    assert picture([{**BASE, "score": 2, "headline": 1}]).plot["values"][0] == 2
    assert picture([{**BASE, "score": "C", "score_reason": "well done"}]).plot["values"][0] == 1
    with pytest.raises(ValueError, match=r"candidates: 'score', 'score_a'"):
        heatmap([{**BASE, "score": 2, "score_a": 1}])
    with pytest.raises(ValueError, match=r"score_value='score' holds other text, such as 'well done'"):
        heatmap([{**BASE, "score": "well done"}])


LOG_ROWS = [{**BASE, "id": id, "eval_id": "e", "error": error} for id, error in (("a", "boom"), ("b", ""))]


def test_samples_of_logs_without_any_score_show_what_happened():
    with pytest.warns(UserWarning, match="no sample has a score: no scorer ran"):
        found = picture(LOG_ROWS)
    assert (found.counts["error"], found.counts["unscored"]) == (1, 1)
    assert "no sample has a score" in found.svg


def test_a_table_without_scores_is_drawn_only_if_it_says_what_happened():
    for row in ({**BASE, "error": "boom"}, {**BASE, "eval_id": "e"}):
        with pytest.raises(ValueError, match="no column named score or score_"):
            heatmap([row])
    with pytest.raises(ValueError, match="score_value='score' is not a column"):
        heatmap(LOG_ROWS, score_value="score")
    with pytest.raises(ValueError, match="holds other text"):
        heatmap([{**row, "score_text": "well done"} for row in LOG_ROWS])


def test_a_named_score_needs_no_prefix():
    assert picture([{**BASE, "headline": 1, "score_a": 2, "score_b": 3}], score_value="headline").plot["values"][0] == 1


def test_a_misspelt_score_names_the_nearest():
    with pytest.raises(
        ValueError, match=r"score_value='score_incldes' is not a column.*Did you mean 'score_includes'\?"
    ):
        heatmap([{**BASE, "score_includes": 1}], score_value="score_incldes")


def test_the_label_of_the_legend_is_the_scores_name():
    assert picture([{**BASE, "score_only": 1}]).texts("legend")[0] == "Score: only"


def texts(*values):
    return [{"id": f"s{i}", "model": "m", "score_s": value} for i, value in enumerate(values)]


def test_texts_of_a_frame_count_as_those_of_logs():
    found = picture(texts("yes", "No", "TRUE", "0.5", " 1e-1 ", "C", "P", "", None), sort=None)
    assert list(found.values().values())[:7] == [1, 0, 1, 0.5, 0.1, 1, 0.5]
    assert found.counts == {"unscored": 2}
    assert found.warnings == ()


def test_texts_that_count_as_no_score_are_told():
    said = r"score_s holds text that is no score, such as 'meh', 'wow': 3 rows count as unscored"
    with pytest.warns(UserWarning, match=said) as caught:
        component = heatmap(texts("C", "wow", "meh", "meh"))
    assert caught[0].filename.endswith("heatmaps.py")
    assert drawn(component).counts == {"unscored": 3}
    assert any("such as 'meh', 'wow'" in line for line in drawn(component).texts("problems"))


@given(st.lists(st.from_regex(NUMBER) | st.text() | st.sampled_from(["C", "c", "Yes", "inf", "nan", "1e999", "İ"])))
@example(["ye\u017f", "\u0661", "1_0", "0x1", "1.", ".5", "+", "1e", "\t1", "\n1"])
def test_a_text_counts_the_same_in_python_and_in_sql(words):
    words = [word.replace("\x00", "") for word in words]
    table = Data.from_dataframe(pd.DataFrame({"word": pd.Series(words, dtype="string")}))
    counted = [row[0] for row in table.reader.ask(select(text_score("word"), source="data"))]
    assert counted == [number_of(word) for word in words]


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_infinite_scores_are_told(kind):
    table = pd.DataFrame(texts(1, float("inf"), float("-inf"), None)).astype({"score_s": kind})
    with pytest.warns(UserWarning, match=r"^score_s: 2 rows are infinite, which is no score that has") as caught:
        component = heatmap(table)
    assert len(caught) == 1
    assert drawn(component).counts == {"unscored": 1, "infinite": 2}
    assert {"2 infinite", "1 unscored"} <= set(re.findall(r">([^<]+)<", drawn(component).svg))
    assert any("2 rows are infinite" in line for line in drawn(component).texts("problems"))


def test_samples_without_any_number_are_unscored():
    table = pd.DataFrame(texts(None, None, None)).astype({"score_s": "float64"})
    assert drawn(heatmap(table)).counts == {"unscored": 3}
