"""Frames that are refused, and what becomes of odd columns."""

import datetime
import decimal
import pathlib
import uuid

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset
import pytest
from fuzz import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_viz._engine import Engine
from inspect_viz.data import Data

REFUSED = [
    None,
    3,
    "samples.parquet",
    pathlib.Path("samples.csv"),
    [{"id": 1}],
    [[1, 2]],
    pd.Series([1]),
    pl.Series([1]),
    pa.array([1]),
    pa.chunked_array([[1]]),
    np.zeros((2, 2)),
    object(),
    pd.DataFrame,
]


@pytest.mark.parametrize("df", REFUSED, ids=lambda df: type(df).__name__)
def test_what_is_no_frame_is_refused(df):
    with pytest.raises(TypeError, match=r"df must be a pandas, Polars or narwhals data frame"):
        Data.from_dataframe(df)


def test_refusals_say_what_to_do():
    with pytest.raises(TypeError, match=r"use Data\.from_file"):
        Data.from_dataframe("samples.parquet")
    with pytest.raises(TypeError, match=r"pandas\.DataFrame\(rows\)"):
        Data.from_dataframe([{"id": 1}])
    with pytest.raises(TypeError, match=r"column 'a' must be a sequence of values, not 'text'"):
        Data.from_dataframe({"a": "text"})
    with pytest.raises(TypeError, match=r"column 'a' must be a sequence of values, not 3"):
        Data.from_dataframe({"a": 3})
    with pytest.raises(ValueError, match=r"same length.*'a': 1, 'b': 2"):
        Data.from_dataframe({"a": [1], "b": [1, 2]})


@pytest.mark.parametrize("df", [{}, pd.DataFrame(index=[1, 2]), pl.DataFrame(), pa.table({})], ids=str)
def test_a_frame_without_columns_is_refused(df):
    with pytest.raises(ValueError, match=r"no columns"):
        Data.from_dataframe(df)


def test_the_index_is_no_column_and_labels_become_text():
    frame = pd.DataFrame([[1, 2, 3]], index=["row"], columns=[0, ("a", 1), "b"])
    data = Data.from_dataframe(frame)
    assert data.columns == ["0", "('a', 1)", "b"]
    assert data.column_unique("('a', 1)") == [2]
    assert list(frame.columns) == [0, ("a", 1), "b"]


def test_the_callers_frame_stays_as_it_was():
    frame = pd.DataFrame({"id": ["a", "b"], "cat": pd.Categorical(["x", "y"]), "junk": [object(), {1}]})
    before = frame.copy(deep=True)
    data = Data.from_dataframe(frame)
    data.reader.ask("SELECT * FROM data")
    pd.testing.assert_frame_equal(frame, before)
    frame["id"] = ["c", "d"]
    frame.insert(0, "new", 1)
    assert data.columns == ["id", "cat", "junk"]
    assert data.column_unique("id") == ["a", "b"]


class Evil:
    def __str__(self):
        raise RuntimeError("no text for this")

    __repr__ = __str__
    __hash__ = None


def _with_junk():
    junk = {
        "evil": [Evil(), Evil()],
        "mixed": [1, "a"],
        "nested": [{"a": 1}, [1, {"b": 2}]],
        "arrays": [np.array([1]), np.array(["x"])],
        "complex": [1j, 2j],
        "period": pd.period_range("2024", periods=2),
        "interval": pd.interval_range(0, 2),
        "sparse": pd.arrays.SparseArray([0, 7]),
        "half": pd.Series([1, 2], dtype="float16"),
        "bytes": [b"\xff", b"a"],
        "surrogate": pd.Series(["\ud800", "ok"], dtype=object),
        "huge": [2**200, 1],
        "zones": [pd.Timestamp("2024-01-01", tz="UTC"), pd.Timestamp("2024-01-01")],
        "": [1, 2],
        "nul\x00": [1, 2],
    }
    frame = pd.DataFrame({"id": ["a", "b"]})
    for name, values in junk.items():
        frame[name] = values
    return frame


def test_columns_that_nobody_uses_never_matter():
    data = Data.from_dataframe(_with_junk())
    assert data.column_unique("id") == ["a", "b"]
    with Engine({"t0": data}) as engine:
        assert engine.rows("SELECT id FROM t0") == [("a",), ("b",)]
    with Engine({"t0": data}, {"t0": ["id", "sparse"]}) as engine:
        assert engine.rows("SELECT * FROM t0") == [("a", 0), ("b", 7)]


def test_mixed_columns_are_read_as_text_and_impossible_ones_are_named():
    data = Data.from_dataframe(_with_junk())
    assert data.reader.types["evil"] == "UNREADABLE"
    assert data.column_unique("mixed") == ["1", "a"]
    assert data.column_unique("period") == ["2024-01-01", "2024-01-02"]
    assert data.column_unique("surrogate") == ["\\ud800", "ok"]
    assert data.column_unique("interval") == ["(0, 1]", "(1, 2]"]
    assert data.column_unique("complex") == ["1j", "2j"]
    assert data.column_unique("huge") == [str(2**200), "1"]
    assert data.column_max("half") == 2
    for bad in ("evil", ""):
        with pytest.raises(ValueError, match=rf"'{bad}'"):
            data.column_unique(bad)
    with pytest.raises(ValueError, match=r"'evil' cannot be read"):
        Engine({"t0": data}, {"t0": ["id", "evil"]})


def test_types_that_duckdb_does_not_know_are_brought_to_ones_it_does():
    table = pa.table(
        {
            "null": pa.nulls(1),
            "half": pa.array([1.5], pa.float16()),
            "wide": pa.array([decimal.Decimal("1.5")], pa.decimal256(50, 2)),
            "decimal": pa.array([decimal.Decimal("1.25")]),
            "dictionary": pa.array(["x"]).dictionary_encode(),
            "view": pa.array(["x"], pa.string_view()),
            "zone": pa.array([datetime.datetime(2024, 1, 1)], pa.timestamp("ms", "Europe/Berlin")),
            "date": pa.array([datetime.date(2024, 1, 1)]),
            "unsigned": pa.array([2**64 - 1], pa.uint64()),
            "small": pa.array([3], pa.uint64()),
        }
    )
    data = Data.from_dataframe(table)
    utc = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)
    assert data.reader.ask("SELECT * FROM data") == [
        (None, 1.5, 1.5, 1.25, "x", "x", utc, datetime.date(2024, 1, 1), str(2**64 - 1), 3)
    ]
    assert data.column_max("zone") == utc


def test_polars_kinds_of_its_own():
    frame = pl.DataFrame(
        {
            "enum": pl.Series(["x", "y"], dtype=pl.Enum(["y", "x"])),
            "big": pl.Series([2**70, 1], dtype=pl.Int128),
            "object": pl.Series([uuid.UUID(int=1), uuid.UUID(int=2)], dtype=pl.Object),
            "^regex$": [1, 2],
            "*": [3, 4],
        }
    )
    data = Data.from_dataframe(frame)
    assert data.column_unique("enum") == ["x", "y"]
    assert data.column_unique("big") == [str(2**70), "1"]
    assert data.column_unique("object") == [str(uuid.UUID(int=1)), str(uuid.UUID(int=2))]
    lazy = Data.from_dataframe(frame.select(pl.nth(3, 4)).lazy())
    assert (lazy.column_max("^regex$"), lazy.column_max("*")) == (2, 4)


def test_repeated_names_matter_only_where_they_are_used():
    data = Data.from_dataframe(pd.DataFrame([[1, 2, 3, 4, 5]], columns=["a", "a", "B", "b", "id"]))
    assert data.column_unique("id") == [5]
    assert (data.column_unique("B"), data.column_unique("b")) == ([3], [4])
    assert data.reader.ask('SELECT "b" FROM data') == [(4,)]
    with pytest.raises(ValueError, match=r"2 columns named 'a'"):
        data.column_unique("a")
    with pytest.raises(ValueError, match=r"'B' and 'b' differ only by case"):
        Engine({"t0": data}, {"t0": ["b", "B"]})
    with Engine({"t0": data}, {"t0": ["B"]}) as engine:
        assert engine.rows('SELECT "B" FROM t0') == [(3,)]


def test_a_plan_is_computed_only_for_the_columns_that_are_used():
    computed = []

    def slow(column):
        computed.append(column.name)
        return column

    plan = pl.LazyFrame({"id": ["a"], "prompt": ["long"]}).with_columns(
        pl.col("prompt").map_batches(slow, return_dtype=pl.String)
    )
    data = Data.from_dataframe(plan)
    with Engine({"t0": data}, {"t0": ["id"]}) as engine:
        assert engine.rows("SELECT id FROM t0") == [("a",)]
    assert computed == []
    assert repr(data).startswith("Data(polars lazy frame: ")


def test_arrow_columns_are_not_copied():
    column = pa.array(range(100_000))
    data = Data.from_dataframe(pa.table({"n": column, "text": ["x"] * 100_000}))
    assert data.column_max("n") == 99_999
    held = data.reader.source._columns
    assert list(held) == [0]
    assert held[0].chunk(0).buffers()[1].address == column.buffers()[1].address


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.floats(allow_nan=False),
)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(CELLS, max_size=6))
def test_any_column_of_objects_keeps_every_value(values):
    data = Data.from_dataframe(pd.DataFrame({"v": pd.Series(values, dtype=object)}))
    read = [row[0] for row in data.reader.ask("SELECT v FROM data")]
    assert len(read) == len(values)
    for value, found in zip(values, read, strict=True):
        assert found is None if value is None else found in (value, str(value))


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5, unique=True))
def test_any_column_name_can_be_used(names):
    data = Data.from_dataframe({name: [i] for i, name in enumerate(names)})
    for i, name in enumerate(names):
        if "\x00" not in name:
            assert data.column_unique(name) == [i]
