"""Success rates over limits: the data frame and its picture."""

from __future__ import annotations

import json
import math
from inspect import signature
from statistics import NormalDist

import pandas as pd
import pytest
from heatmaps import drawn

from inspect_viz import Data
from inspect_viz._host._figure import draw
from inspect_viz.mark import baseline
from inspect_viz.view import beta, scores_by_limit, scores_by_limit_df

TIMES = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
SCORES = {"a": [0, 1, 1, 0, 0, 1], "b": [1, 1, 0, 1, 0, 1]}


def samples(**more):
    rows = [
        {"model": model, "total_time": time, "score_x": score, "log": f"{model}.eval"}
        for model in "ba"
        for time, score in zip(TIMES, SCORES[model], strict=True)
    ]
    return pd.DataFrame(rows).assign(**more)


def rates(frame=None, limit="total_time", steps=3, **options):
    return scores_by_limit_df(samples() if frame is None else frame, "score_x", limit, steps=steps, **options)


def svg(picture):
    return draw(picture).drawing.svg


def drawable(**more):
    return Data.from_dataframe(rates(steps=20).assign(**more))


def test_a_sample_counts_where_it_needed_no_more_than_the_limit():
    found = rates()
    assert list(found.columns) == [
        *("total_time", "model", "success_rate", "standard_error", "other_termination_rate", "count", "log")
    ]
    assert list(zip(found["total_time"], found["model"], strict=True)) == [
        (at, model) for at in (1.0, 3.5, 6.0) for model in "ab"
    ]
    assert found["success_rate"].tolist() == pytest.approx([0, 1 / 6, 2 / 6, 2 / 6, 3 / 6, 4 / 6])
    assert found["other_termination_rate"].tolist() == pytest.approx([0, 0, 1 / 6, 1 / 6, 3 / 6, 2 / 6])
    assert found["count"].tolist() == [6] * 6
    assert found["log"].tolist() == ["a.eval", "b.eval"] * 3
    last = found[found["model"] == "a"].iloc[-1]
    assert last["standard_error"] == pytest.approx(pd.Series(SCORES["a"]).sem())


def test_limits_rise_by_their_scale():
    frame = samples(total_time=[1.0, 2, 5, 10, 50, 100] * 2)
    assert rates(frame)["total_time"].unique() == pytest.approx([1, 10, 100])
    assert rates(frame, scale="linear")["total_time"].unique() == pytest.approx([1, 50.5, 100])
    assert rates(frame.replace(100.0, 99.0))["total_time"].unique() == pytest.approx([1, 50, 99])
    assert rates(scale="log")["total_time"].unique() == pytest.approx([1, math.sqrt(6), 6])


def test_the_ends_of_a_log_scale_count_all_samples_and_zero_is_below_them():
    frame = samples(total_time=[0.0, 7, 11, 13, 17, 4913.0] * 2)
    found = rates(frame, steps=100)
    assert found["total_time"].min() == pytest.approx(7)
    assert found["success_rate"].tolist()[-2:] == pytest.approx([3 / 6, 4 / 6])
    assert found["success_rate"].tolist()[:2] == pytest.approx([1 / 6, 2 / 6])


def test_tokens_are_those_of_the_own_model():
    usage = [
        json.dumps({model: {"total_tokens": int(time)}, "grader": {"total_tokens": 999}})
        for model, time in zip(samples()["model"], TIMES * 2, strict=True)
    ]
    found = rates(samples(model_usage=usage), "total_tokens")
    assert found["total_tokens"].unique().tolist() == [1, 3.5, 6]
    assert found["success_rate"].tolist() == rates()["success_rate"].tolist()
    assert rates(samples(total_tokens=TIMES * 2), "total_tokens")["total_tokens"].max() == 6
    broken = rates(samples(model_usage=["{", None, *usage[2:]]), "total_tokens")
    assert broken["count"].unique().tolist() == [6, 4]


def test_grades_and_missing_scores():
    graded = samples()
    graded["score_x"] = graded["score_x"].map({0: "I", 1: "C"})
    assert rates(graded).equals(rates())
    graded.loc[0, "score_x"] = None
    assert rates(graded)["count"].tolist() == [6, 5] * 3


def test_one_sample_has_no_standard_error_and_no_samples_have_no_rows():
    one = rates(samples()[:1])
    assert one["success_rate"].tolist() == [1, 1, 1]
    assert one["standard_error"].isna().all()
    none = rates(samples()[:0])
    assert none.empty
    assert list(none.columns) == list(rates().columns)


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"limit": "total_tim"}, ValueError, "limit='total_tim' is not a column.*total_time"),
        ({"frame": samples().drop(columns="model")}, ValueError, "model='model' is not a column"),
        ({"frame": samples(score_x="well")}, ValueError, "score='score_x' holds no numbers"),
        ({"frame": samples(total_time=None)}, ValueError, "limit='total_time' holds no numbers"),
        ({"frame": [1]}, TypeError, "df must be a pandas data frame of samples, not list"),
        ({"scale": "logarithmic"}, ValueError, "scale='logarithmic' must be one of"),
        ({"steps": 0}, ValueError, "steps=0 must be at least 1"),
        ({"steps": 2.5}, TypeError, "steps=2.5 must be a whole number"),
        ({"frame": samples(total_time=-1.0), "scale": "log"}, ValueError, "scale='log' needs limits above zero"),
    ],
)
def test_wrong_frames(options, error, said):
    with pytest.raises(error, match=said):
        rates(**options)


def test_lines_and_bands_of_models():
    picture = scores_by_limit(drawable(), title="Limits")
    _band, line = picture.node.marks
    reach = NormalDist().inv_cdf(0.975)
    table = line.data.sql("SELECT * FROM data WHERE model = 'a' ORDER BY total_time DESC")
    stderr, low, high, words = (
        table.column_unique(column)[0] for column in ("standard_error", "low", "high", "95% CI")
    )
    assert (low, high) == pytest.approx((0.5 - reach * stderr, 0.5 + reach * stderr))
    assert words == f"{low:.3g} to {high:.3g}"
    assert {"Total time (s) →", "↑ Success rate", "a", "b", "100%", "Limits"} <= set(drawn(picture).texts())
    assert "Bands: 95% confidence intervals" in " ".join(drawn(picture).texts())


def test_intervals_end_at_zero_and_one_and_follow_ci():
    wide, narrow = (
        scores_by_limit(drawable(standard_error=se), ci=ci).node.marks[1].data for se, ci in ((9.0, 0.95), (0.01, 0.5))
    )
    assert (wide.column_min("low"), wide.column_max("high")) == (0, 1)
    assert narrow.column_max("high") == pytest.approx(4 / 6 + 0.01 * NormalDist().inv_cdf(0.75))
    assert "50% CI" in narrow.columns


def test_a_dashed_line_for_what_ended_otherwise():
    picture = scores_by_limit(drawable(), other_termination_rate=True, stderr=None)
    dashed, line = picture.node.marks
    assert dashed.options["strokeDasharray"] == "4,3"
    assert "strokeDasharray" not in line.options
    assert "Dashed: ended below the limit without success" in " ".join(drawn(picture).texts())
    named = scores_by_limit(drawable(own=0.5), other_termination_rate="own")
    assert len(named.node.marks) == 3


def test_facets_marks_and_scales():
    split = pd.concat([rates().assign(task="t"), rates().assign(task="u")])
    found = drawn(scores_by_limit(Data.from_dataframe(split), facet="task", marks=baseline(0.5, orientation="y")))
    assert {"t", "u"} <= set(found.texts())
    assert "task" not in found.texts()
    log = scores_by_limit(drawable(), scale="log")
    assert log.node.attributes["xScale"] == "log"
    assert scores_by_limit(drawable()).node.attributes["xScale"] == "linear"
    assert scores_by_limit(drawable(), limit_label="Secs").node.attributes["xLabel"] == "Secs"
    assert scores_by_limit(drawable(), limit_label=None).node.attributes["xLabel"] is None


def test_missing_values_are_told():
    frame = rates(steps=20)
    frame.loc[[0, 1], "success_rate"] = math.nan
    frame.loc[[2], "standard_error"] = math.nan
    picture = scores_by_limit(Data.from_dataframe(frame))
    assert picture.node.remarks[-2:] == (
        "Not drawn, as they have no success rate: 2 rows.",
        "Without a band, as they have no standard error: 1 rows.",
    )
    assert "NaN" not in svg(picture)


def test_one_model_one_row_and_other_models():
    one = Data.from_dataframe(rates(samples()[:1], steps=1))
    assert "NaN" not in svg(scores_by_limit(one))
    shown = scores_by_limit(drawable(model_display_name="Model A"))
    assert shown.node.marks[-1].options["stroke"].name == "model_display_name"


@pytest.mark.parametrize("ci", [0, 1, -0.5, 2, math.nan])
def test_a_confidence_lies_between_0_and_1(ci):
    with pytest.raises(ValueError, match=r"ci=.* must be above 0 and below 1"):
        scores_by_limit(drawable(), ci=ci)


@pytest.mark.parametrize(
    ("options", "error", "said"),
    [
        ({"ci": None}, TypeError, "ci=None must be a number"),
        ({"ci": False}, TypeError, "ci=False must be a number"),
        ({"success": "sucess_rate"}, ValueError, "success='sucess_rate' is not a column.*success_rate"),
        ({"success": "model"}, ValueError, "success='model' has the type VARCHAR; it must hold numbers"),
        ({"stderr": "nope"}, ValueError, "stderr='nope' is not a column"),
        ({"limit": "nope"}, ValueError, "limit='nope' is not a column"),
        ({"model": "nope"}, ValueError, "model='nope' is not a column"),
        ({"facet": "nope"}, ValueError, "facet='nope' is not a column"),
        ({"other_termination_rate": "nope"}, ValueError, "other_termination_rate='nope' is not a column"),
        ({"scale": "lin"}, ValueError, "scale='lin' must be one of"),
        ({"width": 0}, ValueError, "width=0"),
    ],
)
def test_wrong_arguments(options, error, said):
    with pytest.raises(error, match=said):
        scores_by_limit(drawable(), **options)


def test_wrong_data():
    with pytest.raises(TypeError, match="data must be a Data, not DataFrame"):
        scores_by_limit(rates())
    with pytest.raises(ValueError, match="data has no rows"):
        scores_by_limit(Data.from_dataframe(rates(samples()[:0])))
    with pytest.raises(ValueError, match="data has none of the columns 'total_tokens'"):
        scores_by_limit(Data.from_dataframe(rates().rename(columns={"total_time": "t"})))
    with pytest.raises(ValueError, match="scale='log' needs limits above zero"):
        scores_by_limit(drawable(total_time=0.0), scale="log")


def test_arguments_stand_in_the_published_order():
    def names(view):
        return [name for name, given in signature(view).parameters.items() if given.kind is given.POSITIONAL_OR_KEYWORD]

    first = "data model success stderr facet other_termination_rate limit limit_label scale title marks"
    assert names(scores_by_limit) == [*first.split(), "height", "width", "legend", "ci"]
    assert names(scores_by_limit_df) == ["df", "score", "limit", "scale", "steps"]


def test_both_modules_have_it():
    assert beta.scores_by_limit is scores_by_limit
    assert beta.scores_by_limit_df is scores_by_limit_df
