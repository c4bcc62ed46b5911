"""Every kind of data frame gives the same table."""

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset
import pytest

from inspect_viz._engine import Engine
from inspect_viz.data import Data

COLUMNS = {"id": ["001", "NA", None], "n": [1, 2, 3], "score": [0.5, None, 1.0], "ok": [True, None, False]}
ROWS = list(zip(*COLUMNS.values(), strict=True))


class OnlyStream:
    def __init__(self, table):
        self.table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self.table.__arrow_c_stream__(requested_schema)


class OnlyArray:
    def __init__(self, batch):
        self.batch = batch

    def __arrow_c_array__(self, requested_schema=None):
        return self.batch.__arrow_c_array__(requested_schema)


def _nullable():
    return pd.DataFrame(COLUMNS).convert_dtypes()


def _objects():
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in COLUMNS.items()})


def _arrow_backed():
    return pa.table(COLUMNS).to_pandas(types_mapper=pd.ArrowDtype)


CONNECTIONS = []


def _relation():
    con = duckdb.connect()
    CONNECTIONS.append(con)
    con.register("source", pa.table(COLUMNS))
    return con.sql("SELECT * FROM source")


KINDS = {
    "pandas nullable": _nullable,
    "pandas objects": _objects,
    "pandas arrow": _arrow_backed,
    "polars": lambda: pl.DataFrame(COLUMNS),
    "polars lazy": lambda: pl.LazyFrame(COLUMNS),
    "pyarrow table": lambda: pa.table(COLUMNS),
    "pyarrow batch": lambda: pa.record_batch(COLUMNS),
    "pyarrow reader": lambda: pa.table(COLUMNS).to_reader(),
    "pyarrow dataset": lambda: pyarrow.dataset.dataset(pa.table(COLUMNS)),
    "duckdb relation": _relation,
    "capsule stream": lambda: OnlyStream(pa.table(COLUMNS)),
    "capsule array": lambda: OnlyArray(pa.record_batch(COLUMNS)),
    "narwhals polars": lambda: nw.from_native(pl.DataFrame(COLUMNS)),
    "narwhals lazy": lambda: nw.from_native(pl.LazyFrame(COLUMNS)),
    "narwhals pandas": lambda: nw.from_native(_nullable()),
    "narwhals duckdb": lambda: nw.from_native(_relation()),
    "mapping": lambda: COLUMNS,
    "mapping of mixed": lambda: {
        "id": np.array(COLUMNS["id"], dtype=object),
        "n": range(1, 4),
        "score": pd.Series(COLUMNS["score"]),
        "ok": iter(COLUMNS["ok"]),
    },
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_the_same_table(kind):
    data = Data.from_dataframe(KINDS[kind]())
    assert data.columns == list(COLUMNS)
    assert dict(data.reader.types) == {"id": "VARCHAR", "n": "BIGINT", "score": "DOUBLE", "ok": "BOOLEAN"}
    assert data.reader.ask("SELECT * FROM data") == ROWS
    assert len(data) == 3
    with Engine({"t0": data}, {"t0": ["score", "id"]}) as engine:
        assert engine.rows("SELECT id, score FROM t0") == [(row[0], row[2]) for row in ROWS]
        assert engine.rows("SELECT id, score FROM t0") == [(row[0], row[2]) for row in ROWS]
    assert "4 columns" in repr(data)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_may_have_no_rows(kind):
    if kind in ("mapping", "mapping of mixed"):
        frame = {"id": [], "n": []}
    else:
        frame = nw.from_native(KINDS[kind](), pass_through=True)
        if not isinstance(frame, nw.DataFrame | nw.LazyFrame):
            pytest.skip("this kind cannot be cut by narwhals")
        frame = frame.head(0)
    data = Data.from_dataframe(frame)
    assert len(data) == 0
    assert data.reader.ask("SELECT id FROM data") == []
    assert data.column_min("n") is None
