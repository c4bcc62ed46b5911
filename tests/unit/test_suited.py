"""Columns whose type a channel, a mark or a transform cannot use are refused at the call, with what would do."""

from __future__ import annotations

import datetime

import polars as pl
import pytest

from inspect_viz import mark
from inspect_viz.data import Data
from inspect_viz.plot import plot
from inspect_viz.transform import avg, bin, count, date_month, quantile, sql, stddev, sum


@pytest.fixture(scope="module")
def rows():
    day = datetime.date(2026, 1, 1)
    return Data.from_dataframe(
        {
            "text": ["a", "b"],
            "list": [[1], [2, 3]],
            "struct": [{"a": 1}, {"a": 2}],
            "span": [datetime.timedelta(hours=1), datetime.timedelta(hours=2)],
            "bytes": [b"a", b"b"],
            "wide": [2**60, 1],
            "passed": [True, False],
            "day": [day, day],
            "n": [1, 2],
        }
    )


CASES = [
    (lambda d: mark.dot(d, "list", "n"), r"dot: x='list' holds lists \(BIGINT\[\]\).*sql\('\"list\"\[1\]'\)"),
    (lambda d: mark.dot(d, "n", "n", fill="struct"), r"fill='struct' holds structures"),
    (lambda d: mark.dot(d, "span", "n"), r"x='span' holds lengths of time; .*sql\('epoch\(\"span\"\)'\)"),
    (lambda d: mark.dot(d, "bytes", "n"), r"x='bytes' holds bytes"),
    (lambda d: mark.dot(d, "n", "n", r="text"), r"dot: r: 'text' holds text, where numbers are needed; .*TRY_CAST"),
    (lambda d: mark.dot(d, "n", "n", fill_opacity="text"), r"dot: fill_opacity: 'text' holds text"),
    (lambda d: mark.dot(d, "n", "n", r="wide"), r"r: 'wide' holds whole numbers beyond 2\^53"),
    (lambda d: mark.heatmap(d, "text", "n"), r"heatmap: x: 'text' holds text, where numbers or dates"),
    (lambda d: mark.regression_y(d, "n", "day"), r"regression_y: y: 'day' holds dates, where numbers"),
    (lambda d: mark.error_bar_y(d, x="n", y="passed"), r"error_bar_y: y: .passed. holds true and false"),
    (lambda d: mark.bar_y(d, avg("passed"), x="text"), r"y: avg of 'passed' holds true and false.*AS INTEGER"),
    (lambda d: mark.bar_y(d, stddev("text"), x="text"), r"stddev of 'text' holds text"),
    (lambda d: mark.rect_y(d, x=bin("text"), y=count()), r"x: bin of 'text' holds text"),
    (lambda d: mark.rect_y(d, x=bin("n", interval="day"), y=count()), r"bin of 'n' holds numbers, where dates"),
    (lambda d: mark.rect_y(d, x=bin("n", step=0), y=count()), r"bin: step must be greater than 0"),
    (lambda d: mark.rect_y(d, x=bin("n", steps=-1), y=count()), r"bin: steps must be greater than 0"),
    (lambda d: mark.bar_y(d, quantile("n", 5), x="text"), r"quantile: threshold must be between 0 and 1, not 5"),
    (lambda d: mark.dot(d, "n", "n", fill=[1]), r"dot: fill is a list of 1 values, but the data has 2 rows"),
    (lambda d: mark.dot(d, date_month("text"), "n"), r"x: date_month of 'text' holds text, where dates"),
]


@pytest.mark.parametrize(("call", "message"), CASES)
def test_a_column_of_the_wrong_type_is_refused_at_the_call(rows, call, message):
    with pytest.raises((ValueError, TypeError), match=message):
        call(rows)


def test_what_can_be_shown_is_not_refused(rows):
    made = [
        mark.dot(rows, "text", "day", fill="passed", r="n"),
        mark.dot(rows, sql('epoch("span")'), "n", channels={"List": "list"}),
        mark.bar_y(rows, sum("passed"), x="wide"),
        mark.bar_y(rows, avg("day"), x="text"),
        mark.heatmap(rows, "day", "n"),
    ]
    assert all(plot(one) for one in made)


def test_a_plan_is_not_carried_out_for_it():
    frame = pl.LazyFrame({"n": [1, 2]}).map_batches(lambda _: pytest.fail("asked"), schema={"n": pl.Int64})
    assert mark.dot(Data.from_dataframe(frame), "n", "n")
