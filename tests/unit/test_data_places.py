"""Folders, patterns and addresses of files that are one table."""

from __future__ import annotations

import http.server
import pickle
import sys
import threading
from functools import partial

import duckdb
import fsspec
import pandas as pd
import pytest

from inspect_viz import Data
from inspect_viz.mark import cell
from inspect_viz.plot import plot, to_html

WRITERS = {
    ".parquet": lambda frame, path: frame.to_parquet(path, index=False),
    ".csv": lambda frame, path: frame.to_csv(path, index=False),
    ".jsonl": lambda frame, path: frame.to_json(path, orient="records", lines=True),
    ".feather": lambda frame, path: frame.to_feather(path),
    ".xlsx": lambda frame, path: frame.to_excel(path, index=False),
}
PARTS = {
    "year=2025/model=a b": pd.DataFrame({"id": ["x", "y"], "score": [0, 1]}),
    "year=2026/model=a%2Fb": pd.DataFrame({"id": ["x", "y"], "score": [0.5, 1.0], "note": ["n", None]}),
    "year=2026/model=__HIVE_DEFAULT_PARTITION__": pd.DataFrame({"id": ["z"], "score": [0.25]}),
}
ROWS = [
    ("x", 0.5, "n", 2026, "a/b"),
    ("x", 0.0, None, 2025, "a b"),
    ("y", 1.0, None, 2025, "a b"),
    ("y", 1.0, None, 2026, "a/b"),
    ("z", 0.25, None, 2026, None),
]


def rows(data, columns="id, score, note, year, model"):
    return data.reader.ask(f"SELECT {columns} FROM data ORDER BY ALL")


@pytest.fixture(params=WRITERS)
def folder(request, tmp_path):
    """A folder with keys below, and one above that is not meant."""
    base = tmp_path / "all=1" / "runs [x]"
    for below, frame in PARTS.items():
        (base / below).mkdir(parents=True)
        WRITERS[request.param](frame, base / below / f"part{request.param}")
    (base / "_SUCCESS").write_text("")
    (base / ".hidden").mkdir()
    (base / ".hidden" / "part.csv").write_text("a\n1\n")
    return base


def test_a_folder_is_a_table_with_the_keys_of_its_folders(folder):
    data = Data.from_file(folder)
    expected = sorted(ROWS, key=str)
    assert sorted(rows(data), key=str) == expected
    assert set(data.columns) == {"id", "score", "note", "year", "model"}
    assert (len(data), data.schema["year"], data.schema["model"]) == (5, "BIGINT", "VARCHAR")
    assert repr(data).startswith("Data('runs [x]': 5 rows")
    assert sorted(rows(pickle.loads(pickle.dumps(data))), key=str) == expected


def test_pictures_are_drawn_of_folders(folder):
    page = to_html(plot(cell(Data.from_file(folder), x="id", y="year", fill="score")))
    assert str(folder.parent) not in page
    assert "2025" in page


def test_duckdb_reads_a_partitioned_folder_alike(tmp_path):
    with duckdb.connect() as con:
        con.execute("CREATE TABLE t AS SELECT i AS id, i % 3 AS part, i / 4 AS score FROM range(20) r(i)")
        con.execute(f"COPY t TO '{tmp_path / 'out'}' (FORMAT parquet, PARTITION_BY (part))")
        expected = con.execute("SELECT id, part, score FROM t ORDER BY ALL").fetchall()
    assert rows(Data.from_file(tmp_path / "out"), "id, part, score") == expected


def test_patterns(tmp_path):
    for i in range(3):
        pd.DataFrame({"n": [i]}).to_csv(tmp_path / f"a{i}.csv", index=False)
    (tmp_path / "deep").mkdir()
    pd.DataFrame({"n": [9]}).to_csv(tmp_path / "deep" / "a9.csv", index=False)
    assert rows(Data.from_file(tmp_path / "a[01].csv"), "n") == [(0,), (1,)]
    assert rows(Data.from_file(f"{tmp_path}/**/*.csv"), "n") == [(0,), (1,), (2,), (9,)]
    pd.DataFrame({"n": [7]}).to_csv(tmp_path / "a*.csv", index=False)
    assert rows(Data.from_file(tmp_path / "a*.csv"), "n") == [(7,)], "a file of this very name"


def test_text_in_one_file_makes_text_of_all(tmp_path):
    (tmp_path / "a.csv").write_text("id,v\n1,2\n")
    (tmp_path / "b.csv").write_text("id,v\n001,2.5\n")
    data = Data.from_file(tmp_path)
    assert data.schema == {"id": "VARCHAR", "v": "DOUBLE"}
    assert rows(data, "id, v") == [("001", 2.5), ("1", 2.0)]


def test_numbers_with_zeros_before_them_are_text(tmp_path):
    for key in ("007", "8"):
        (tmp_path / f"run={key}").mkdir()
        (tmp_path / f"run={key}" / "a.csv").write_text("v\n1\n")
    assert rows(Data.from_file(tmp_path), "run") == [("007",), ("8",)]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "is a directory without a table"),
        ({"a.eval": "x"}, r"is a directory without a table .*Data\.from_logs"),
        ({"a.csv": "v\n1\n", "b.jsonl": '{"v": 1}'}, r"holds several kinds of files: 1 \.csv, 1 \.jsonl"),
        ({"k=1/a.csv": "v\n1\n", "a.csv": "v\n1\n"}, "name different keys: 'k', 'none'"),
        ({"a.csv": "v\n1\n", "b.csv": "{}"}, "'b.csv' is not csv"),
        ({"a.parquet": "PAR1 no"}, "of .* cannot be read as one table"),
        ({"a.parquet": "no"}, "'a.parquet' is not a parquet file"),
    ],
)
def test_what_is_no_table(tmp_path, files, words):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    with pytest.raises(ValueError, match=words):
        Data.from_file(tmp_path)


def test_a_pattern_of_nothing(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"There is no file .*\*\.csv"):
        Data.from_file(tmp_path / "*.csv")


def test_a_picture_of_a_folder_reads_nothing_beside_it(tmp_path):
    """Its files are allowed one by one, not the folder."""
    (tmp_path / "runs").mkdir()
    for name in ("a", "b"):
        pd.DataFrame({"v": [1]}).to_parquet(tmp_path / "runs" / f"{name}.parquet")
    data = Data.from_file(tmp_path / "runs" / "[a].parquet")
    assert data.reader.files() == [str(tmp_path / "runs" / "a.parquet")]
    (tmp_path / "runs" / "a.parquet").unlink()
    with pytest.raises(FileNotFoundError, match="is no longer there"):
        rows(data, "v")


class TestAddresses:
    @pytest.fixture
    def store(self):
        """A store in memory."""
        store = fsspec.filesystem("memory")
        store.pipe("/bucket/k=1/a.csv", b"id,v\n001,1\n")
        store.pipe("/bucket/k=2/a.csv", b"id,v\n002,2\n")
        store.pipe("/bucket/one.csv", b"id,v\n003,3\n")
        yield store
        store.rm("/bucket", recursive=True)

    @pytest.mark.parametrize(
        ("address", "found"),
        [
            ("memory://bucket/one.csv", [("003", 3)]),
            ("memory://bucket/k=1/*.csv", [("001", 1)]),
            ("memory://bucket/k=2", [("002", 2)]),
        ],
    )
    def test_files_folders_and_patterns(self, store, address, found):
        data = Data.from_file(address)
        assert rows(data, "id, v") == rows(pickle.loads(pickle.dumps(data)), "id, v") == found
        assert "/" not in data.reader.origin

    def test_keys(self, store):
        store.rm("/bucket/one.csv")
        assert rows(Data.from_file("memory://bucket"), "id, k") == [("001", 1), ("002", 2)]

    @pytest.fixture
    def web(self, tmp_path):
        pd.DataFrame({"v": [1, 2]}).to_parquet(tmp_path / "a b.parquet")
        quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(tmp_path))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()

    def test_the_web(self, web):
        data = Data.from_file(f"{web}/a%20b.parquet?token=secret")
        assert rows(data, "v") == [(1,), (2,)]
        assert data.reader.origin == "a b.parquet"
        assert "secret" not in to_html(plot(cell(data, x="v", y="v", fill="v")))
        with pytest.raises(FileNotFoundError, match=r"There is no file 'http.*/none\.parquet'") as caught:
            Data.from_file(f"{web}/none.parquet?token=secret")
        assert "secret" not in str(caught.value)

    def test_what_cannot_be_fetched(self):
        with pytest.raises(ValueError, match=r"'nowhere://a/b\.csv' cannot be fetched: .*nowhere"):
            Data.from_file("nowhere://a/b.csv")
        with pytest.raises(ValueError, match=r"'http://127\.0\.0\.1:1/a\.csv' cannot be fetched"):
            Data.from_file("http://127.0.0.1:1/a.csv")
        with pytest.raises(FileNotFoundError, match=r"memory://bucket/none\.csv"):
            Data.from_file("memory://bucket/none.csv")

    def test_a_store_cannot_write_beside_the_folder_of_what_is_fetched(self, monkeypatch, tmp_path):
        store = fsspec.filesystem("memory")
        written = []
        monkeypatch.setattr(type(store), "isdir", lambda *_: True)
        monkeypatch.setattr(type(store), "find", lambda *_: ["/bucket/../../evil.csv"])
        monkeypatch.setattr(type(store), "get_file", lambda *given, **_: written.append(given))
        with pytest.raises(ValueError, match=r"is no path of a file below '/bucket'"):
            Data.from_file("memory://bucket")
        assert written == []

    def test_what_is_missing_is_named(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "fsspec.core", None)
        with pytest.raises(ImportError, match=r"pip install 'inspect-viz\[stores\]'"):
            Data.from_file("s3://bucket/a.csv")
