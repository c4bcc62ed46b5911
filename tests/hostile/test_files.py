"""Files that are wrong say what is wrong, at the call; odd names are only names."""

import gzip
import os
import pathlib

import pandas as pd
import pytest

from inspect_viz._engine import Engine
from inspect_viz.data import Data

CSV = "id,score\n001,0.5\nNA,1\n"


def _parquet_bytes(tmp_path):
    pd.DataFrame({"id": ["001", "NA"], "score": [0.5, 1.0]}).to_parquet(tmp_path / "made")
    return (tmp_path / "made").read_bytes()


def _refused(path, *words, error=ValueError):
    with pytest.raises(error) as caught:
        Data.from_file(path)
    for word in words:
        assert word in str(caught.value), f"{word!r} is not in {str(caught.value)!r}"
    assert "Set By User" not in str(caught.value)
    return caught.value


def test_missing(tmp_path):
    error = _refused(tmp_path / "none.parquet", "There is no file", "none.parquet")
    assert isinstance(error, FileNotFoundError)


def test_what_is_no_file(tmp_path):
    (tmp_path / "dir.csv").mkdir()
    _refused(tmp_path / "dir.csv", "is a directory without a table")
    os.mkfifo(tmp_path / "pipe.csv")
    _refused(tmp_path / "pipe.csv", "ordinary file")
    (tmp_path / "broken.csv").symlink_to(tmp_path / "gone.csv")
    _refused(tmp_path / "broken.csv", "There is no file")


@pytest.mark.parametrize("file", [None, 3, ["a.csv"], pd.DataFrame({"a": [1]})], ids=str)
def test_what_is_no_path(file):
    _refused(file, "file must be a path, not", error=TypeError)


def test_a_frame_given_as_a_file_says_what_to_call():
    _refused(pd.DataFrame({"a": [1]}), "Data.from_dataframe", error=TypeError)


def test_the_address_of_a_file():
    _refused("file:///tmp/a.csv", "must be a path, without file://", "file:///tmp/a.csv")


@pytest.mark.parametrize("path", ["", "a\x00.csv"])
def test_impossible_paths(path):
    _refused(path, "must be the path of a file")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("a.eval", "samples_df"),
        ("a.pkl", "from_dataframe"),
        ("a.duckdb", "from_duckdb"),
        ("a.doc", "'.parquet'"),
        ("a", "'.ndjson'"),
        ("a.parquet.gz", "'.csv.gz'"),
        ("csv", "'.csv'"),
        ("a.csv.zst", "'.jsonl'"),
    ],
)
def test_unsupported_endings(tmp_path, name, word):
    (tmp_path / name).write_text(CSV)
    _refused(tmp_path / name, "must end in one of '.parquet', '.csv', '.tsv', '.json', '.jsonl', '.ndjson'", word)


ENDINGS = ["parquet", "csv", "tsv", "json", "jsonl", "ndjson", "csv.gz", "json.gz"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_empty(tmp_path, ending, content):
    path = tmp_path / f"a.{ending}"
    path.write_bytes(gzip.compress(content) if ending.endswith("gz") else content)
    _refused(path, "is empty")


def test_empty_gzip_file(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(b"")
    _refused(tmp_path / "a.csv.gz", "is empty")


def test_mislabelled(tmp_path):
    parquet = _parquet_bytes(tmp_path)
    cases = [
        ("a.parquet", CSV.encode(), "is not a parquet file: it starts with b'id,score"),
        ("b.csv", parquet, "is a parquet file, which its name does not say. Let its name end in .parquet"),
        ("b.json", parquet, "is a parquet file"),
        ("c.parquet", b"PK\x03\x04rest", "zip archive"),
        ("c.csv", b"PK\x03\x04rest", "zip archive"),
        ("d.csv", gzip.compress(CSV.encode()), "compressed with gzip"),
        ("d.csv.gz", CSV.encode(), "ends in .gz, but is not gzip"),
        ("e.csv", b'[{"id": 1}]', "is not csv"),
        ("e2.csv", b'{"id": 1}\n', "is not csv"),
        ("f.csv", b"<!DOCTYPE html><html>", "is not csv"),
        ("g.json", CSV.encode(), "is not json: it starts with 'id,score"),
        ("h.jsonl", b"<html>", "is not json"),
        ("i.parquet", parquet[:4] + b"x" * 100, "cut off or damaged"),
    ]
    for name, content, words in cases:
        (tmp_path / name).write_bytes(content)
        _refused(tmp_path / name, words, name)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_cut_off_parquet(tmp_path, share):
    whole = _parquet_bytes(tmp_path)
    (tmp_path / "a.parquet").write_bytes(whole[: int(len(whole) * share)])
    _refused(tmp_path / "a.parquet", "cut off")


@pytest.mark.parametrize("ending", ["csv.gz", "json.gz", "jsonl.gz"])
@pytest.mark.parametrize("rows", [3, 200_000])
def test_cut_off_gzip(tmp_path, ending, rows):
    line = '{"id": "a", "n": %d},\n' if ending == "json.gz" else '{"id": "a", "n": %d}\n' if "l" in ending else "a,%d\n"
    text = {"csv.gz": "id,n\n", "json.gz": "[", "jsonl.gz": ""}[ending] + "".join(line % (i * i) for i in range(rows))
    text = text.rstrip(",\n") + ("]" if ending == "json.gz" else "")
    packed = gzip.compress(text.encode())
    (tmp_path / f"a.{ending}").write_bytes(packed[: len(packed) * 2 // 3])
    _refused(tmp_path / f"a.{ending}", "cut off")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", 'id,n\n1,2\n3,"4', "Line 3 of 'a.csv' has a quoted cell that is not closed"),
        ("a.csv", "id,n\n1,2\n3", "Line 3 of 'a.csv' has 1 cells where the header has 2"),
        ("a.csv", "id,n\n1,2,3\n", "Line 2 of 'a.csv' has 3 cells where the header has 2"),
        ("a.csv", "\nid,n\n", "The first line of 'a.csv' is blank"),
        ("a.csv", "id,n\n1,2\r\n3,4\n", "mixes kinds of line ends"),
        ("a.json", '[{"id": 1},', "cut off"),
        ("a.json", '[{"id": 1}', "cut off"),
        ("a.json", '[{"id": 1}, {"id"]', "no complete list"),
        ("a.json", '[{"id": 1}] trailing ]', "no complete list"),
        ("a.json", '{\n "id": 1\n}', "nor one object per line"),
        ("a.json", '{\n "eval": {}\n}', "samples_df"),
        ("a.json", "[1, 2]", "Row 1 of 'a.json' is no object"),
        ("a.json", '[{"id": 1}, [2]]', "Row 2 of 'a.json' is no object"),
        ("a.json", "[]", "no rows with columns"),
        ("a.json", "[{}]", "no rows with columns"),
        ("a.json", '\ufeff[{"id": 1}]', "byte order mark"),
        ("a.jsonl", '{"id": 1}\n{"id', "no complete list"),
        ("a.jsonl", '{"id": 1}\nnot json\n', "no complete list"),
    ],
)
def test_broken_text(tmp_path, name, text, words):
    (tmp_path / name).write_bytes(text.encode())
    _refused(tmp_path / name, words)


@pytest.mark.parametrize("late", [0, 2_000_000])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le"])
def test_other_encodings_say_how_to_mend_them(tmp_path, encoding, late):
    filler = "1,x\n" * (late // 4)
    (tmp_path / "a.csv").write_bytes(f"id,n\n{filler}1,é\n".encode(encoding))
    _refused(tmp_path / "a.csv", "is not UTF-8 text", "encoding='latin-1'")


def test_latin_1_json(tmp_path):
    (tmp_path / "a.json").write_bytes('[{"id": "é"}]'.encode("latin-1"))
    _refused(tmp_path / "a.json", "is not UTF-8 text")


NAMES = [
    "with space",
    "quote'quote",
    'double"quote',
    "star*",
    "question?",
    "[ab]",
    "{a,b}",
    "$HOME",
    "~",
    "~root",
    "%41",
    "a#b",
    "a;b",
    "a=b",
    "back\\slash",
    "-dash",
    "**",
    "line\nbreak",
    "ünïcode 😀",
    "\u202eright to left",
    "<b>&amp;",
    "x" * 200,
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["parquet", "csv", "json"])
def test_exactly_the_named_file_is_read(tmp_path, name, ending):
    frame = pd.DataFrame({"id": ["right"], "n": [1]})
    wrong = pd.DataFrame({"id": ["wrong"], "n": [2]})
    for decoy in ("starX", "questionX", "a", "b", "abc", "ab"):
        _write(wrong, tmp_path / f"{decoy}.{ending}")
    path = tmp_path / f"{name}.{ending}"
    _write(frame, path)
    data = Data.from_file(path)
    assert (len(data), data.column_unique("id")) == (1, ["right"])
    for columns in (None, {"t0": ["id"]}):
        with Engine({"t0": data}, columns) as engine:
            assert engine.rows("SELECT id FROM t0") == [("right",)]


def _write(frame, path):
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    elif path.suffix == ".csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_json(path, orient="records")


def test_folders_named_like_partitions_add_no_column(tmp_path):
    folder = tmp_path / "model=x"
    folder.mkdir()
    for ending in ("parquet", "csv"):
        _write(pd.DataFrame({"id": ["a"]}), folder / f"t.{ending}")
        assert Data.from_file(folder / f"t.{ending}").columns == ["id"]


def test_every_way_to_write_a_path(tmp_path, monkeypatch):
    (tmp_path / "Samples.CSV").write_text(CSV)
    (tmp_path / "link.csv").symlink_to(tmp_path / "Samples.CSV")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    ways = ["Samples.CSV", "./Samples.CSV", "~/Samples.CSV", "link.csv", str(tmp_path / "Samples.CSV")]
    for way in [*ways, *map(pathlib.Path, ways)]:
        data = Data.from_file(way)
        assert data.column_unique("id") == ["001", "NA"]
        with Engine({"t0": data}) as engine:
            assert len(engine.rows("SELECT * FROM t0")) == 2


def test_the_working_folder_may_change_later(tmp_path, monkeypatch):
    pd.DataFrame({"id": ["a"]}).to_parquet(tmp_path / "t.parquet")
    monkeypatch.chdir(tmp_path)
    data = Data.from_file("t.parquet")
    monkeypatch.chdir("/")
    with Engine({"t0": data}) as engine:
        assert engine.rows("SELECT id FROM t0") == [("a",)]


@pytest.mark.parametrize("ending", ["parquet", "csv", "json"])
def test_a_file_that_vanishes_is_named(tmp_path, ending):
    path = tmp_path / f"t.{ending}"
    _write(pd.DataFrame({"id": ["a"], "n": [1]}), path)
    data, asked = Data.from_file(path), Data.from_file(path)
    assert asked.column_unique("id") == ["a"]
    path.unlink()
    for use in (lambda: data.column_unique("id"), lambda: asked.column_unique("id"), lambda: Engine({"t0": data})):
        with pytest.raises(ValueError, match=rf"t\.{ending}' is no longer there"):
            use()
    assert repr(data).startswith(f"Data('t.{ending}': 1 rows x 2 columns")


def test_a_parquet_that_vanishes_during_a_picture_is_named(tmp_path):
    path = tmp_path / "t.parquet"
    _write(pd.DataFrame({"id": ["a"]}), path)
    with Engine({"t0": Data.from_file(path)}) as engine:
        path.unlink()
        with pytest.raises(ValueError, match=r"t\.parquet"):
            engine.rows("SELECT id FROM t0")


def test_unused_columns_of_a_parquet_file_never_matter(tmp_path):
    frame = pd.DataFrame({"id": ["a"], "l": [[1]], "s": [{"x": [1]}], "b": [b"\xff"], "ID": ["other"]})
    frame.to_parquet(tmp_path / "t.parquet")
    data = Data.from_file(tmp_path / "t.parquet")
    assert data.columns == ["id", "l", "s", "b", "ID"]
    assert (data.column_unique("id"), data.column_unique("ID")) == (["a"], ["other"])
    assert data.column_unique("l") == [[1]]
    with Engine({"t0": data}, {"t0": ["ID"]}) as engine:
        assert engine.rows('SELECT "ID" FROM t0') == [("other",)]


def test_unreadable_file(tmp_path, monkeypatch):
    (tmp_path / "t.csv").write_text(CSV)

    def refuse(*args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    _refused(tmp_path / "t.csv", "'t.csv' cannot be opened: Permission denied")
