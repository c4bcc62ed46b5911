"""What the page calculates of Mosaic's tables of sums is what DuckDB answers over the same tables."""

from __future__ import annotations

import math
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import duckdb
import pytest
from fuzz import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runtime_v8 import called, context

QUICK = settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
DAY = 86_400_000
OUTPUTS: dict[str, list[Any]] = {
    "n": ["count"],
    "known": ["count", "v"],
    "total": ["sum", "v"],
    "mean": ["avg", "v"],
    "least": ["min", "v"],
    "most": ["max", "v"],
    "best": ["argmax", "s", "w"],
    "worst": ["argmin", "s", "w"],
    "spread": ["stddev", "v"],
    "spread_all": ["stddevPop", "v"],
    "var": ["variance", "v"],
    "together": ["covariance", "v", "w"],
    "slope": ["regrSlope", "v", "w"],
    "start": ["regrIntercept", "v", "w"],
    "pairs": ["regrCount", "v", "w"],
    "double": ["mul", ["sum", "v"], 2],
    "share": ["div", ["count", "v"], 100],
    "last_day": ["max", "d"],
}
LINEAR = {"type": "linear", "domain": [0, 10], "range": [0, 200]}
SCALES: dict[str, dict[str, Any]] = {
    "linear": LINEAR,
    "turned": {**LINEAR, "range": [200, 0]},
    "sqrt": {**LINEAR, "type": "sqrt"},
    "pow": {**LINEAR, "type": "pow", "exponent": 2},
    "symlog": {**LINEAR, "type": "symlog", "constant": 2},
    "log": {**LINEAR, "type": "log", "domain": [0.5, 10], "base": 10},
    "log2": {**LINEAR, "type": "log", "domain": [0.5, 10], "base": 2},
}


@pytest.fixture(scope="module")
def v8() -> Any:
    return context(Path(__file__).with_name("sums_oracle.js"))


def interval(scale: str, low: float, high: float, **more: Any) -> dict[str, Any]:
    return {"fields": ["x"], "value": [[low, high]], "scales": [SCALES[scale]], **more}


def points(fields: list[str], *rows: list[Any]) -> dict[str, Any]:
    return {"fields": fields, "value": list(rows)}


def days(low: int, high: int) -> dict[str, Any]:
    ends = [{"date": low * DAY}, {"date": high * DAY}]
    domain = [{"date": 0}, {"date": 40 * DAY}]
    return {"fields": ["d"], "value": [ends], "scales": [{"type": "utc", "domain": domain, "range": [0, 300]}]}


def clauses() -> st.SearchStrategy[dict[str, Any]]:
    ends = st.tuples(st.floats(0.5, 10), st.floats(0.5, 10)).map(sorted)
    one = st.builds(lambda scale, at: interval(scale, *at), st.sampled_from(sorted(SCALES)), ends)
    both = st.builds(
        lambda a, b: {"fields": ["x", "w"], "value": [a, b], "scales": [LINEAR, SCALES["turned"]]}, ends, ends
    )
    dates = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).map(lambda at: days(*at))
    names = st.lists(st.sampled_from(["a", "b", "it's", None]), min_size=1, max_size=3)
    chosen = names.map(lambda found: points(["s"], *([name] for name in found)))
    pairs = st.tuples(names, st.integers(0, 3)).map(
        lambda found: points(["s", "g"], *([n, found[1]] for n in found[0]))
    )
    return st.one_of(one, both, dates, chosen, pairs)


def rows() -> st.SearchStrategy[list[tuple[Any, ...]]]:
    number = st.one_of(st.none(), st.integers(-40, 40).map(lambda n: n / 4))
    place = st.one_of(st.none(), st.floats(0.1, 10), st.integers(1, 40).map(lambda n: n / 4))
    day = st.one_of(st.none(), st.integers(0, 40).map(lambda n: datetime.fromtimestamp(n * 86400, timezone.utc)))
    text = st.sampled_from(["a", "b", "it's", None])
    return st.lists(st.tuples(place, number, number, text, st.integers(0, 3), day), max_size=40)


def table(found: list[tuple[Any, ...]]) -> Any:
    con = duckdb.connect()
    con.execute("SET TimeZone = 'UTC'; SET threads = 1")
    con.execute("CREATE TABLE t (x DOUBLE, v DOUBLE, w DOUBLE, s VARCHAR, g INTEGER, d TIMESTAMP)")
    if found:
        con.executemany("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)", found)
    return con


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"date": round(value.replace(tzinfo=timezone.utc).timestamp() * 1000)}
    return {"number": repr(value)} if isinstance(value, float) and not math.isfinite(value) else value


def number(value: Any) -> Any:
    return float(value["number"].replace("Infinity", "inf")) if isinstance(value, dict) and "number" in value else value


def both(v8: Any, con: Any, wanted: dict[str, Any]) -> tuple[list[Any], Any]:
    """The rows that DuckDB answers, and those that the page does."""
    made = called(v8, "prepare", wanted)
    assert made["isPlanned"]
    for statement in made["statements"]:
        con.execute(statement)
    prepared = con.sql(made["create"])
    found = prepared.fetchall()
    columns = {name: [plain(row[i]) for row in found] for i, name in enumerate(prepared.columns)}
    asked = [[plain(value) for value in row] for row in con.sql(made["ask"]).fetchall()]
    return asked, called(v8, "answer", {"columns": columns, "rows": len(found)})


def key(row: list[Any], size: int) -> str:
    return repr([float(v) if isinstance(v, int) else v for v in row[:size]])


def same(one: list[Any], other: list[Any]) -> bool:
    for a, b in zip(map(number, one), map(number, other), strict=True):
        isnt_number = not isinstance(a, int | float) or not isinstance(b, int | float)
        if isnt_number or not math.isfinite(a):
            if a != b and not (a != a and b != b):
                return False
        elif not math.isclose(a, b, rel_tol=1e-7, abs_tol=1e-7):
            return False
    return True


def compare(v8: Any, con: Any, wanted: dict[str, Any]) -> list[Any]:
    asked, answered = both(v8, con, wanted)
    if answered == "beyond":
        return []
    size = len(wanted["groupby"])
    if not wanted["orderby"]:
        asked, answered = (sorted(found, key=lambda row: key(row, size)) for found in (asked, answered))
    assert len(asked) == len(answered)
    for one, other in zip(asked, answered, strict=True):
        assert same(one, other), (one, other)
    return answered


@QUICK
@given(
    rows(),
    clauses(),
    st.lists(st.sampled_from(sorted(OUTPUTS)), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(["s", "g", "d"]), max_size=2, unique=True),
)
def test_answers_are_those_of_duckdb(v8, found, clause, names, groupby):
    wanted = {"outputs": {name: OUTPUTS[name] for name in names}, "groupby": groupby, "orderby": [], "clause": clause}
    compare(v8, table(found), wanted)


SOME = [
    (i * 0.37 % 9 + 0.1, (i % 9) - 4.5, i % 5 / 2, "ab"[i % 2] if i % 7 else None, i % 3, datetime(1970, 1, 1 + i % 28))
    for i in range(200)
]


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_each_aggregate_is_calculated(v8, name):
    wanted = {"outputs": {name: OUTPUTS[name]}, "groupby": ["g"], "orderby": [], "clause": interval("linear", 2, 7)}
    assert len(compare(v8, table(SOME), wanted)) == 3


@pytest.mark.parametrize(
    "order",
    [
        [["g", False, None], ["s", False, None]],
        [["g", True, None], ["s", True, False]],
        [["s", False, True], ["n", True, None], ["g", True, None]],
    ],
)
def test_groups_stand_in_their_order(v8, order):
    wanted = {"outputs": {"n": ["count"]}, "groupby": ["s", "g"], "orderby": order, "clause": interval("log", 1, 9)}
    asked, answered = both(v8, table(SOME), wanted)
    assert answered == asked
    assert len(asked) == 9


@pytest.mark.parametrize(
    "outputs", [{"p": ["product", "v"]}, {"m": ["median", "v"]}, {"m": ["mode", "s"]}, {"f": ["first", "v"]}]
)
def test_what_is_not_known_here_is_left_to_duckdb(v8, outputs):
    wanted = {"outputs": outputs, "groupby": ["g"], "orderby": [], "clause": interval("linear", 2, 7)}
    made = called(v8, "prepare", wanted)
    assert made is None or not made["isPlanned"]


def test_without_groups_there_is_one_row_even_of_nothing(v8):
    wanted = {
        "outputs": {"n": ["count"], "most": ["max", "v"]},
        "groupby": [],
        "orderby": [],
        "clause": points(["s"], ["c"]),
    }
    assert compare(v8, table(SOME), wanted) == [[0, None]]
    assert compare(v8, table([]), wanted) == [[0, None]]


def of_columns(types: dict[str, str], *rows: tuple[Any, ...]) -> Any:
    con = duckdb.connect()
    con.execute("SET threads = 1")
    con.execute(f"CREATE TABLE t (x DOUBLE, {', '.join(f'{name} {kind}' for name, kind in types.items())})")
    con.executemany(f"INSERT INTO t VALUES (5, {', '.join('?' for _ in types)})", rows)
    return con


def grouped(*names: str, order: bool = False) -> dict[str, Any]:
    orderby = [[name, False, None] for name in names] if order else []
    clause = interval("linear", 2, 7)
    return {"outputs": {"n": ["count"]}, "groupby": list(names), "orderby": orderby, "clause": clause}


def test_texts_stand_in_the_order_of_duckdb(v8):
    """By code points, not by the halves of those that JavaScript writes as two."""
    asked, answered = both(v8, of_columns({"s": "VARCHAR"}, ("\U0001f600",), ("\uff5e",)), grouped("s", order=True))
    assert answered == asked


def test_groups_of_texts_with_a_zero_are_told_apart(v8):
    con = of_columns({"s": "VARCHAR", "r": "VARCHAR"}, ("a\0stringb", "c"), ("a", "b\0stringc"))
    asked, answered = both(v8, con, grouped("s", "r", order=True))
    assert answered == asked
    assert len(asked) == 2


def test_groups_of_structs_are_left_to_duckdb(v8):
    _, answered = both(v8, of_columns({"s": "STRUCT(a INTEGER)"}, ({"a": 1},), ({"a": 2},)), grouped("s"))
    assert answered == "beyond"
