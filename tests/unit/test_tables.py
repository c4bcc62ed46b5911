"""Tables: what they are in a spec, what is refused at the call, how V8 draws them at first, and DuckDB's answers."""

from __future__ import annotations

import inspect
import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime_v8 import context

from inspect_viz import Data, Param, Selection
from inspect_viz import table as tables
from inspect_viz._spec import compile
from inspect_viz.input import select
from inspect_viz.layout import vconcat
from inspect_viz.mark import text
from inspect_viz.plot import plot, write_svg
from inspect_viz.table import Column, Pagination, TableStyle, column, table
from inspect_viz.transform import avg, bin, count, sql
from inspect_viz.transform import column as named

FACTS = Path(__file__).parents[3] / "shared/compat/peer_api_0_4_2.json"
COLUMN = (
    "column *label *align *format *width *min_width *max_width *flex *auto_height *sortable *filterable *resizable"
    " *wrap_text *header_align *header_auto_height *header_wrap_text"
)
PUBLISHED = {
    "table": "data *columns *filter_by *target *select *width *max_width *height *header_height *row_height *sorting"
    " *filtering *pagination *style",
    "column": COLUMN,
    "Column": COLUMN,
    "Pagination": "page_size *page_size_selector",
    "TableStyle": "*background_color *foreground_color *accent_color *text_color *header_text_color *cell_text_color"
    " *selected_row_background_color *font_family *header_font_family *cell_font_family *spacing *border_color"
    " *border_width *border_radius",
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_order_of_arguments(name):
    parameters = inspect.signature(getattr(tables, name)).parameters.values()
    words = PUBLISHED[name].split()
    assert [f"{'*' * (p.kind is p.KEYWORD_ONLY)}{p.name}" for p in parameters][: len(words)] == words
    required = [p.name for p in parameters if p.default is p.empty]
    assert required == {"table": ["data"], "column": ["column"], "Column": ["column"]}.get(name, [])


def test_the_facts_are_those_of_the_published_package():
    if not FACTS.exists():
        pytest.skip("the facts file lies beside this repository where it is developed")
    found = json.loads(FACTS.read_text(encoding="utf-8"))["modules"]["inspect_viz.table"]
    assert {
        name: " ".join(f"{'*' * (kind == 'k')}{p}" for p, kind, *_ in fact.get("params", fact.get("init")))
        for name, fact in found.items()
        if "kind" in fact
    } == PUBLISHED


def test_columns_are_expressions_in_the_spec(samples):
    target, number = Selection.single(), Param(2)
    columns = ["model", column(avg("score"), label="$x", format=".2f"), {"count": None}, sql(f"max(score) / {number}")]
    compiled = compile(table(samples, columns=columns, target=target, pagination=Pagination(5), filtering=True))
    assert compiled.spec == {
        "params": {"s0": {"select": "single"}, "p0": {"value": 2}},
        "input": "table",
        "from": "t0",
        "as": "$s0",
        "columns": [
            {"value": "model", "label": "model"},
            {"value": {"avg": "score"}, "label": "$x", "format": ".2f"},
            {"value": {"count": None}, "label": "count()"},
            {"value": {"sql": "max(score) / $p0"}, "label": "max(score) / 2"},
        ],
        "select": "single_row",
        "filtering": "row",
        "pageSize": 5,
    }
    assert compiled.columns == {"t0": {"model", "score"}}
    linked = compile(table(samples, columns=[column("model", href="id")]))
    assert linked.spec["columns"] == [{"value": "model", "label": "model", "href": "id"}]
    assert linked.columns == {"t0": {"model", "id"}}


def test_the_data_s_selection_filters_and_is_the_target(samples):
    chosen = vconcat(select(samples, column="id"), table(samples, columns=["model"], select="multiple_row"))
    part = compile(chosen).spec["vconcat"][1]
    assert part["filterBy"] == part["as"] == "$s0"
    assert compile(chosen).columns == {"t0": {"id", "model"}}
    own = Selection.intersect()
    assert compile(table(samples, columns=["id"], filter_by=own)).spec["filterBy"] == "$s0"
    assert "as" not in compile(table(samples)).spec


NOTHING = Selection.single()
CASES = [
    (lambda s: table("a.csv"), TypeError, "table: data must be a Data, not str"),
    (lambda s: table(s, columns=["modl"]), ValueError, "columns[0]='modl' is no column of the data. Did you mean 'mod"),
    (lambda s: table(s, columns="model"), TypeError, "columns must be a list of columns, not 'model'"),
    (lambda s: table(s, columns=[]), ValueError, "columns is empty"),
    (lambda s: table(s, columns=[3]), TypeError, "columns[0] must be a column's name, an expression"),
    (lambda s: table(s, columns=[column("modl")]), ValueError, "columns[0]='modl' is no column"),
    (lambda s: table(s, columns=["id", sql("modl + 1")]), ValueError, "columns[1]: the expression 'modl + 1' cannot"),
    (lambda s: table(s, columns=[bin("score")]), ValueError, "columns[0]: bin(score) divides the axis of a plot"),
    (lambda s: table(s, columns=[column("id", format=".2f")]), TypeError, "format='.2f' is for numbers, but 'id' is"),
    (lambda s: table(s, columns=[column("score", format="%Y")]), TypeError, "format='%Y' is for dates"),
    (lambda s: table(s, columns=[column("id", href="lnk")]), ValueError, "columns[0].href='lnk' is no column of the"),
    (lambda s: table(s, select="row"), ValueError, "select must be one of 'single_row', 'multiple_row'"),
    (lambda s: table(s, select="none", target=NOTHING), ValueError, "target needs rows that can be chosen"),
    (lambda s: table(s, columns=[count()], select="hover"), ValueError, "needs a column that is no aggregate"),
    (lambda s: table(s, target=Param(1)), TypeError, "target must be a Selection or None"),
    (lambda s: table(s, filter_by="s0"), TypeError, "filter_by must be a Selection or None, not 's0'"),
    (lambda s: table(s, width=0), ValueError, "table: width must be greater than 0, not 0"),
    (lambda s: table(s, height="all"), TypeError, "height must be a number"),
    (lambda s: table(s, sorting=1), TypeError, "sorting must be true or false, not 1"),
    (lambda s: table(s, filtering="rows"), ValueError, "filtering must be one of 'header', 'row', not 'rows'. Did you"),
    (lambda s: table(s, pagination=5), TypeError, "pagination must be true or false, or a Pagination, not 5"),
    (lambda s: table(s, style={"spacing": 3}), TypeError, "style must be a TableStyle or None"),
    (lambda s: column("a", align="lft"), ValueError, "column: align must be one of 'left', 'right', 'center'"),
    (lambda s: column("a", format="percent"), ValueError, "format='percent' is no format of numbers such as"),
    (lambda s: column("a", format="%Y-%k"), ValueError, "has '%k', which is no part of a date"),
    (lambda s: column("a", min_width=9, max_width=5), ValueError, "min_width must not be over max_width"),
    (lambda s: Column("a", flex=-1), ValueError, "flex must be greater than 0, not -1"),
    (lambda s: Pagination(0), TypeError, "page_size must be a whole number above 0, not 0"),
    (lambda s: Pagination(5, page_size_selector=[5, "a"]), TypeError, "page_size_selector must be a whole number"),
    (lambda s: TableStyle(border_color="blu"), ValueError, "border_color must be a CSS colour such as"),
    (lambda s: TableStyle(spacing=-1), ValueError, "spacing must be 0 or more, not -1"),
]


@pytest.mark.parametrize(("call", "error", "message"), CASES, ids=[case[2][:40] for case in CASES])
def test_wrong_arguments_are_refused_at_the_call(samples, call, error, message):
    with pytest.raises(error) as raised:
        call(samples)
    assert message in str(raised.value)


def drawn(component, tmp_path):
    write_svg(tmp_path / "picture.svg", component)
    return (tmp_path / "picture.svg").read_text(encoding="utf-8")


def texts(svg):
    return [re.sub(r"<[^>]*>", "", found) for found in re.findall(r"<text.*?</text>", svg, re.DOTALL)]


@pytest.fixture(scope="module")
def odd():
    """Values that are easily lost."""
    return Data.from_dataframe(
        pa.table(
            {
                "whole": pa.array([9007199254740993, -9223372036854775808, None]),
                "share": pa.array([0.125, -1e-9, float("nan")]),
                "day": pa.array(["2024-01-05 00:00:00", "2024-02-29 12:30:00.000001", None]).cast(pa.timestamp("us")),
                "text": pa.array(["<b>x</b>", "$p0 & \u2028", ""]),
                "list": pa.array([[1, 2], [], None]),
                "flag": pa.array([True, False, None]),
            }
        )
    )


def test_values_are_drawn_without_loss_and_as_text(odd, tmp_path):
    svg = drawn(table(odd, width=900), tmp_path)
    assert texts(svg) == [
        *("whole", "share", "day", "text", "list", "flag"),
        *("9,007,199,254,740,993", "0.125", "2024-01-05 00:00:00", "&lt;b&gt;x&lt;/b&gt;", "[1, 2]", "true"),
        *("\u22129,223,372,036,854,775,808", "\u22121.00e\u22129", "2024-02-29 12:30:00.000001", "$p0 &amp;  ", "[]"),
        *("false", "NaN", "3 rows"),
    ]
    assert drawn(table(odd, width=900), tmp_path) == svg


def test_groups_params_and_filters_are_those_of_duckdb(samples, tmp_path):
    ten = Param(10)
    columns = ["model", column(avg("score"), format=".3f"), column(sql(f"count(*) * {ten}"), label="n")]
    made = vconcat(select(samples, column="id", value="1"), table(samples, columns=columns))
    question = "SELECT model, avg(score), count(*) FROM data WHERE id = '1' GROUP BY ALL ORDER BY model"
    rows = samples.reader.ask(question)
    written = [text for model, mean, n in rows for text in (model, f"{mean:.3f}", str(10 * n))]
    assert texts(drawn(made, tmp_path))[2:] == ["model", "avg(score)", "n", *written, "2 rows"]


def test_a_column_may_be_a_param_s(samples, tmp_path):
    made = table(samples, columns=[named(Param("model")), sql("score * 2", label="twice")], pagination=Pagination(2))
    assert texts(drawn(made, tmp_path)) == [
        "model",
        "twice",
        "ada",
        "0",
        "bob",
        "0",
        "Rows 1\u20132 of 8",
        "Page 1 of 4",
    ]


def test_only_rows_in_sight_are_asked_for(tmp_path):
    many = Data.from_dataframe(pa.table({"n": pa.array(range(200_000)), "t": pa.array(["x" * 20] * 200_000)}))
    assert texts(drawn(table(many), tmp_path))[-3:] == ["11", "x" * 20, "Rows 1\u201312 of 200,000"]


def test_chosen_rows_filter_marks_of_the_data(samples):
    made = vconcat(table(samples, columns=["id"], select="hover"), plot(text(samples, x="id", text="model")))
    assert compile(made).spec["vconcat"][1]["plot"][0]["data"]["filterBy"] == "$s0"


@cache
def v8():
    return context(Path(__file__).with_name("table_oracle.js"))


def call(function, **given):
    return json.loads(v8().call(function, json.dumps(given).replace("NaN", '"NaN!"').replace("Infinity", '"inf!"')))


NUMBERS = st.one_of(st.none(), st.integers(-5, 5).map(float), st.sampled_from([0.1, 2.5, float("nan"), float("inf")]))
WHOLE = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.integers(-12, 12))
TEXTS = st.one_of(st.none(), st.text("aAbß\u00e9%_'\\z1.\U0001f600\uffee", max_size=4))
TIMES = st.one_of(st.none(), st.datetimes(min_value=datetime(1990, 1, 1)))
KINDS = {
    "number": (NUMBERS, pa.float64(), ["1", ">0", "<=2.5", "!=0.1", "-1..2", "0 to 2.5"]),
    "exact": (WHOLE, pa.int64(), ["1", ">0", "<9007199254740993", "!=3", "-4..7", ">=-9223372036854775808"]),
    "text": (TEXTS, pa.string(), ["a", "=a", "!=A", "%", "'", "\\", "\U0001f600"]),
    "time": (TIMES, pa.timestamp("us"), ["2", ">=2000", "<2010-05", "2001..2020-01-01", "=1999-12"]),
}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_rows_at_hand_are_filtered_and_sorted_as_duckdb_does(kind, data):
    values, type, filters = KINDS[kind]
    drawn_values = data.draw(st.lists(values, max_size=9))
    rows = pa.table({"c0": pa.array(drawn_values, type), "i": pa.array(range(len(drawn_values)), pa.int64())})
    con = duckdb.connect()
    con.register("rows", rows)
    cast = 'CAST("c0" AS VARCHAR)' if kind != "number" else '"c0"'
    given = [value for (value,) in con.execute(f"SELECT {cast} FROM rows").fetchall()]
    found = call("conditionOracle", kind=kind, text=data.draw(st.sampled_from(filters)), values=given)
    assert con.execute(f"SELECT i FROM rows WHERE {found['sql']} ORDER BY i").fetchall() == [
        (i,) for i in found["rows"]
    ]
    descending = data.draw(st.booleans())
    way = "DESC" if descending else "ASC"
    order = con.execute(f'SELECT i FROM rows ORDER BY "c0" {way} NULLS LAST, i').fetchall()
    assert [(i,) for i in call("orderOracle", kind=kind, descending=descending, values=given)] == order


def test_filters_that_say_nothing_are_none():
    assert call("conditionOracle", kind="number", text="many", values=[]) is None
    assert call("conditionOracle", kind="exact", text="1e3", values=[]) is None


@pytest.mark.parametrize(
    ("kind", "format", "values", "written"),
    [
        ("number", None, [1, 0.5, -2000.25, 12345678, None], ["1.00", "0.50", "\u22122000.25", "12,345,678.00", ""]),
        ("number", ".1%", [0.256, None], ["25.6%", ""]),
        ("exact", ",", ["9007199254740993", "2024"], ["9,007,199,254,740,993", "2024"]),
        ("exact", ".2~s", ["1500000"], ["1.5M"]),
        ("time", None, ["2024-01-05 00:00:00", None, "2024-02-29 00:00:00"], ["2024-01-05", "", "2024-02-29"]),
        ("time", None, ["2024-01-05 00:00:00", "2024-02-29 12:30:00"], ["2024-01-05 00:00:00", "2024-02-29 12:30:00"]),
        ("time", "%d %b %Y", ["2024-02-29", "2024-02-29 12:30:00", "infinity"], ["29 Feb 2024"] * 2 + ["infinity"]),
    ],
)
def test_values_are_written(kind, format, values, written):
    assert call("writtenOracle", kind=kind, format=format, values=values) == written
