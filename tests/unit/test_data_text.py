"""Csv and json: what a cell says is what is read."""

import csv
import datetime
import gzip
import json
import math

import pytest
from fuzz import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspect_viz._engine import Engine
from inspect_viz.data import Data


def _csv(tmp_path, text, name="t.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Data.from_file(path)


def _column(tmp_path, *cells):
    return _csv(tmp_path, "v,other\n" + "".join(f'"{cell}",x\n' for cell in cells))


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "2", ""], "BIGINT"),
        (["-1", "0"], "BIGINT"),
        (["001", "2"], "VARCHAR"),
        (["1", "NA"], "VARCHAR"),
        (["+1"], "VARCHAR"),
        (["-0"], "VARCHAR"),
        (["1_000"], "VARCHAR"),
        ([" 1"], "VARCHAR"),
        (["9223372036854775808"], "VARCHAR"),
        (["9007199254740993"], "VARCHAR"),
        (["9007199254740992"], "BIGINT"),
        (["0.5", "1"], "DOUBLE"),
        (["0.50", "0.75"], "DOUBLE"),
        (["1.1", "1.10"], "VARCHAR"),
        (["1.1", "2.10"], "VARCHAR"),
        (["1", "1.0"], "VARCHAR"),
        (["1e-05", "0.5"], "DOUBLE"),
        (["1e5"], "VARCHAR"),
        (["0.5", "nan", "-inf"], "DOUBLE"),
        (["nan"], "VARCHAR"),
        (["inf", "-inf"], "VARCHAR"),
        (["00.5"], "VARCHAR"),
        ([".5"], "VARCHAR"),
        (["0,5"], "VARCHAR"),
        (["true", "false"], "BOOLEAN"),
        (["True", "False"], "BOOLEAN"),
        (["True", "false"], "VARCHAR"),
        (["t", "f"], "VARCHAR"),
        (["2024-01-31"], "DATE"),
        (["2024-1-31"], "VARCHAR"),
        (["2024-02-31"], "VARCHAR"),
        (["2024-01-31 10:00:00"], "TIMESTAMP"),
        (["2024-01-31T10:00:00"], "TIMESTAMP"),
        (["", ""], "VARCHAR"),
        (["C", "I"], "VARCHAR"),
        (["Infinity War"], "VARCHAR"),
    ],
)
def test_types_of_csv_columns(tmp_path, cells, kind):
    assert _column(tmp_path, *cells).reader.types["v"] == kind


def test_a_late_value_counts_as_much_as_an_early_one(tmp_path):
    rows = "".join(f"{i},{i}.5\n" for i in range(5000))
    data = _csv(tmp_path, f"v,w\n{rows}007,x\n")
    assert dict(data.reader.types) == {"v": "VARCHAR", "w": "VARCHAR"}
    assert data.column_unique("v")[-1] == "007"
    assert len(data) == 5001


def test_a_column_may_begin_with_many_empty_cells(tmp_path):
    data = _csv(tmp_path, "v,w\n" + ",x\n" * 3000 + "0.5,x\n")
    assert data.reader.types["v"] == "DOUBLE"


def test_hundreds_of_columns(tmp_path):
    rows = "".join(",".join(str(i * k % 7 / 2) for i in range(300)) + "\n" for k in range(50))
    data = _csv(tmp_path, ",".join(f"c{i}" for i in range(300)) + "\n" + rows)
    assert set(dict(data.reader.types).values()) == {"DOUBLE"}
    assert data.column_max("c1") == 3.0


def test_values_of_csv_columns(tmp_path):
    data = _csv(tmp_path, "n,x,b,d,t,e\n1,0.5,True,2024-01-31,2024-01-31T10:00:00,\n2,,False,,,\n")
    day = datetime.date(2024, 1, 31)
    first = (1, 0.5, True, day, datetime.datetime(2024, 1, 31, 10), None)
    assert data.reader.ask("SELECT * FROM data") == [first, (2, None, False, None, None, None)]


def test_long_ids_stay_exact(tmp_path):
    data = _csv(tmp_path, "id\n9007199254740993\n9007199254740995\n")
    assert data.reader.ask("SELECT id FROM data") == [("9007199254740993",), ("9007199254740995",)]
    assert data.column_max("id") == 9007199254740995
    with Engine({"t0": data}, {"t0": ["id"]}) as engine:
        assert engine.rows("SELECT id FROM t0")[0] == ("9007199254740993",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_dialects(tmp_path, delimiter, end, bom):
    lines = [["id", "a,b;c"], ["001", "one\r\ntwo"], ["2", 'say "so"'], ["é😀", ""]]
    quoted = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines]
    data = _csv(tmp_path, bom + end.join(quoted).encode() + end.encode())
    assert data.columns == ["id", "a,b;c"]
    assert data.reader.ask("SELECT * FROM data") == [("001", "one\r\ntwo"), ("2", 'say "so"'), ("é😀", None)]


def test_the_delimiter_is_the_one_that_fits_all_lines(tmp_path):
    assert _csv(tmp_path, "score (a;b;c),id\n1,x\n2,y\n").columns == ["score (a;b;c)", "id"]
    assert _csv(tmp_path, "id,text\n1,a;b;c\n", "t.tsv").columns == ["id", "text"]
    assert _csv(tmp_path, "a,b\tc\n1,2\t3\n", "u.tsv").columns == ["a,b", "c"]
    assert _csv(tmp_path, "only\n1\n").columns == ["only"]


def test_headers_of_every_sort(tmp_path):
    data = _csv(tmp_path, ',x,x,X,"$a ""q"".b"\n1,2,3,4,5\n')
    assert data.columns == ["column_1", "x", "x", "X", '$a "q".b']
    assert data.column_unique('$a "q".b') == [5]
    assert data.column_unique("X") == [4]
    with pytest.raises(ValueError, match=r"2 columns named 'x'"):
        data.column_unique("x")


def test_a_header_alone_is_a_table_without_rows(tmp_path):
    data = _csv(tmp_path, "id,score")
    assert (len(data), data.columns) == (0, ["id", "score"])
    assert data.column_min("score") is None


def test_long_cells(tmp_path):
    data = _csv(tmp_path, 'id,prompt\n1,"' + "x" * 5_000_000 + '"\n2,y\n')
    assert data.reader.ask("SELECT id, length(prompt) FROM data") == [(1, 5_000_000), (2, 1)]


@pytest.mark.parametrize("name", ["t.csv.gz", "t.CSV.GZ"])
def test_gzipped_csv(tmp_path, name):
    data = _csv(tmp_path, gzip.compress(b"id,n\n001,1\n"), name)
    assert data.reader.ask("SELECT * FROM data") == [("001", 1)]


def _json(tmp_path, rows, name="t.json"):
    text = json.dumps(rows) if ".json" in name and "l" not in name else "\n".join(map(json.dumps, rows))
    raw = text.encode()
    path = tmp_path / name
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return Data.from_file(path)


@pytest.mark.parametrize("name", ["t.json", "t.jsonl", "t.ndjson", "t.json.gz", "t.jsonl.gz"])
def test_json_values(tmp_path, name):
    rows = [
        {"id": "001", "n": 1, "x": 1, "b": True, "o": {"a": [1]}, "m": 1, "q/~\"'": "é😀", "d": "2024-01-31"},
        {"id": "NA", "n": -2, "x": 2.5, "b": None, "o": None, "m": "x", "late": "\u0000\n"},
        {"id": "", "Id": "other"},
    ]
    path = tmp_path / name
    text = "\n".join(map(json.dumps, rows)) if "l" in name or "nd" in name else json.dumps(rows, indent=1)
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    data = Data.from_file(path)
    assert data.columns == ["id", "n", "x", "b", "o", "m", "q/~\"'", "d", "late", "Id"]
    assert data.column_unique("id") == ["001", "NA", ""]
    assert data.column_unique("Id") == ["other"]
    assert data.reader.ask("SELECT n, x, b, o, m, d, late FROM data") == [
        (1, 1.0, True, '{"a":[1]}', "1", "2024-01-31", None),
        (-2, 2.5, None, None, "x", None, "\u0000\n"),
        (None, None, None, None, None, None, None),
    ]
    assert data.column_unique("q/~\"'") == ["é😀"]
    assert len(data) == 3


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2], "BIGINT"),
        ([1, 0.5], "DOUBLE"),
        ([2**53], "BIGINT"),
        ([2**53 + 1], "VARCHAR"),
        ([2**53 + 1, 0.5], "VARCHAR"),
        ([2**70, 1], "VARCHAR"),
        ([math.nan, 1.5], "DOUBLE"),
        ([True, False], "BOOLEAN"),
        ([True, 1], "VARCHAR"),
        (["1", "2"], "VARCHAR"),
        (["1", 2], "VARCHAR"),
        ([None], "VARCHAR"),
        ([[1], {"a": 1}], "VARCHAR"),
    ],
)
def test_types_of_json_columns(tmp_path, values, kind):
    path = tmp_path / "t.json"
    path.write_text(json.dumps([{"v": value} for value in values]))
    assert Data.from_file(path).reader.types["v"] == kind


def test_long_json_ids_stay_exact(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"id": 9007199254740993}\n{"id": 12}\n')
    data = Data.from_file(path)
    assert data.reader.ask("SELECT id FROM data") == [("9007199254740993",), ("12",)]
    assert data.column_max("id") == 9007199254740993


def test_a_picture_keeps_what_it_parsed(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("id,n\na,1\n")
    with Engine({"t0": Data.from_file(path)}, {"t0": ["id"]}) as engine:
        path.unlink()
        assert engine.rows("SELECT id FROM t0") == [("a",)]


CELL = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.integers().map(str),
    st.floats().map(repr),
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.from_regex(r"0{0,2}[0-9]{1,3}(\.[0-9]{1,3})?", fullmatch=True),
    st.dates().map(str),
    st.datetimes().map(str),
    st.sampled_from(["true", "false", "True", "NA", "nan", "inf", "null", "", " ", "1e5", "-0", "2024-02-30"]),
)
COLUMN = st.one_of(
    st.lists(CELL, min_size=1, max_size=6),
    st.lists(st.integers().map(str), min_size=1),
    st.lists(st.floats().map(repr), min_size=1),
    st.lists(st.decimals(places=2, min_value=-99, max_value=99).map(str), min_size=1),
)


def _says(cell, value):
    """Whether a value still says what its cell says."""
    if value is None or isinstance(value, str):
        return (value or "") == cell
    if isinstance(value, bool):
        return cell.lower() == str(value).lower()
    if isinstance(value, float):
        return math.isnan(value) if "nan" in cell.lower() else float(cell) == value
    if isinstance(value, datetime.datetime):
        return datetime.datetime.fromisoformat(cell) == value
    return str(value) == cell


@settings(max_examples=examples(150), deadline=None)
@given(COLUMN)
@example(["1.1", "1.10"])
@example(["9007199254740993", "0.5"])
def test_the_text_of_every_csv_cell_survives(tmp_path_factory, cells):
    path = tmp_path_factory.mktemp("t") / "t.csv"
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerows([["v", "w"], *([cell, "x"] for cell in cells)])
    read = [row[0] for row in Data.from_file(path).reader.ask("SELECT v FROM data")]
    assert len(read) == len(cells)
    assert [cell for cell, value in zip(cells, read, strict=True) if not _says(cell, value)] == []
    distinct = {"nan" if isinstance(value, float) and math.isnan(value) else value for value in read}
    assert len(distinct) == len(set(cells))


@settings(max_examples=examples(100), deadline=None)
@given(
    st.lists(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_json_value_survives(tmp_path_factory, values):
    path = tmp_path_factory.mktemp("t") / "t.json"
    path.write_text(json.dumps([{"v": value} for value in values]))
    read = [row[0] for row in Data.from_file(path).reader.ask("SELECT v FROM data")]
    for value, found in zip(values, read, strict=True):
        assert found is None if value is None else found == value or _as_text(found, value)


def _as_text(found, value):
    if not isinstance(found, str):
        return False
    return float(found) == value if isinstance(value, float) else found in (json.dumps(value), str(value))
