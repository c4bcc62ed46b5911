"""Every transform, as Mosaic writes it, computed by DuckDB."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import math
import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from inspect_viz import Param, transform
from inspect_viz._generated.transforms import TRANSFORMS
from inspect_viz._host._figure import draw
from inspect_viz._spec import compile
from inspect_viz._spec.results import is_aggregate_sql
from inspect_viz.data import Data
from inspect_viz.mark import rect, text
from inspect_viz.plot import plot

FACTS = Path(__file__).parents[3] / "shared/compat/peer_api_0_4_2.json"
DAYS = [dt.datetime(2024, month, 10 + month) for month in (1, 2, 2, 3)]
FRAME = pd.DataFrame({"v": [1.0, 2.0, 2.0, 5.0], "w": [4.0, 3.0, 2.0, 1.0], "n": [1, 2, 3, 4], "day": DAYS})
VW = [(1, 4), (2, 3), (2, 2), (5, 1)]
SPATIAL = {"centroid", "centroid_x", "centroid_y", "geojson"}
BY_N = {"orderby": "n"}

AGGREGATES = {
    "argmax": (transform.argmax("w", "v"), 1),
    "argmin": (transform.argmin("w", "v"), 4),
    "avg": (transform.avg("v"), 2.5),
    "count": (transform.count(), 4),
    "count distinct": (transform.count("v", distinct=True), 3),
    "covar_pop": (transform.covar_pop("v", "w"), -1.5),
    "covariance": (transform.covariance("v", "w"), -2),
    "first": (transform.first("w"), 4),
    "geomean": (transform.geomean("v"), 20 ** (1 / 4)),
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
    "sum groups around": (transform.sum("n", orderby="v", groups=[1, None]), [10, 10, 10, 9]),
    "sum others": (transform.sum("n", **BY_N, rows=[None, None], exclude="current row"), [9, 8, 7, 6]),
    "sum without ties": (transform.sum("n", orderby="v", groups=[0, 0], exclude="ties"), [1, 2, 3, 4]),
    "sum of others": (transform.sum("n", orderby="v", groups=[1, 1], exclude="group"), [5, 5, 5, 5]),
    "sum range": (transform.sum("n", orderby="v", range=[1, 0]), [1, 6, 6, 4]),
    "days": (transform.count(orderby="day", range=[transform.days(0), transform.days(0)]), [1, 2, 2, 1]),
    "months": (transform.count(orderby="day", range=[transform.months(1), 0]), [1, 2, 2, 1]),
    "years": (transform.count(orderby="day", range=[transform.years(1), 0]), [1, 3, 3, 4]),
    "hours": (transform.count(orderby="day", range=[transform.hours(24 * 32), 0]), [1, 3, 3, 3]),
    "minutes": (transform.count(orderby="day", range=[{"minutes": 60 * 24 * 32}, 0]), [1, 3, 3, 3]),
    "seconds": (transform.count(orderby="day", range=[0, transform.seconds(1)]), [1, 2, 2, 1]),
    "milliseconds": (transform.count(orderby="day", range=[0, transform.milliseconds(1)]), [1, 2, 2, 1]),
    "microseconds": (transform.count(orderby="day", range=[transform.microseconds(5), None]), [4, 3, 3, 1]),
    "ci_bounds": (transform.ci_bounds("v", stderr="w", level=0.5)[1], [v + 0.6744897501960817 * w for v, w in VW]),
    "ci_bounds by default": (transform.ci_bounds("v", stderr="w")[0], [v - 1.959963984540054 * w for v, w in VW]),
    "ci_bounds of sql": (
        transform.ci_bounds(transform.sql("v * 2"), stderr=transform.sql("w / 2"))[0],
        [2 * v - 1.959963984540054 * w / 2 for v, w in VW],
    ),
    "ci_bounds of columns": (transform.ci_bounds("n", lower="v", upper="w")[1], [4, 3, 2, 1]),
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
    assert tried | {"bin"} | SPATIAL == public
    assert set(TRANSFORMS) <= public


@pytest.mark.parametrize(
    ("node", "sql"),
    [
        (transform.centroid("v"), 'ST_CENTROID("v")'),
        (transform.centroid_x("v"), 'ST_X(ST_CENTROID("v"))'),
        (transform.centroid_y("v"), 'ST_Y(ST_CENTROID("v"))'),
        (transform.geojson("v"), 'ST_ASGEOJSON("v")'),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_transforms_of_shapes_are_those_of_the_spatial_extension(oracle, table, node, sql):
    (mark,) = oracle.call("marks", compile(plot(rect(table, y1=node))).spec)
    assert sql in mark["sql"].replace("st_", "ST_").upper().replace('"V"', '"v"')


def test_the_ends_of_an_interval_follow_params(oracle, table):
    reach = Param(2)
    low, high = transform.ci_bounds(transform.sql(f"v + {reach}"), stderr=transform.sql(f"w * {reach}"), level=0.5)
    assert [value for _, value in sorted(answers(oracle, table, x1="n", y1=high))] == [
        pytest.approx(v + 2 + 0.6744897501960817 * w * 2) for v, w in VW
    ]
    assert [type(part).__name__ for part in low.args] == ["str", "Param", "str", "Param", "str"]


def test_rows_that_a_window_leaves_out_are_left_out_of_a_picture(table):
    """Mosaic's own SQL for this is no SQL."""
    node = transform.sum("n", orderby="n", rows=[None, None], exclude="current row")
    assert compile(plot(text(table, x="n", y="v", text=node))).spec["plot"][0]["text"]["exclude"] == "current row"
    svg = draw(plot(text(table, x="n", y="v", text=node), x_axis=None, y_axis=None)).drawing.svg
    assert re.findall(r"<text[^>]*>(\d+)</text>", svg) == ["9", "8", "7", "6"]


def test_a_confidence_interval_is_called_by_its_score():
    low, high = transform.ci_bounds('sc"ore', stderr="se", level=0.9)
    assert low.args == ('"sc""ore" - 1.6448536269514715 * "se"',)
    assert (low.options["label"], high.options["label"]) == ('sc"ore', 'sc"ore')


@pytest.mark.skipif(not FACTS.is_file(), reason="the facts about the published package are not here")
def test_arguments_stand_in_the_order_of_the_published_package():
    published = json.loads(FACTS.read_text(encoding="utf-8"))["modules"]["inspect_viz.transform"]
    functions = {name: facts["params"] for name, facts in published.items() if facts["kind"] == "function"}
    assert len(functions) > 30
    for name, params in functions.items():
        listed = inspect.signature(getattr(transform, name)).parameters.values()
        window = transform.WindowOptions.__annotations__ if ["options", "**"] in [p[:2] for p in params] else ()
        own = [p for p in listed if p.name not in window]
        for kind, code in ((inspect.Parameter.POSITIONAL_OR_KEYWORD, "pk"), (inspect.Parameter.KEYWORD_ONLY, "k")):
            assert [p.name for p in own if p.kind is kind] == [p[0] for p in params if p[1] == code], name
        defaults = {p[0]: p[2]["default"] for p in params if len(p) > 2 and "default" in p[2]}
        assert {p.name: p.default for p in own if p.name in defaults} == defaults, name


@pytest.mark.parametrize(
    "sql",
    [
        *("max(v) - min(v)", "corr(v, w)", "COVAR_SAMP(v, w)", "var_pop(v)", "string_agg(id, ',')", "round(avg(v), 2)"),
        *("v + w", "abs(v)", "'sum(v)'", '"sum("', '"a ""avg(v)"', "sum (v)", "my_sum(v)", "sum"),
        *(
            "sum(v) OVER (ORDER BY n)",
            "sum(v) over w",
            "v / (SELECT sum(v) FROM data)",
            "sum(v) / (SELECT 1)",
            "sumé(v)",
        ),
    ],
)
def test_sql_that_reduces_rows_is_told_as_mosaic_does(oracle, sql):
    assert is_aggregate_sql(sql) == oracle.call("isAggregate", sql)


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
        (lambda: transform.days(1.5), TypeError),
        (lambda: transform.hours(-1), ValueError),
        (lambda: transform.sum("v", rows=[transform.days(1), 0]), TypeError),
        (lambda: transform.sum("v", range=[transform.avg("v"), 0]), TypeError),
        (lambda: transform.sum("v", rows=[1, True]), TypeError),
        (lambda: transform.sum("v", rows=[1, 0], groups=[1, 0]), TypeError),
        (lambda: transform.sum("v", exclude="ties"), TypeError),
        (lambda: transform.sum("v", rows=[1, 0], exclude="tie"), ValueError),
        (lambda: transform.covariance("v"), TypeError),
        (lambda: transform.ci_bounds("v"), TypeError),
        (lambda: transform.ci_bounds("v", lower="w"), TypeError),
        (lambda: transform.ci_bounds("v", stderr="w", lower="w"), TypeError),
        (lambda: transform.ci_bounds("v", level=0.9, lower="w", upper="v"), TypeError),
        (lambda: transform.ci_bounds("v", stderr="w", level=95), ValueError),
        (lambda: transform.ci_bounds("v", stderr="w", level="95 %"), TypeError),
        (lambda: transform.ci_bounds("v", stderr=transform.avg("w")), TypeError),
    ],
)
def test_wrong_arguments(call, error):
    with pytest.raises(error):
        call()
