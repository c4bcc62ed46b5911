"""Scores as numbers: what texts count, what is no score, functions of the caller."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_viz.logs._prepare.score_to_float import score_to_float


def floats(values: Any, **options: Any) -> list[float | None]:
    column = score_to_float(pa.table({"score": values}), "score", **options)["score"]
    assert column.type == pa.float64()
    return column.to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["C", "I", "P", "N", None, ""], [1, 0, 0.5, 0, None, None]),
        (["yes", "NO", "True", "false"], [1, 0, 1, 0]),
        (["0.25", "-3", "1e3", " 7 "], [0.25, -3, 1000, 7]),
        ([True, False, None], [1, 0, None]),
        ([3, 2**60 + 1, None], [3, float(2**60), None]),
        ([0.5, math.nan, None, math.inf], [0.5, None, None, math.inf]),
        ([Decimal("0.5"), None], [0.5, None]),
        (pa.nulls(2), [None, None]),
    ],
)
def test_meanings(values: Any, expected: list[float | None]) -> None:
    assert floats(values) == expected


@given(
    st.one_of(
        st.sampled_from(["C", "I", "P", "N", "Yes", "tRUE", "no"]),
        st.floats(allow_nan=False, allow_infinity=False).map(repr),
    )
)
def test_meanings_are_inspect_ais(text: str) -> None:
    from inspect_ai.scorer import value_to_float

    assert floats([text]) == [value_to_float()(text)]


def test_other_text_is_unscored_and_told_once() -> None:
    table = pa.table({"a": ["C", "c", "x", "x", "y", "z", "inf"], "b": ["C", "nan", None, "I", "I", "", "I"]})
    with pytest.warns(UserWarning, match="null now, as if unscored") as caught:
        result = score_to_float(table, ["a", "b"])
    assert result["a"].to_pylist() == [1, *[None] * 6]
    assert result["b"].to_pylist() == [1, None, None, 0, 0, None, 0]
    assert len(caught) == 1
    message = str(caught[0].message)
    assert "'a' holds 'c', 'x', 'y' (6 rows); 'b' holds 'nan' (1 row)" in message
    assert "'z'" not in message
    assert caught[0].filename == __file__


def test_long_text_is_shortened_in_the_warning() -> None:
    with pytest.warns(UserWarning, match="holds 'x{37}\\.\\.\\.' "):
        assert floats(["x" * 500]) == [None]


def test_lists_are_no_scores() -> None:
    with pytest.warns(UserWarning, match=r"\(2 rows\)"):
        assert floats([[1, 2], None, [1, 2]]) == [None, None, None]


def test_mixed_values_of_pandas() -> None:
    frame = pd.DataFrame({"score": [1, "C", 0.5, True, None, math.nan, "I"]}, dtype=object)
    found = score_to_float(frame, "score")["score"]
    assert found.dtype == "float64"
    assert [None if math.isnan(v) else v for v in found] == [1, 1, 0.5, 1, None, None, 0]


def test_a_heatmap_counts_texts_alike() -> None:
    from inspect_viz._meaning.scores import GRADES

    assert floats(list(GRADES)) == list(GRADES.values())


def test_a_function_is_called_once_for_each_value() -> None:
    asked: list[Any] = []

    def convert(value: Any) -> Any:
        asked.append(value)
        return {"good": 2, "bad": None, "odd": math.nan}[value]

    assert floats(["good", "bad", "good", None, "odd"], value_to_float=convert) == [2, None, 2, None, None]
    assert sorted(asked) == ["bad", "good", "odd"]
    assert floats([1.5, math.nan], value_to_float=lambda v: v * 2) == [3, None]
    assert floats([[1, 2], [3], [3]], value_to_float=sum) == [3, 3, 3]


def test_inspect_ais_own_function() -> None:
    from inspect_ai.scorer import value_to_float

    assert floats(["A", "B"], value_to_float=value_to_float(correct="A", incorrect="B")) == [1, 0]


def test_wrong_arguments() -> None:
    table = pa.table({"score_match": ["C"]})
    with pytest.raises(ValueError, match=r"'score_mach' is not a column.*Did you mean 'score_match'\?"):
        score_to_float(table, "score_mach")
    for columns in (None, 3, [3], {"score_match"}):
        with pytest.raises(ValueError, match=r"columns=.* must be the name of a score column"):
            score_to_float(table, columns)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="value_to_float='x' must be a function"):
        score_to_float(table, "score_match", value_to_float="x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="value_to_float gave 'one' for 'C' of the column 'score_match'"):
        score_to_float(table, "score_match", value_to_float=lambda _: "one")  # type: ignore[arg-type, return-value]


def test_no_columns_and_columns_twice() -> None:
    table = pa.table({"score": ["C"]})
    assert score_to_float(table, []) == table
    assert score_to_float(table, ["score", "score"])["score"].to_pylist() == [1]
