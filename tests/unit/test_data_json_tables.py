"""Json files that hold one object: the rows are those that were written, whichever way pandas writes them."""

from __future__ import annotations

import gzip
import json

import pandas as pd
import polars as pl
import pytest
from fuzz import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_viz.data import Data

FRAME = pd.DataFrame({"id": ["b", "a", "ü\n"], "n": [3, 1, 2], "score": [0.5, None, 1.0], "ok": [True, False, True]})
ROWS = [("b", 3, 0.5, True), ("a", 1, None, False), ("ü\n", 2, 1.0, True)]


def read(tmp_path, text, name="t.json"):
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith("gz") else text.encode())
    return Data(path)


def rows(data):
    return data.reader.ask("SELECT * FROM data")


@pytest.mark.parametrize("name", ["t.json", "t.JSON", "t.json.gz"])
@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("orient", ["columns", "index", "split", "records"])
def test_what_pandas_writes(tmp_path, orient, indent, name):
    data = read(tmp_path, FRAME.to_json(orient=orient, indent=indent), name)
    assert (rows(data), data.columns, len(data)) == (ROWS, list(FRAME.columns), 3)
    assert list(data.reader.types.values()) == ["VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN"]


def test_a_table_with_its_schema(tmp_path):
    data = read(tmp_path, FRAME.to_json(orient="table"))
    assert data.reader.ask("SELECT id, n, score, ok FROM data") == ROWS


def test_the_index_may_have_any_labels(tmp_path):
    labelled = FRAME.set_index(pd.Index(["x", "y", "z"]))
    assert rows(read(tmp_path, labelled.to_json())) == ROWS
    assert rows(read(tmp_path, labelled.to_json(orient="split"))) == ROWS
    assert rows(read(tmp_path, FRAME.sort_values("n").to_json())) == [ROWS[1], ROWS[2], ROWS[0]]


def test_lists_by_column(tmp_path):
    text = json.dumps(pl.from_pandas(FRAME).to_dict(as_series=False))
    assert rows(read(tmp_path, text)) == ROWS


def test_frames_of_one_column_and_of_none(tmp_path):
    assert rows(read(tmp_path, FRAME[["n"]].to_json())) == [(3,), (1,), (2,)]
    with pytest.raises(ValueError, match="no rows with columns"):
        read(tmp_path, pd.DataFrame().to_json())
    assert len(read(tmp_path, FRAME[:0].to_json())) == 0


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('{"id": "a", "n": 1}', ("a", 1)),
        ('{"id": "a", "tags": ["x", "y"]}', ("a", '["x","y"]')),
        ('{"metadata": {"a": 1, "b": 2}}', ('{"a":1,"b":2}',)),
        ('{"x": {"a": 1}, "y": {"b": 1}}', ('{"a":1}', '{"b":1}')),
        ('{"x": [1], "y": [1, 2]}', ("[1]", "[1,2]")),
    ],
)
def test_a_row_stays_a_row(tmp_path, text, row):
    assert rows(read(tmp_path, text)) == [row]


@pytest.mark.parametrize("name", ["t.jsonl", "t.ndjson", "t.jsonl.gz"])
def test_each_line_of_json_lines_is_a_row(tmp_path, name):
    assert rows(read(tmp_path, '{"x": [1, 2], "y": [3, 4]}\n', name)) == [("[1,2]", "[3,4]")]
    assert rows(read(tmp_path, FRAME.to_json(orient="records", lines=True), name)) == ROWS


def test_lines_in_a_json_file_are_rows(tmp_path):
    assert rows(read(tmp_path, FRAME.to_json(orient="records", lines=True))) == ROWS
    nested = '{"x": {"0": 1}, "y": {"0": 2}}\n' * 2
    assert len(read(tmp_path, nested)) == 2


def test_a_large_table_in_one_line(tmp_path):
    frame = pd.DataFrame({"id": [f"sample {i}" for i in range(200_000)], "n": range(200_000)})
    text = frame.to_json()
    assert len(text) > 4 << 20
    data = read(tmp_path, text)
    assert (len(data), data.column_max("n"), len(data.column_unique("id"))) == (200_000, 199_999, 200_000)
    assert len(read(tmp_path, frame.assign(text="x" * 100).to_json())) == 200_000


names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=5)
values = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"]))


@settings(max_examples=examples(60))
@given(st.lists(names, min_size=2, max_size=4, unique_by=str.lower), st.data())
def test_tables_by_columns_are_those_by_rows(tmp_path_factory, columns, draw):
    height = draw.draw(st.integers(1, 4))
    table = {name: draw.draw(st.lists(values, min_size=height, max_size=height)) for name in columns}
    records = [dict(zip(columns, row, strict=True)) for row in zip(*table.values(), strict=True)]
    dicts = {name: {str(i): value for i, value in enumerate(column)} for name, column in table.items()}
    split = {"columns": columns, "data": list(map(list, zip(*table.values(), strict=True)))}
    folder = tmp_path_factory.mktemp("json")
    wanted = read(folder, json.dumps(records), "records.json")
    for kind, written in {"lists": table, "dicts": dicts, "split": split}.items():
        found = read(folder, json.dumps(written), f"{kind}.json")
        assert (rows(found), found.columns) == (rows(wanted), wanted.columns), kind
