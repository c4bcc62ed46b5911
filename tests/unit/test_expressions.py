"""SQL in marks is one expression: what would end, widen or hide the question around it is refused at the call."""

from __future__ import annotations

import pytest

from inspect_viz import mark
from inspect_viz.data import Data
from inspect_viz.transform import sql

ROWS = Data.from_dataframe({"a": [1, 2], "b": [2.0, 1.0], "from data": ["u", "v"]})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a -- c", "it has a comment"),
        ("a) , (b", "it closes a bracket that it did not open"),
        ("a, b", "it is more than one value"),
        ("*", "it is all columns"),
        ("(SELECT max(a) FROM data)", r"no table 'data' here; Data\.sql"),
        ('(SELECT max(a) FROM "data")', "no table 'data' here"),
    ],
)
def test_what_is_no_expression_of_its_own_is_refused(text, message):
    with pytest.raises(ValueError, match=f"dot: x: the expression .* cannot be read: .*{message}"):
        mark.dot(ROWS, sql(text), "b")


@pytest.mark.parametrize(
    "text",
    [
        "greatest(a, b)",
        "count(*)",
        "'a, b -- c) from data'",
        '"from data"',
        "a /* one */ + 1",
        "[a, a][1]",
        "sum(a) FILTER (WHERE a > 1)",
        "a\n* 2",
    ],
)
def test_expressions_are_taken(text):
    assert mark.dot(ROWS, sql(text), "b")
