"""Errors of `details`: at the call, with what would be right."""

import pandas as pd
import pytest

from inspect_viz import Data
from inspect_viz.view import sample_heatmap

ROWS = {"id": ["a", "b"], "model": ["m", "m"], "score_x": [0.0, 1.0], "error": ["", "broke"], "target": ["1", "2"]}


def heatmap(details: object) -> object:
    return sample_heatmap(Data.from_dataframe(pd.DataFrame(ROWS)), details=details)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("details", "kind", "says"),
    [
        (["eror"], ValueError, "details: 'eror' is not a column; columns: .*Did you mean 'error'?"),
        (["error", "error"], ValueError, "details: 'error' is named twice"),
        ("error", TypeError, r"details='error' must be a list of names of columns, such as \['error', 'target'\]"),
        ([1], TypeError, "details: 1 must be the name of a column"),
        (3, TypeError, "details=3 must be a list"),
    ],
)
def test_what_is_no_column_is_an_error_at_the_call(details: object, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=says):
        heatmap(details)


@pytest.mark.parametrize("details", [None, [], ["error"], ("error", "target"), ["id", "score_x"]])
def test_columns_of_the_data_are_taken(details: object) -> None:
    heatmap(details)
