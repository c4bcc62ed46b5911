"""SQL from values: whatever texts and names hold, and whatever is asked, comes out as it was meant."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_viz._engine import connect
from inspect_viz._sql import (
    ALL,
    NULL,
    Dialect,
    Name,
    Position,
    Select,
    TableFunction,
    all_of,
    any_of,
    call,
    case,
    create_table,
    create_view,
    describe,
    drop_table,
    literal,
    name,
    select,
    text,
)

NUMBERS = TableFunction("range", (literal(6),), {})
N = name("range")


@pytest.fixture(scope="module")
def con():
    with connect() as opened:
        yield opened


def ask(con, question):
    return con.execute(text(question)).fetchall()


def one(con, expression):
    return ask(con, select(expression, source=NUMBERS).first(1))[0][0]


@given(st.text() | st.integers(-(2**63), 2**63 - 1) | st.booleans() | st.none() | st.floats(allow_nan=False))
def test_values_come_back_as_they_are(con, value):
    value = value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
    assert one(con, literal(value)) == value


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_names_are_only_names(con, odd):
    inner = Select(((odd, N),), NUMBERS)
    assert ask(con, select(call("max", name(odd)), source=inner)) == [(5,)]


def test_conditions():
    a, b, c = (name(column) for column in "abc")
    assert text((a.equals(1) | b.is_null()) & ~c) == '((("a" = 1) OR ("b" IS NULL)) AND (NOT "c"))'
    assert text(all_of([a, b, c])) == '(("a" AND "b") AND "c")'
    assert text(any_of([a, b])) == '("a" OR "b")'


@given(st.lists(st.none() | st.integers(-3, 3), min_size=2, max_size=2))
def test_comparisons_are_those_of_python(con, pair):
    left, right = pair
    missing = None in pair
    a, b = literal(left), literal(right)
    assert one(con, a.same(b)) is (left == right)
    assert one(con, a.is_null()) is (left is None) is not one(con, a.is_given())
    assert one(con, a.equals(b)) == (None if missing else left == right)
    assert one(con, a.differs(b)) == (None if missing else left != right)
    assert one(con, a.above(b)) == (None if missing else left > right)
    assert one(con, a.below(b)) == (None if missing else left < right)
    assert one(con, a.minus(b)) == (None if missing else left - right)


def test_the_first_condition_that_holds_counts(con):
    sizes = case({N.below(2): "few", N.below(4): "some"}, default="many")
    assert [row[0] for row in ask(con, select(sizes, source=NUMBERS))] == ["few", "few", "some", "some", "many", "many"]
    assert [row[0] for row in ask(con, select(case({N.equals(9): 1}), source=NUMBERS))] == [None] * 6


def test_casts(con):
    assert one(con, literal("1.5").cast("DOUBLE")) == 1.5
    assert one(con, literal("x").try_cast("DOUBLE")) is None
    assert one(con, literal(True).as_text()) == "true"
    assert math.isnan(one(con, literal("nan").cast("DOUBLE")))


def test_questions(con):
    parity = call("mod", N, 2)
    groups = select(parity=parity, n=call("count", ALL), most=call("max", N), source=NUMBERS).grouped(parity)
    assert ask(con, groups.ordered(name("parity"))) == [(0, 3, 4), (1, 3, 5)]
    assert ask(con, groups.having(call("max", N).above(4))) == [(1, 3, 5)]
    assert ask(con, select(N, source=NUMBERS).where(N.above(1)).where(N.below(4)).ordered(N)) == [(2,), (3,)]
    assert ask(con, select(parity, source=NUMBERS).unique().ordered(parity)) == [(0,), (1,)]
    few = call("count", ALL).of_rows(N.below(2))
    assert ask(con, select(few, call("count", parity, distinct=True), source=NUMBERS)) == [(2, 2)]
    assert ask(con, select(call("row_number").over(N), source=NUMBERS).first(2)) == [(1,), (2,)]
    assert ask(con, select(Position(0), source=select(N, source=NUMBERS)).first(1)) == [(0,)]
    within = N.within([1, 5])
    assert ask(con, select(N, source=NUMBERS).where(within).ordered(N)) == [(1,), (5,)]


def test_statements(con):
    con.execute(create_table('a "table"', select(n=N, source=NUMBERS)))
    con.execute(create_view("v", select(source='a "table"').first(2)))
    assert ask(con, select(source="v")) == [(0,), (1,)]
    assert con.execute(describe(select(source="v"))).fetchall()[0][:2] == ("n", "BIGINT")
    con.execute("DROP VIEW v")
    con.execute(drop_table('a "table"'))


def test_another_engine_is_a_dialect():
    class Other(Dialect):
        def name(self, node: Name) -> str:
            return f"`{node.name}`"

        def function(self, name: str) -> str:
            return {"bool_and": "every"}.get(name, name)

    asked = select(call("bool_and", name("a").is_given()), source="t").where(name("b").same(NULL))
    assert text(asked, Other()) == 'SELECT every((`a` IS NOT NULL)) FROM "t" WHERE (`b` IS NOT DISTINCT FROM NULL)'


def test_questions_are_values():
    first, second = (select(name("a"), source="t").where(name("b").equals(1)) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)
    assert select(name("a"), source="t").first(1) != select(name("a"), source="t")
