"""Every transform, as Mosaic writes it, computed by DuckDB."""

from __future__ import annotations

import datetime as dt
import math

import duckdb
import pandas as pd
import pytest

from inspect_viz import transform
from inspect_viz._generated.transforms import TRANSFORMS
from inspect_viz._spec import compile
from inspect_viz.data import Data
from inspect_viz.mark import rect
from inspect_viz.plot import plot

DAYS = [dt.datetime(2024, month, 10 + month) for month in (1, 2, 2, 3)]
FRAME = pd.DataFrame({"v": [1.0, 2.0, 2.0, 5.0], "w": [4.0, 3.0, 2.0, 1.0], "n": [1, 2, 3, 4], "day": DAYS})
SPATIAL = {"centroid", "centroid_x", "centroid_y", "geojson"}
BY_N = {"orderby": "n"}

AGGREGATES = {
    "argmax": (transform.argmax("w", "v"), 1),
    "argmin": (transform.argmin("w", "v"), 4),
    "avg": (transform.avg("v"), 2.5),
    "count": (transform.count(), 4),
    "count distinct": (transform.count("v", distinct=True), 3),
    "first": (transform.first("w"), 4),
    "last": (transform.last("w"), 1),
    "max": (transform.max("v"), 5),
    "median": (transform.median("v"), 2),
    "min": (transform.min("v"), 1),
    "mode": (transform.mode("v"), 2),
    "product": (transform.product("v"), 20),
    "quantile": (transform.quantile("v", 0.5), 2),
    "stddev": (transform.stddev("w"), math.sqrt(5 / 3)),
    "stddev_pop": (transform.stddev_pop("w"), math.sqrt(5 / 4)),
    "sum": (transform.sum("v"), 10),
    "sum distinct": (transform.sum("v", True), 8),
    "var_pop": (transform.var_pop("w"), 5 / 4),
    "variance": (transform.variance("w"), 5 / 3),
    "agg": (transform.agg("max(v) - min(v)"), 4),
    "sum of sql": (transform.sum(transform.sql("v * 2")), 20),
}

ROWS = {
    "cume_dist": (transform.cume_dist(orderby="v"), [0.25, 0.75, 0.75, 1]),
    "dense_rank": (transform.dense_rank(orderby="v"), [1, 2, 2, 3]),
    "first_value": (transform.first_value("w", **BY_N), [4, 4, 4, 4]),
    "lag": (transform.lag("v", **BY_N), [None, 1, 2, 2]),
    "lag 2": (transform.lag("v", 2, 0, **BY_N), [0, 0, 1, 2]),
    "last_value": (transform.last_value("v", **BY_N, rows=[None, None]), [5, 5, 5, 5]),
    "lead": (transform.lead("v", **BY_N), [2, 2, 5, None]),
    "n_tile": (transform.n_tile(2, **BY_N), [1, 1, 2, 2]),
    "nth_value": (transform.nth_value("v", 2, **BY_N, rows=[None, None]), [2, 2, 2, 2]),
    "percent_rank": (transform.percent_rank(orderby="v"), [0, 1 / 3, 1 / 3, 1]),
    "rank": (transform.rank(orderby="v"), [1, 2, 2, 4]),
    "row_number": (transform.row_number(**BY_N), [1, 2, 3, 4]),
    "sum window": (transform.sum("v", **BY_N, rows=[None, 0]), [1, 3, 5, 10]),
    "sum groups": (transform.sum("n", orderby="v", groups=[0, 0]), [1, 5, 5, 4]),
    "sum parts": (transform.sum("n", partitionby=["v"]), [1, 5, 5, 4]),
    "column": (transform.column("v"), [1, 2, 2, 5]),
    "sql": (transform.sql("v + w", label="both"), [5, 5, 4, 6]),
    "epoch_ms": (transform.epoch_ms("day"), [d.replace(tzinfo=dt.timezone.utc).timestamp() * 1000 for d in DAYS]),
    "date_day": (transform.date_day("day"), [dt.date(2012, 1, d.day) for d in DAYS]),
    "date_month": (transform.date_month("day"), [dt.date(2012, d.month, 1) for d in DAYS]),
    "date_month_day": (transform.date_month_day("day"), [dt.date(2012, d.month, d.day) for d in DAYS]),
}


@pytest.fixture(scope="module")
def table():
    return Data.from_dataframe(FRAME)


def answers(oracle, table, **channels):
    """What the database answers for the channels of a mark, in their order."""
    spec = compile(plot(rect(table, **channels))).spec
    (mark,) = oracle.call("marks", spec)
    with duckdb.connect(config={"threads": 1}) as con:
        table.reader.attach(con, "t0")
        return con.execute(mark["sql"]).fetchall()


@pytest.mark.parametrize("name", AGGREGATES)
def test_aggregates(oracle, table, name):
    node, expected = AGGREGATES[name]
    assert answers(oracle, table, y1=node) == [(pytest.approx(expected),)]


@pytest.mark.parametrize("name", ROWS)
def test_one_value_a_row(oracle, table, name):
    node, expected = ROWS[name]
    found = [value for _, value in sorted(answers(oracle, table, x1="n", y1=node))]
    plain = [v.date() if isinstance(v, dt.datetime) else v for v in found]
    assert plain == [pytest.approx(v) if isinstance(v, float) else v for v in expected]


def test_every_transform_is_tried():
    tried = {name.partition(" ")[0] for name in (*AGGREGATES, *ROWS)}
    public = {name for name in transform.__all__ if name[0].islower()}
    assert tried | {"bin"} == public
    assert set(TRANSFORMS) - SPATIAL <= public


def test_bins_carry_their_settings():
    node = transform.bin("v", "date", steps=10, nice=False)
    assert node == transform.bin("v", interval="date", steps=10, nice=False)
    made = rect(Data.from_dataframe(FRAME), x=node, y2=transform.count())
    (written,) = compile(plot(made)).spec["plot"]
    assert written["x"] == {"bin": "v", "interval": "date", "steps": 10, "nice": False}
    assert rect(made.data, x=written["x"]).options["x"] == node


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: transform.bin("v", "fortnight"), ValueError),
        (lambda: transform.bin("v", steps="many"), TypeError),
        (lambda: transform.n_tile(0), ValueError),
        (lambda: transform.nth_value("v", 1.5), TypeError),
        (lambda: transform.lag("v", -1), ValueError),
        (lambda: transform.date_day(3), TypeError),
        (lambda: transform.rank("v"), TypeError),
        (lambda: transform.rank(order="v"), TypeError),
    ],
)
def test_wrong_arguments(call, error):
    with pytest.raises(error):
        call()
