"""Heatmaps of any columns."""

from __future__ import annotations

from inspect import signature

import numpy as np
import pandas as pd
import pytest
from heatmaps import data, drawn, told

from inspect_viz.mark import text
from inspect_viz.view import beta, heatmap

ROWS = [
    {"topic": "math", "level": 1, "tokens": 10.0, "model": "a"},
    {"topic": "math", "level": 1, "tokens": 20.0, "model": "b"},
    {"topic": "math", "level": 2, "tokens": 0.0, "model": "a"},
    {"topic": "law", "level": 2, "tokens": 40.0, "model": "a"},
]


def picture(rows=ROWS, x="topic", y="level", color="tokens", **options):
    return heatmap(data(rows), x, y_value=y, color_value=color, **options)


def remarks(made):
    return " ".join(made.node.remarks)


def test_a_cell_is_the_mean_of_its_rows():
    frame = pd.DataFrame(
        {"a": np.tile(list("pqrs"), 60), "b": np.arange(240) % 7, "c": np.random.default_rng(1).normal(size=240)}
    )
    found = drawn(picture(frame, "a", "b", "c")).values()
    means = frame.groupby(["a", "b"]).c.mean()
    assert {pair: found[pair] for pair in found} == pytest.approx({(a, str(b)): v for (a, b), v in means.items()})


def test_a_cell_without_a_row_is_empty_and_none_is_0():
    cells = drawn(picture()).cells()
    assert cells["law", "1"] == (None, "absent")
    assert cells["math", "2"] == (0.0, "ok")
    assert "1 absent" in drawn(picture()).texts()


def test_values_stand_in_their_cells_with_equal_decimals():
    assert drawn(picture()).texts("paint") == ["0", "40", "15"]
    shares = [{"topic": t, "level": 1, "tokens": v} for t, v in (("a", 0.4), ("b", 0.38), ("c", 1), ("d", 0))]
    assert drawn(picture(shares)).texts("paint") == ["0.00", "0.38", "0.40", "1.00"]
    assert drawn(picture(cell={"text": None})).texts("paint") == []
    near = [{"topic": t, "level": 1, "tokens": v} for t, v in (("a", 9.469), ("b", 20.5), ("c", -9.5))]
    assert drawn(picture(near)).texts("paint") == ["\u22129.5", "9.5", "20.5"]
    far = [{"topic": t, "level": 1, "tokens": v} for t, v in (("a", 0.25), ("b", 120.5), ("c", 12.25))]
    assert drawn(picture(far)).texts("paint") == ["0.25", "12.3", "121"]
    whole = [{"topic": t, "level": 1, "tokens": v} for t, v in (("a", 7), ("b", 1200))]
    assert drawn(picture(whole)).texts("paint") == ["7", "1200"]


def test_the_note_says_which_cells_are_means():
    assert remarks(picture()) == "1 of 3 cells is the mean of several rows, up to 2"
    assert remarks(picture(ROWS[:2])) == "Each cell is the mean of several rows, up to 2"
    assert remarks(picture(ROWS[1:])) == ""


def test_the_highest_means_stand_at_the_top_right():
    ascending, descending = drawn(picture()), drawn(picture(sort="descending"))
    assert (ascending.x, ascending.y) == (["math", "law"], ["2", "1"])
    assert (descending.x, descending.y) == (["law", "math"], ["1", "2"])
    assert drawn(picture(sort=None)).x == ["math", "law"]
    assert drawn(picture(sort={"y": {"value": "y"}})).y == ["1", "2"]


def test_labels_belong_to_their_columns():
    upright = drawn(picture(orientation="vertical", x_label="Topic", y_label=None))
    assert upright.y == ["law", "math"]
    assert upright.group("y-axis label") == ["Topic"]
    assert upright.group("x-axis label") == []


def test_colours_of_shares_go_from_0_to_1():
    def domain(values, **options):
        rows = [{"topic": str(i), "level": 1, "tokens": v} for i, v in enumerate(values)]
        ramp = drawn(picture(rows, **options)).part("legend-ramp")
        return float(ramp.get("data-domain-low")), float(ramp.get("data-domain-high"))

    assert domain([0.2, 0.4]) == (0, 1)
    assert domain([2, 5]) == (2, 5)
    assert domain([0.2, 0.4], color_domain=[0, 0.5]) == (0, 0.5)


def test_scores_in_words_count_and_are_found():
    rows = [{"id": "q", "model": m, "score_s": s} for m, s in (("a", "C"), ("b", "I"), ("b", "C"))]
    assert drawn(heatmap(data(rows))).values() == {("q", "a"): 1.0, ("q", "b"): 0.5}
    flags = [{"topic": "a", "level": 1, "tokens": value} for value in (True, False)]
    assert drawn(picture(flags)).values() == {("a", "1"): 0.5}


def test_missing_and_infinite_numbers_are_no_values():
    rows = [{"topic": t, "level": 1, "tokens": v} for t, v in (("a", np.nan), ("b", np.inf), ("c", 3.0))]
    with pytest.warns(UserWarning, match="tokens: 1 row is infinite"):
        found = drawn(picture(rows)).cells()
    assert found == {("a", "1"): (None, "unscored"), ("b", "1"): (None, "infinite"), ("c", "1"): (3.0, "ok")}
    none = [{"topic": "a", "level": 1, "tokens": np.nan}]
    assert drawn(picture(none)).states() == {("a", "1"): "unscored"}


def test_missing_bands_have_a_name_and_whole_numbers_no_point():
    rows = [{"topic": None, "level": 1.0, "tokens": 1}, {"topic": "a", "level": np.nan, "tokens": 2}]
    shown = drawn(picture(rows))
    assert (shown.x, shown.y) == (["(null)", "a"], ["(null)", "1"])


def test_tips_tell_further_columns_unless_rows_differ():
    made = picture(channels={"Model": "model"})
    of_cells = dict(zip(drawn(made).cells(), told(made)["Model"], strict=True))
    assert of_cells["math", "1"] == "several values"
    assert of_cells["law", "2"] == "a"


def test_rows_are_as_high_as_their_number_lets_them_be():
    def height(n, **options):
        return drawn(picture([{"topic": "a", "level": i, "tokens": i} for i in range(n)], **options)).height

    assert height(2) < height(10) < height(40) < 1000
    assert height(10, height=300, legend=None) == 300


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"x": "topics"}, ValueError, "x_value='topics' is not a column.*Did you mean 'topic'"),
        ({"y": 3}, TypeError, "y_value=3 must be the name of a column"),
        ({"y": "topic"}, ValueError, "x_value and y_value are the same column, 'topic'"),
        ({"color": "tokes"}, ValueError, "color_value='tokes' is not a column"),
        (
            {"color": "model"},
            ValueError,
            "color_value='model' holds texts that are no numbers.*'a', 'b'.*fill=",
        ),
        ({"color": None}, ValueError, "color_value=None: the data has no column named score"),
        ({"channels": {"M": "modl"}}, ValueError, r"channels\['M'\]='modl' is not a column"),
        ({"channels": ["model"]}, TypeError, "channels=.* must be a dict"),
        ({"sort": "up"}, ValueError, "sort='up' is not an order"),
        ({"orientation": "upright"}, ValueError, "orientation='upright' must be"),
        ({"tip": "yes"}, TypeError, "tip='yes' must be True or False"),
        ({"cell": {"ink": 1}}, ValueError, "cell: unknown key 'ink'"),
        ({"x_zero": True}, ValueError, "x_zero=True has no effect"),
        ({"x_label": 3}, TypeError, "x_label=3 must be text"),
        ({"rows": pd.DataFrame(ROWS)[:0]}, ValueError, "data has no rows"),
    ],
)
def test_errors_come_at_the_call(options, error, says):
    with pytest.raises(error, match=says):
        picture(**options)


def test_texts_that_are_no_numbers_are_no_mean_even_if_one_counts():
    rows = [{"topic": "a", "level": 1, "tokens": wind} for wind in ("N", "S")]
    with pytest.raises(ValueError, match="such as 'S', which have no mean"):
        picture(rows)


def test_marks_stand_on_top_and_the_legend_can_go():
    table = data(ROWS)
    made = heatmap(
        table, "topic", y_value="level", color_value="tokens", marks=text(table, x="topic", y="level", text="model")
    )
    assert {"a", "b"} <= set(drawn(made).texts())
    assert drawn(picture(legend=None)).part("legend-ramp") is None


def test_positions_are_those_of_the_published_package():
    names = (
        "data x_value x_label y_value y_label color_value channels cell tip title marks height width legend sort "
        "orientation"
    )
    found = [name for name, p in signature(heatmap).parameters.items() if p.kind is p.POSITIONAL_OR_KEYWORD]
    assert found == names.split()
    assert beta.heatmap is heatmap
