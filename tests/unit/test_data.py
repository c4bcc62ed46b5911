"""`Data` as its users see it."""

import pandas as pd
import pytest
from inspect_viz._engine import Engine
from inspect_viz.data import Data


@pytest.fixture
def data(tmp_path):
    frame = pd.DataFrame({"id": ["b", "a", "b"], "score": [0.5, None, 1.0]})
    frame.to_parquet(tmp_path / "samples.parquet")
    return Data.from_file(tmp_path / "samples.parquet")


def test_columns_values_and_length(data):
    assert data.columns == ["id", "score"]
    assert data.column_unique("id") == ["b", "a"]
    assert (data.column_min("score"), data.column_max("score")) == (0.5, 1.0)
    assert len(data) == 3


def test_unknown_column_names_the_nearest(data):
    with pytest.raises(ValueError, match="'scores'.*Did you mean 'score'"):
        data.column_min("scores")


def test_engine_answers_over_files_and_frames(data):
    frame = Data.from_dataframe(pd.DataFrame({"id": ["a", "b"], "name": ["A", "B"]}))
    with Engine({"t0": data, "t1": frame}) as engine:
        assert engine.rows("SELECT name, score FROM t0 JOIN t1 USING (id) ORDER BY score") == [
            ("B", 0.5),
            ("B", 1.0),
            ("A", None),
        ]
        assert engine.arrow("SELECT 1 AS one")[:4] == b"\xff\xff\xff\xff"
