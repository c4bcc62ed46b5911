"""`Data` as its users see it."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from inspect_viz._engine import Engine
from inspect_viz.data import Data

REAL = Path(__file__).resolve().parents[3] / "shared/data/writing_bench_samples.parquet"
real_file = pytest.mark.skipif(not REAL.exists(), reason="the shared example file is not beside this repository")


@pytest.fixture
def data(tmp_path):
    frame = pd.DataFrame({"id": ["b", "a", "b"], "score": [0.5, None, 1.0]})
    frame.to_parquet(tmp_path / "samples.parquet")
    return Data.from_file(tmp_path / "samples.parquet")


def test_columns_values_and_length(data):
    assert data.columns == ["id", "score"]
    assert data.column_unique("id") == ["b", "a"]
    assert data.column_unique("score") == [0.5, 1.0]
    assert (data.column_min("score"), data.column_max("score")) == (0.5, 1.0)
    assert len(data) == 3


def test_the_columns_list_is_the_callers_own(data):
    data.columns.append("x")
    assert data.columns == ["id", "score"]


@pytest.mark.parametrize("ask", [Data.column_unique, Data.column_min, Data.column_max])
def test_unknown_column_names_the_nearest(data, ask):
    with pytest.raises(ValueError, match=r"'scores'.*Did you mean 'score'.*'id', 'score'"):
        ask(data, "scores")
    with pytest.raises(ValueError, match=r"There is no column 3"):
        ask(data, 3)


def test_repr_says_what_it_is(data):
    assert repr(data) == "Data('samples.parquet': 3 rows x 2 columns: id VARCHAR, score DOUBLE)"
    many = Data.from_dataframe({f"c{i}": [i] for i in range(9)})
    assert repr(many).endswith("c5 BIGINT, ... (3 more))")


def test_types_are_found_by_column(data):
    assert dict(data.reader.types) == {"id": "VARCHAR", "score": "DOUBLE"}
    assert "nope" not in data.reader.types
    assert len(data.reader.types) == 2


def test_unique_keeps_first_appearance_over_many_rows():
    values = [f"m{i * 7919 % 500}" for i in range(20_000)]
    assert Data.from_dataframe({"m": values}).column_unique("m") == list(dict.fromkeys(values))


def test_whole_numbers_beyond_2_53_are_text_in_sql_and_numbers_for_python():
    data = Data.from_dataframe({"id": [2**53 + 1, 2**53 + 3, 9], "n": [2**53, 1, -(2**53)]})
    assert dict(data.reader.types) == {"id": "VARCHAR", "n": "BIGINT"}
    assert data.reader.wide == {"id"}
    assert data.reader.ask("SELECT id FROM data") == [("9007199254740993",), ("9007199254740995",), ("9",)]
    assert (data.column_min("id"), data.column_max("id")) == (9, 2**53 + 3)
    assert data.column_unique("id") == [2**53 + 1, 2**53 + 3, 9]


def test_a_dropped_table_is_freed():
    frame = pd.DataFrame({"id": ["a"], "n": [1]})
    data = Data.from_dataframe(frame)
    assert data.column_unique("id") == ["a"]
    with Engine({"t0": data}) as engine:
        assert engine.rows("SELECT n FROM t0") == [(1,)]
    gone = weakref.ref(data), weakref.ref(frame), weakref.ref(data.reader)
    del data, frame, engine
    gc.collect()
    assert [ref() for ref in gone] == [None, None, None]


def test_nothing_of_a_table_is_kept_by_the_process():
    before = _tables()
    for i in range(5):
        Data.from_dataframe({"id": [str(i)]}).column_unique("id")
    assert _tables() == before


def _tables():
    gc.collect()
    return sum(isinstance(thing, Data | Engine) for thing in gc.get_objects())


def test_two_tables_are_told_apart(tmp_path):
    (tmp_path / "a.csv").write_text("x\n1\n")
    (tmp_path / "b.csv").write_text("x\n2\n")
    first, second = (Data.from_file(tmp_path / name) for name in ("a.csv", "b.csv"))
    with Engine({"t0": first, "t1": second}) as engine:
        assert engine.rows("SELECT t0.x, t1.x FROM t0, t1") == [(1, 2)]


SCRIPT = """
import sys
from inspect_viz.data import Data
from inspect_viz._engine import Engine
data = Data.from_dataframe({"id": ["a", "b"], "n": [1, 2]})
engine = Engine({"t0": data})
assert engine.arrow("SELECT * FROM t0")
assert data.column_unique("id") == ["a", "b"]
try:
    engine.rows("SELECT nope FROM t0")
except ValueError as error:
    kept = error
class Knot: pass
knot = Knot(); knot.knot = knot; knot.data = data; knot.engine = engine
if len(sys.argv) > 1:
    engine.rows("SELECT nope FROM t0")
"""


def test_a_script_ends_quietly():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_script_that_fails_shows_the_error_last():
    done = subprocess.run([sys.executable, "-c", SCRIPT, "fail"], capture_output=True, text=True)
    assert done.returncode == 1
    assert "nanobind" not in done.stderr
    assert "QueryError" in done.stderr.splitlines()[-1]


LIGHT = """
import sys
from inspect_viz.data import Data
from inspect_viz._engine import Engine
assert "duckdb" not in sys.modules
data = Data.from_file(sys.argv[1])
with Engine({"t0": data}, {"t0": ["id", "score"]}) as engine:
    assert engine.arrow("SELECT id, avg(score) AS score FROM t0 GROUP BY id")
heavy = {"pandas", "polars", "narwhals", "numpy", "pyarrow", "IPython"} & set(sys.modules)
assert not heavy, heavy
"""


@pytest.mark.skipif(duckdb.__version__ < "2", reason="DuckDB 1.5 itself imports pandas where a parameter is bound")
def test_a_file_needs_no_frame_library(data, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LIGHT, str(tmp_path / "samples.parquet")], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@real_file
def test_the_real_file():
    data = Data.from_file(REAL)
    assert len(data) == 100
    assert len(data.column_unique("id")) == 25
    assert data.reader.types["score_multi_scorer_wrapper"] == "DOUBLE"
    assert data.column_min("score_multi_scorer_wrapper") >= 0
    assert data.column_max("model_release_date").year == 2025
