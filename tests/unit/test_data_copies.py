"""Tables that are made in one step, copied and pickled; frames whose index is wanted as a column."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from heatmaps import heatmap

from inspect_viz.data import Data
from inspect_viz.logs import samples

FRAME = pd.DataFrame({"id": ["a", "b"], "model": ["m", "m"], "score_s": [0.5, None]})
ROWS = [("a", "m", 0.5), ("b", "m", None)]


def rows(data):
    return data.reader.ask("SELECT * FROM data")


@pytest.mark.parametrize("ending", ["parquet", "csv", "json"])
def test_the_class_itself_takes_a_file(tmp_path, ending):
    path = tmp_path / f"samples.{ending}"
    {"parquet": FRAME.to_parquet, "csv": FRAME.to_csv, "json": FRAME.to_json}[ending](
        path, **{"csv": {"index": False}, "json": {"orient": "records"}}.get(ending, {})
    )
    assert rows(Data(path)) == rows(Data(str(path))) == ROWS


@pytest.mark.parametrize("made", [pd.DataFrame, pl.from_pandas, pa.Table.from_pandas, dict], ids=range(4))
def test_the_class_itself_takes_a_frame(made):
    assert rows(Data(made(FRAME))) == ROWS


def test_what_the_class_itself_refuses():
    with pytest.raises(FileNotFoundError, match=r"There is no file 'samples\.parquet'"):
        Data("samples.parquet")
    with pytest.raises(TypeError, match=r"df must be .*, not builtins\.int"):
        Data(3)
    with pytest.raises(TypeError, match=r"Data\.from_logs|pandas\.DataFrame\(rows\)"):
        Data([{"id": 1}])


FRAMES = {
    "pandas": lambda: FRAME,
    "polars": lambda: pl.from_pandas(FRAME),
    "lazy": lambda: pl.from_pandas(FRAME).lazy(),
    "arrow": lambda: pa.Table.from_pandas(FRAME),
    "relation": lambda: duckdb.connect().from_arrow(pa.Table.from_pandas(FRAME)),
    "mapping": lambda: FRAME.to_dict("list"),
}
COPIES = {"pickle": lambda data: pickle.loads(pickle.dumps(data)), "copy": copy.copy, "deepcopy": copy.deepcopy}


@pytest.mark.parametrize("copied", COPIES)
@pytest.mark.parametrize("kind", FRAMES)
def test_copies_of_frames(kind, copied):
    data = Data(FRAMES[kind]())
    for _ in range(2):
        found = COPIES[copied](data)
        assert (rows(found), found.columns, len(found)) == (ROWS, data.columns, 2)
        assert dict(found.reader.types) == {"id": "VARCHAR", "model": "VARCHAR", "score_s": "DOUBLE"}
        assert found.column_unique("id") == ["a", "b"]


@pytest.mark.parametrize("copied", COPIES)
def test_copies_of_files(tmp_path, copied):
    FRAME.to_parquet(tmp_path / "a.parquet")
    data = Data(tmp_path / "a.parquet")
    assert rows(COPIES[copied](data)) == rows(data) == ROWS


def test_a_pickled_table_is_read_in_another_process(tmp_path):
    (tmp_path / "data.pickle").write_bytes(pickle.dumps(Data(FRAME)))
    code = "import pickle, sys; print(pickle.load(open(sys.argv[1], 'rb')).reader.ask('SELECT * FROM data'))"
    found = subprocess.run([sys.executable, "-c", code, tmp_path / "data.pickle"], capture_output=True, text=True)
    assert (found.stdout.strip(), found.stderr) == (str(ROWS), "")


def test_a_column_that_cannot_be_read_does_not_stop_the_others():
    class Evil:
        def __str__(self):
            raise RuntimeError("no text")

    data = Data(FRAME.assign(evil=[Evil(), Evil()]))
    found = pickle.loads(pickle.dumps(data))
    assert found.column_unique("id") == ["a", "b"]
    with pytest.raises(ValueError, match="'evil' cannot be read"):
        found.column_unique("evil")


def test_logs_say_what_to_pickle_instead(root: Path):
    logs = root / "examples" / "logs"
    data = Data.from_logs(logs, cache=False, progress=False)
    with pytest.raises(TypeError, match=r"table of logs cannot be pickled.*Data\.from_dataframe\(inspect_viz\.logs\.s"):
        pickle.dumps(data)
    kept = pickle.loads(pickle.dumps(Data.from_dataframe(samples(logs, cache=False, progress=False))))
    assert len(kept) == len(copy.deepcopy(data)) == len(data)
    assert not copy.deepcopy(data).refresh()


@pytest.mark.parametrize("column", ["id", "model", "score_s"])
@pytest.mark.parametrize("named", [True, False])
def test_a_column_that_is_the_index_gets_a_hint(column, named):
    frame = FRAME.set_index(column)
    with pytest.raises(ValueError, match=r"use df\.reset_index\(\)"):
        heatmap(frame if named else frame.rename_axis(None))
    if named:
        with pytest.raises(ValueError, match=rf"{column!r} is the index of the frame: use df\.reset_index\(\)"):
            Data(frame).column_unique(column)
    assert heatmap(frame.reset_index())


def test_grouped_frames_get_the_hint_for_each_level():
    grouped = FRAME.groupby(["id", "model"]).mean()
    with pytest.raises(ValueError, match=r"'id' is the index of the frame"):
        heatmap(grouped)


def test_an_index_that_counts_the_rows_is_no_hint():
    with pytest.raises(ValueError, match="id='idd' is not a column") as caught:
        heatmap(FRAME, id="idd")
    assert "reset_index" not in str(caught.value)
    with pytest.raises(ValueError, match="There is no column 'x'") as caught:
        Data(FRAME).column_unique("x")
    assert "reset_index" not in str(caught.value)
