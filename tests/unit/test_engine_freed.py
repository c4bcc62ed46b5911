"""DuckDB's objects are freed in work that the end of the process waits for, as their end aborts a daemon's process."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from inspect_viz import Data
from inspect_viz._engine import Engine, QueryError
from inspect_viz._util import ending
from inspect_viz.mark import cell
from inspect_viz.plot import from_spec, plot, to_html

CSV = "a,b\n1,x\n2,y\n"


class Freed(list[bool]):
    """Whether each connection was freed in counted work, or in a thread that the end waits for itself."""

    def __init__(self) -> None:
        self.watched: list[weakref.ref[duckdb.DuckDBPyConnection]] = []

    def watch(self, con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
        self.watched.append(weakref.ref(con, lambda _: self.append(self.is_awaited())))
        return con

    @staticmethod
    def is_awaited() -> bool:
        return ending._here.depth > 0 or ending._here.is_ended_elsewhere


@pytest.fixture
def freed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Freed]:
    freed = Freed()
    connect, cursor = duckdb.connect, Engine._cursor
    monkeypatch.setattr(duckdb, "connect", lambda *given, **named: freed.watch(connect(*given, **named)))
    monkeypatch.setattr(Engine, "_cursor", lambda engine: freed.watch(cursor(engine)))
    gc.disable()
    try:
        yield freed
    finally:
        gc.enable()


def ask(_: Path) -> None:
    assert Data.from_dataframe({"a": [1, 2]}).reader.ask("SELECT sum(a) FROM data") == [(3,)]


def fail(_: Path) -> None:
    with pytest.raises(QueryError):
        Data.from_dataframe({"a": [1, 2]}).reader.ask("SELECT nothing FROM data")


def draw(_: Path) -> None:
    to_html(plot(cell(Data.from_dataframe({"a": ["x"], "s": [1.0]}), x="a", y="a", fill="s")))


def leave_engine_open(_: Path) -> None:
    engine = Engine({"data": Data.from_dataframe({"a": [1]})})
    with pytest.raises(QueryError):
        engine.rows("SELECT nothing FROM data")
    assert engine.rows("SELECT a FROM data") == [(1,)]


def read_file(folder: Path) -> None:
    (folder / "t.csv").write_text(CSV)
    assert Data.from_file(folder / "t.csv").where("a > 1").reader.ask("SELECT b FROM data") == [("y",)]


def read_table(folder: Path) -> None:
    with ending.native_work():
        write_table(folder / "t.duckdb")
    assert Data.from_duckdb(str(folder / "t.duckdb"), "t").reader.ask("SELECT a FROM data") == [(1,)]


def write_table(path: Path) -> None:
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE t AS SELECT 1 AS a")


def read_spec(folder: Path) -> None:
    (folder / "t.csv").write_text(CSV)
    made = {"type": "csv", "file": "t.csv"}, "SELECT a FROM t"
    from_spec(
        {"data": dict(zip(("t", "u"), made, strict=True)), "plot": [{"mark": "dot", "data": {"from": "u"}, "x": "a"}]},
        folder=folder,
    )


def filter_table(_: Path) -> None:
    from inspect_viz.data._where import rows_where

    assert rows_where(pa.table({"a": [1, 2]}), "a > 1").num_rows == 1
    with pytest.raises(ValueError, match="where"):
        rows_where(pa.table({"a": [1, 2]}), "b > 1")


@pytest.mark.parametrize("work", [ask, fail, draw, leave_engine_open, read_file, read_table, read_spec, filter_table])
def test_connections_are_freed_in_counted_work(work: Callable[[Path], None], freed: Freed, tmp_path: Path) -> None:
    work(tmp_path)
    gc.collect()
    ask(tmp_path)
    assert len(freed.watched) > 1
    assert all(freed)
    assert sum(each() is not None for each in freed.watched) <= 1
