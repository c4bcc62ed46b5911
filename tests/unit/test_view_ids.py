"""Ids are what the data says: whole numbers stay whole, and 1 and "1" are two samples."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import polars as pl
import pytest
from heatmaps import drawn, picture
from hypothesis import given
from hypothesis import strategies as st

from inspect_viz.data import Data
from inspect_viz.view import sample_heatmap


def frame(ids, **columns):
    count = len(ids)
    return pd.DataFrame({"id": ids, "model": ["m"] * count, "score_s": [i / count for i in range(count)], **columns})


@pytest.mark.parametrize("kind", ["float32", "float64"])
def test_whole_numbers_beside_missing_ones(kind):
    assert picture(frame(pd.Series([1, 2, np.nan], dtype=kind)), sort=None).x == ["1", "2", "(null)"]
    assert picture(frame(pd.Series([-1, 0, 30], dtype=kind)), sort=None).x == ["-1", "0", "30"]


@pytest.mark.parametrize("odd", [0.5, np.inf, 1e300])
def test_other_numbers_stay_as_they_are(odd):
    assert picture(frame([1.0, odd, None]), sort=None).x[0] == "1.0"


def test_models_that_are_whole_numbers(tmp_path):
    table = frame(["a", "b", "c"], shots=[0, 5, None])
    table.to_parquet(tmp_path / "t.parquet")
    for data in (Data(table), Data(tmp_path / "t.parquet"), Data(pl.from_pandas(table))):
        found = drawn(sample_heatmap(data, model_name="shots", sort=None))
        assert found.y == ["0", "5", "(null)"]


def test_missing_and_not_a_number_are_one_id():
    table = pl.DataFrame(frame([1.0, 2.0, None, float("nan")]).to_dict("list"))
    assert drawn(sample_heatmap(Data(table))).x.count("(null)") == 1


MIXED = [1, "1", True, "True", 2.5, "2.5", "b", None]


def test_ids_that_differ_only_by_type_are_two_samples_of_a_frame():
    found = picture(frame(pd.Series(MIXED, dtype=object)), sort=None).x
    assert found == ["1", '"1"', "True", '"True"', "2.5", '"2.5"', "b", "(null)"]


@pytest.mark.parametrize("lines", [True, False])
def test_ids_that_differ_only_by_type_are_two_samples_of_a_file(tmp_path, lines):
    (tmp_path / "t.json").write_text(frame(pd.Series(MIXED, dtype=object)).to_json(orient="records", lines=lines))
    found = drawn(sample_heatmap(Data(tmp_path / "t.json"), sort=None)).x
    assert found == ["1", '"1"', "true", "True", "2.5", '"2.5"', "b", "(null)"]


def test_texts_stand_in_quotes_only_where_they_must():
    assert picture(frame(pd.Series([1, "2", "b"], dtype=object)), sort=None).x == ["1", "2", "b"]
    assert picture(frame(["1", "2", "b"]), sort=None).x == ["1", "2", "b"]


scalars = (
    st.integers(-9, 9) | st.booleans() | st.sampled_from(["1", "-3", "true", "false", "0.5", "", "a"]) | st.just(0.5)
)


@given(st.lists(scalars, min_size=1, max_size=8))
def test_as_many_ids_as_there_are_values(tmp_path_factory, values):
    path = tmp_path_factory.mktemp("ids") / "t.json"
    path.write_text(json.dumps([{"id": value} for value in values]))
    wanted = len({json.dumps(value) for value in values})
    assert len(Data(path).column_unique("id")) == wanted
    if len({type(value) for value in values if not isinstance(value, str)}) < 2:
        assert len(Data(pd.DataFrame({"id": pd.Series(values, dtype=object)})).column_unique("id")) == wanted
