"""Tables from files that other programs write, each written by another library."""

from __future__ import annotations

import datetime as dt
import pickle
import sys

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.feather
import pyreadstat
import pytest

from inspect_viz import Data
from inspect_viz.mark import cell
from inspect_viz.plot import plot, write_svg

WHEN = [dt.datetime(2024, 1, 2, 3, 4, 5), dt.datetime(2024, 2, 3), None]
FRAME = pd.DataFrame({"id": ["001", "b é", "c"], "n": [1, 2, 3], "score": [0.5, float("nan"), 1.0], "when": WHEN})
TYPES = {"id": "VARCHAR", "n": "BIGINT", "score": "DOUBLE", "when": "TIMESTAMP"}


def rows(data, columns="*"):
    return data.reader.ask(f"SELECT {columns} FROM data")


def write_stream(frame, path):
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)


def write_arrow(frame, path):
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=2)


def fixed(frame):
    """Times with a T: a blank in all lines would part them from their days."""
    return frame.assign(when=frame.when.dt.strftime("%Y-%m-%dT%H:%M:%S")).to_string(index=False, na_rep="")


WRITERS = {
    "a.arrow": write_arrow,
    "s.arrow": write_stream,
    "a.ipc": write_arrow,
    "a.feather": lambda frame, path: pa.feather.write_feather(frame, path),
    "a.xlsx": lambda frame, path: frame.to_excel(path, index=False),
    "a.dta": lambda frame, path: pyreadstat.write_dta(frame, path),
    "a.sav": lambda frame, path: pyreadstat.write_sav(frame, path),
    "a.fwf": lambda frame, path: path.write_text(fixed(frame), encoding="utf-8"),
    "fixed.txt": lambda frame, path: path.write_text(fixed(frame), encoding="utf-8"),
    "comma.txt": lambda frame, path: frame.to_csv(path, index=False),
    "tab.txt": lambda frame, path: frame.to_csv(path, index=False, sep="\t"),
}


@pytest.fixture(params=WRITERS)
def file(request, tmp_path):
    path = tmp_path / request.param
    WRITERS[request.param](FRAME, path)
    return path


def test_every_format_gives_the_same_table(file):
    data = Data.from_file(file)
    assert data.schema | {"when": data.schema["when"].partition("_")[0]} == TYPES
    assert len(data) == 3
    assert repr(data).startswith(f"Data({file.name!r}: 3 rows")
    shown = [(i, n, None if s is None or s != s else s, w) for i, n, s, w in rows(data)]
    assert shown == [("001", 1, 0.5, WHEN[0]), ("b é", 2, None, WHEN[1]), ("c", 3, 1.0, None)]
    again = pickle.loads(pickle.dumps(data))
    assert rows(again, "id, n") == rows(data, "id, n")
    assert str(file.parent).encode() in pickle.dumps(data)


def test_pictures_are_drawn_of_every_format(file, tmp_path):
    picture = plot(cell(Data.from_file(file), x="id", y="n", fill="score"))
    write_svg(tmp_path / "a.svg", picture)
    assert "b é" in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*WRITERS, "a.xls", "a.sas7bdat", "a.xpt", "a.por"])
@pytest.mark.parametrize("content", [b"", b"\x00\x01 no such file \xff" * 50])
def test_what_is_no_such_file(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=rf"{name.replace('.', '[.]')}"):
        Data.from_file(tmp_path / name)


@pytest.mark.parametrize(("module", "name"), [("fastexcel", "a.xlsx"), ("pyreadstat", "a.sas7bdat")])
def test_what_is_missing_is_named(tmp_path, monkeypatch, module, name):
    (tmp_path / name).write_bytes(b"x")
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf"needs the package {module}: pip install 'inspect-viz\[files\]'"):
        Data.from_file(tmp_path / name)


class TestWorkbooks:
    @pytest.fixture
    def book(self, tmp_path):
        made = openpyxl.Workbook()
        made.active.title = "First"
        made.active.append(["id", "mixed", "flag", None])
        made.active.append([7, "x", True, "y"])
        made.active.append([8, 3, False])
        made.create_sheet("Second").append(["a"])
        made["Second"].append([0.25])
        made.create_sheet("Empty")
        made.save(tmp_path / "book.xlsx")
        return tmp_path / "book.xlsx"

    def test_values(self, book, capfd):
        data = Data.from_file(book)
        assert data.schema == {"id": "BIGINT", "mixed": "VARCHAR", "flag": "BOOLEAN", "column_4": "VARCHAR"}
        assert rows(data) == [(7, "x", True, "y"), (8, "3", False, None)]
        assert capfd.readouterr().err == ""

    @pytest.mark.parametrize("sheet", ["Second", 1])
    def test_sheets(self, book, sheet):
        data = Data.from_file(book, sheet=sheet)
        assert rows(data) == rows(pickle.loads(pickle.dumps(data))) == [(0.25,)]

    @pytest.mark.parametrize(
        ("sheet", "words"),
        [
            ("Secnd", r"sheet='Secnd' is not among .*'First', 'Second', 'Empty'.* Did you mean 'Second'"),
            (3, "sheet=3 must be from 0 to 2"),
            (-1, "sheet=-1 must be from 0"),
            (True, "sheet=True must be the name"),
            ("Empty", "The sheet 'Empty' of 'book.xlsx' is empty"),
        ],
    )
    def test_other_sheets(self, book, sheet, words):
        with pytest.raises((ValueError, TypeError), match=words):
            Data.from_file(book, sheet=sheet)

    def test_only_workbooks_have_sheets(self, tmp_path):
        FRAME.to_csv(tmp_path / "a.csv")
        with pytest.raises(ValueError, match=r"sheet=0 needs a workbook \('\.xlsx'"):
            Data.from_file(tmp_path / "a.csv", sheet=0)


def test_codes_are_labels_where_all_have_one(tmp_path):
    frame = pd.DataFrame({"all": [1, 2, 1], "some": [1, 2, 3]})
    labels = {"all": {1: "low", 2: "high"}, "some": {1: "one"}}
    pyreadstat.write_dta(frame, tmp_path / "a.dta", variable_value_labels=labels)
    assert rows(Data.from_file(tmp_path / "a.dta")) == [("low", 1), ("high", 2), ("low", 3)]


class TestText:
    def table(self, tmp_path, text):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        return Data.from_file(tmp_path / "a.txt")

    def test_a_late_wide_value_is_whole(self, tmp_path):
        """pandas looks at the first hundred lines, and cuts what is wider further down."""
        lines = ["id    score", *(f"{i:<5d} {i / 4:>5.2f}" for i in range(300)), "12345 99.75"]
        (tmp_path / "a.fwf").write_text("\n".join(lines), encoding="utf-8")
        data = Data.from_file(tmp_path / "a.fwf")
        assert rows(data) == [*((i, i / 4) for i in range(300)), (12345, 99.75)]

    def test_blanks_inside(self, tmp_path):
        data = self.table(tmp_path, "name       city        n\n\nAnn B.     Rome        1\nBob        New York   22\n")
        assert rows(data) == [("Ann B.", "Rome", 1), ("Bob", "New York", 22)]

    def test_gaps_are_null_and_zeros_stay(self, tmp_path):
        data = self.table(tmp_path, "a    b   c\n001  x   1.5\n002      2\n")
        assert data.schema == {"a": "VARCHAR", "b": "VARCHAR", "c": "DOUBLE"}
        assert rows(data) == [("001", "x", 1.5), ("002", None, 2.0)]

    def test_one_column(self, tmp_path):
        assert rows(self.table(tmp_path, "n\n1\n2\n")) == [(1,), (2,)]

    def test_one_line(self, tmp_path):
        with pytest.raises(ValueError, match="holds one line only"):
            self.table(tmp_path, "a  b  c\n")


def test_an_arrow_file_that_changes_is_not_mixed(tmp_path):
    path = tmp_path / "a.arrow"
    write_arrow(FRAME, path)
    data = Data.from_file(path)
    assert rows(data, "n") == [(1,), (2,), (3,)]
    write_arrow(FRAME.head(1), path)
    with pytest.raises(ValueError, match="has changed since it was opened"):
        rows(data, "score")


def test_an_arrow_file_that_is_cut_off(tmp_path):
    path = tmp_path / "a.feather"
    pa.feather.write_feather(FRAME, path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ValueError, match=r"'a\.feather' cannot be read as an Arrow file"):
        Data.from_file(path)
