"""The database of a picture."""

import datetime
import decimal
import threading

import pyarrow as pa
import pyarrow.parquet
import pytest
from fuzz import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_viz._engine import Engine, QueryError, quote_identifier, quote_literal
from inspect_viz.data import Data


@pytest.fixture
def engine():
    table = pa.table(
        {
            "id": ["b", "a", "b"],
            "n": [1, 2, 3],
            "long": [2**60, 1, 2],
            "price": pa.array([decimal.Decimal("1.25"), None, decimal.Decimal("2.5")]),
            "day": [datetime.date(2024, 1, i) for i in (1, 2, 3)],
            "kind": pa.array(["x", "y", "x"]).dictionary_encode(),
            "began": pa.array([datetime.datetime(2024, 1, 1, 12)] * 3, pa.timestamp("us", "America/New_York")),
        }
    )
    with Engine({"t0": Data.from_dataframe(table)}) as engine:
        yield engine


def _read(stream):
    return pa.ipc.open_stream(stream).read_all()


def test_arrow_holds_the_answer(engine):
    answer = _read(engine.arrow("SELECT id, sum(n)::BIGINT AS n, count(*) AS c FROM t0 GROUP BY id ORDER BY id"))
    assert answer.to_pydict() == {"id": ["a", "b"], "n": [2, 4], "c": [1, 2]}


def test_arrow_types_are_those_a_browser_can_read(engine):
    answer = _read(engine.arrow("SELECT * FROM t0"))
    assert [str(field.type) for field in answer.schema] == [
        *["string", "int64", "string", "double", "date32[day]", "string", "timestamp[us, tz=UTC]"]
    ]
    assert answer.column("long").to_pylist() == [str(2**60), "1", "2"]
    assert answer.column("price").to_pylist() == [1.25, None, 2.5]


def test_arrow_of_every_shape(engine):
    assert _read(engine.arrow("SELECT id FROM t0 WHERE false")).to_pydict() == {"id": []}
    assert _read(engine.arrow("SELECT [1, 2] AS l, {'a': 1} AS s, NULL AS z")).to_pylist() == [
        {"l": [1, 2], "s": {"a": 1}, "z": None}
    ]
    assert _read(engine.arrow("SELECT 'x'::ENUM('x', 'y') AS e")).to_pydict() == {"e": ["x"]}
    assert _read(engine.arrow("SELECT i FROM range(300000) t(i)")).num_rows == 300_000
    assert _read(engine.arrow("DESCRIBE SELECT id FROM t0")).column("column_type").to_pylist() == ["VARCHAR"]


def test_rows_are_python_values(engine):
    utc = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.timezone.utc)
    assert engine.rows("SELECT id, n, day, began FROM t0 LIMIT 1") == [("b", 1, datetime.date(2024, 1, 1), utc)]
    assert engine.rows("SELECT NULL::TIMESTAMPTZ, 'infinity'::DOUBLE") == [(None, float("inf"))]


def test_only_used_columns_are_there():
    data = Data.from_dataframe({"id": ["a"], "prompt": ["secret"]})
    with Engine({"t0": data}, {"t0": ["id"]}) as engine:
        assert engine.rows("SELECT * FROM t0") == [("a",)]
        with pytest.raises(QueryError, match=r"prompt"):
            engine.rows("SELECT prompt FROM t0")
    with Engine({"t0": data}, {"t0": []}) as engine:
        assert engine.rows("SELECT count(*) FROM t0") == [(1,)]
    with pytest.raises(ValueError, match=r"no column 'promt'.*mean 'prompt'"):
        Engine({"t0": data}, {"t0": ["promt"]})


def test_an_error_leaves_the_engine_usable(engine):
    for sql in ("SELECT nope FROM t0", "SELECT id::INTEGER FROM t0", "SELEC", "SELECT error('x') FROM t0"):
        with pytest.raises(QueryError):
            engine.rows(sql)
        with pytest.raises(QueryError):
            engine.arrow(sql)
    assert engine.rows("SELECT count(*) FROM t0") == [(3,)]
    assert len(_read(engine.arrow("SELECT * FROM t0"))) == 3


def test_errors_show_the_question(engine):
    with pytest.raises(ValueError, match=r"nope.*The question was: SELECT nope FROM t0"):
        engine.rows("SELECT nope FROM t0")


def test_a_closed_engine_says_so(engine):
    engine.close()
    engine.close()
    with pytest.raises(ValueError, match=r"This engine is closed"):
        engine.rows("SELECT 1")


def test_any_thread_may_ask(engine):
    answers = []

    def ask(i):
        answers.append((i, engine.rows(f"SELECT {i} + count(*) FROM t0")[0][0]))

    threads = [threading.Thread(target=ask, args=(i,)) for i in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [(i, i + 3) for i in range(20)]


def test_sums_do_not_vary(tmp_path):
    values = [((i * 2654435761) % 1000) / 7 * 10.0 ** (i % 17) for i in range(400_000)]
    data = Data.from_dataframe({"v": values})
    answers = set()
    for _ in range(4):
        with Engine({"t0": data}) as engine:
            answers.add(engine.arrow("SELECT sum(v) AS s, avg(v) AS a FROM t0"))
    assert len(answers) == 1


def test_file_and_frame_answer_alike(tmp_path):
    frame = pa.table({"id": ["a", "b"], "n": [1, 2]})
    pa.parquet.write_table(frame, tmp_path / "t.parquet")
    tables = {"t0": Data.from_file(tmp_path / "t.parquet"), "t1": Data.from_dataframe(frame)}
    with Engine(tables) as engine:
        assert engine.arrow("SELECT * FROM t0") == engine.arrow("SELECT * FROM t1")


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(), TEXT, st.dates(), st.datetimes()
)


@settings(max_examples=examples(200), deadline=None)
@given(VALUES)
def test_literals_say_exactly_their_value(value):
    with Engine({}) as engine:
        found = engine.rows(f"SELECT {quote_literal(value)}")[0][0]
    assert found == value or (found != found and value != value)


@settings(max_examples=examples(100), deadline=None)
@given(TEXT.filter(lambda name: name and "\x00" not in name))
def test_identifiers_name_exactly_their_column(name):
    with Engine({}) as engine:
        found = _read(engine.arrow(f"SELECT 1 AS {quote_identifier(name)}"))
    assert found.column_names == [name]


def test_what_cannot_be_quoted_is_refused():
    for name in ("", "a\x00b"):
        with pytest.raises(ValueError, match=r"must be text without NUL"):
            quote_identifier(name)
    with pytest.raises(TypeError, match=r"not list"):
        quote_literal([1])
