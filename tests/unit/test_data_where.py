"""Rows of a table that meet a condition."""

from __future__ import annotations

import pandas as pd
import pytest

from inspect_viz import Data

FRAME = pd.DataFrame({"id": ["a", "b", "c"], "n": [1, 2, 3], "t": pd.to_datetime(["2026-01-01"] * 3)})


def test_the_rows_that_meet_a_condition_are_a_table_of_their_own():
    data = Data.from_dataframe(FRAME)
    found = data.where("n >= 2 AND t < '2026-02-01'")
    assert found.column_unique("id") == ["b", "c"]
    assert found.columns == data.columns
    assert data.column_unique("id") == ["a", "b", "c"]
    assert found.where("id = 'c'").column_unique("n") == [3]


def test_rows_of_the_example_are_drawn_like_others():
    from inspect_viz.view import sample_heatmap

    some = Data.example().where("epoch = 1")
    told = sample_heatmap(some, score_value="score_includes").describe().to_dict()["plots"][0]
    assert told["samples"] == 120
    assert len(told["models"]) == 8


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("m > 1", "there is no column 'm'"),
        ("n > 9", "is true of none of 3 rows"),
        ("", "must be a condition in SQL"),
        ("1); DROP TABLE data; --", "cannot be answered"),
        ("n IN (SELECT 1 FROM read_csv('/etc/passwd'))", "cannot be answered"),
    ],
)
def test_a_condition_that_cannot_be_met_is_an_error(condition, message):
    with pytest.raises(ValueError, match="where=") as raised:
        Data.from_dataframe(FRAME).where(condition)
    assert message in str(raised.value)


def test_a_table_of_a_part_of_the_logs_is_not_refreshed(root):
    logs = Data.from_logs(root / "examples" / "logs", columns=["id", "epoch", "score_includes"], progress=False)
    part = logs.where("epoch = 1")
    assert len(part.column_unique("id")) == 120
    with pytest.raises(ValueError, match=r"refresh\(\) needs a table of logs"):
        part.refresh()
