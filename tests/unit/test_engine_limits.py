"""Questions that take too long or too much, or that nobody waits for any more, end."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pytest

from inspect_viz import Data
from inspect_viz._engine import Engine, LimitError, Limits, QueryError, Stop, Stopped, connect
from inspect_viz._engine._stop import _running
from inspect_viz._host import DrawingError
from inspect_viz._host._open import OpenPicture
from inspect_viz.mark import cell, text
from inspect_viz.plot import plot, write_png
from inspect_viz.transform import sql

ENDLESS = "(select count(*) from range(1000000000000))"
STREAM = "SELECT i FROM range(1000000000000) t(i) WHERE hash(i) % 100000 = 1"
SECONDS = 60


@pytest.fixture
def data() -> Data:
    return Data.from_dataframe({"id": ["a", "b"], "model": ["m", "n"], "score": [0.25, 0.75]})


@pytest.fixture
def engine(data: Data) -> Iterator[Engine]:
    with Engine({"t0": data}) as engine:
        yield engine


class Asked:
    """A question that another thread asks, and how it ends."""

    def __init__(self, ask: Callable[[], object]) -> None:
        self.ask = ask
        self.outcome: object = None
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.outcome = self.ask()
        except BaseException as error:
            self.outcome = error

    def end(self) -> object:
        self.thread.join(SECONDS)
        assert not self.thread.is_alive()
        return self.outcome


def wait_until_asked(count: int = 1) -> None:
    """Return once the database works on so many questions."""
    waited = threading.Event()
    for _ in range(SECONDS * 100):
        if len(_running) >= count:
            return
        waited.wait(0.01)
    raise AssertionError("nothing was asked")


@pytest.mark.parametrize("question", [f"SELECT {ENDLESS}", STREAM])
def test_a_question_ends_after_its_time(data: Data, question: str) -> None:
    with Engine({"t0": data}, limits=Limits(seconds=0.2)) as engine:
        for ask in (engine.arrow, engine.rows):
            with pytest.raises(LimitError, match=r"stopped after 0.2 seconds.*seconds=.*INSPECT_VIZ_SECONDS.*SELECT"):
                ask(question)
        assert engine.rows("SELECT count(*) FROM t0") == [(2,)]


@pytest.mark.parametrize(
    "question",
    ["SELECT len(list(i)) FROM range(1000000000) t(i)", "SELECT count(DISTINCT i) FROM range(1000000000) t(i)"],
)
def test_a_question_keeps_to_its_memory(data: Data, question: str) -> None:
    with Engine({"t0": data}, limits=Limits(memory="100MB")) as engine:
        for ask in (engine.arrow, engine.rows):
            with pytest.raises(LimitError, match=r"more memory.*memory=.*INSPECT_VIZ_MEMORY"):
                ask(question)
        assert engine.rows("SELECT count(*) FROM t0") == [(2,)]


@pytest.mark.parametrize("value", ["i", "CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END::ENUM('a', 'b')"])
def test_an_answer_keeps_to_the_memory(data: Data, value: str) -> None:
    with Engine({"t0": data}, limits=Limits(memory="20MB")) as engine:
        with pytest.raises(LimitError, match="answer takes more memory"):
            engine.arrow(f"SELECT {value} AS v, {value} AS w, i AS x FROM range(1000000000) t(i)")
        assert engine.rows("SELECT count(*) FROM t0") == [(2,)]


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, data: Data) -> None:
    assert Limits() == Limits(seconds=120.0, memory="4GB")
    monkeypatch.setenv("INSPECT_VIZ_SECONDS", "0.2")
    monkeypatch.setenv("INSPECT_VIZ_MEMORY", "300MB")
    assert Limits() == Limits(seconds=0.2, memory="300MB")
    assert Limits().bytes == 300_000_000
    with pytest.raises(LimitError):
        data.reader.ask(f"SELECT {ENDLESS} FROM data")
    assert data.reader.ask("SELECT count(*) FROM data") == [(2,)]
    assert data.reader.ask("SELECT current_database() || (SELECT count(*) FROM data)") == [("memory2",)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"seconds": 0}, r"seconds=0 must be a number of seconds above zero"),
        ({"seconds": "soon"}, r"seconds='soon'"),
        ({"seconds": "2"}, r"seconds='2'"),
        ({"seconds": True}, r"seconds=True"),
        ({"seconds": float("nan")}, r"seconds=nan"),
        ({"memory": "much"}, r"memory='much' must be a size such as '500MB'"),
        ({"memory": 4}, r"memory=4"),
        ({"memory": "0GB"}, r"memory='0GB'"),
    ],
)
def test_limits_that_are_none(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Limits(**given)


@pytest.mark.parametrize("name", ["SECONDS", "MEMORY"])
def test_limits_of_the_environment_that_are_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(f"INSPECT_VIZ_{name}", "x")
    with pytest.raises(ValueError, match=f"INSPECT_VIZ_{name}='x' must be"):
        Limits()


@pytest.mark.parametrize("question", [f"SELECT {ENDLESS}", STREAM])
def test_closing_ends_what_is_asked(engine: Engine, question: str) -> None:
    asked = Asked(lambda: engine.arrow(question))
    wait_until_asked()
    engine.close()
    assert isinstance(asked.end(), Stopped)
    with pytest.raises(ValueError, match="closed"):
        engine.rows("SELECT 1")


def test_one_of_several_questions_is_stopped(engine: Engine) -> None:
    first, second = Stop(), Stop()
    one, two = (Asked(lambda stop=stop: engine.arrow(f"SELECT {ENDLESS}", stop)) for stop in (first, second))
    wait_until_asked(2)
    first.now()
    assert isinstance(one.end(), Stopped)
    assert two.thread.is_alive()
    assert engine.rows("SELECT count(*) FROM t0") == [(2,)]
    second.now()
    assert isinstance(two.end(), Stopped)


def test_what_was_stopped_is_not_asked(engine: Engine) -> None:
    stop = Stop()
    stop.now()
    with pytest.raises(Stopped):
        engine.arrow(f"SELECT {ENDLESS}", stop)


def test_an_open_picture_answers_cancels_and_closes(data: Data) -> None:
    with OpenPicture(plot(cell(data, x="id", y="model", fill="score"))) as picture:
        found = pa.ipc.open_stream(io.BytesIO(picture.answer("SELECT count(*) AS n FROM t0"))).read_all()
        assert found.to_pydict() == {"n": [2]}
        asked = [Asked(lambda: picture.answer(f"SELECT {ENDLESS}")) for _ in range(3)]
        wait_until_asked(3)
        picture.cancel()
        assert all(isinstance(each.end(), Stopped) for each in asked)
        assert picture.answer("SELECT 1 AS x")
        with pytest.raises(QueryError, match="t1"):
            picture.answer("SELECT * FROM t1")
    with pytest.raises(ValueError, match="closed"):
        picture.answer("SELECT 1")


def test_other_columns_are_not_in_an_open_picture(data: Data) -> None:
    with (
        OpenPicture(plot(cell(data, x="id", y="id", fill="score"))) as picture,
        pytest.raises(QueryError, match="model"),
    ):
        picture.answer("SELECT model FROM t0")


def test_the_error_names_the_expression(monkeypatch: pytest.MonkeyPatch, data: Data) -> None:
    monkeypatch.setenv("INSPECT_VIZ_SECONDS", "0.2")
    for mark in (cell(data, x="id", y="model", fill=sql(ENDLESS)), text(data, x="id", y="model", text=sql(ENDLESS))):
        with pytest.raises(DrawingError, match=r"^'\(select count\(\*\) from range\(1000000000000\)\)': .*0.2 seconds"):
            write_png(None, plot(mark))


@pytest.mark.parametrize("make", ["error('boom')", "error('boom ' || id)", "CAST(id || 'boom' AS INTEGER)"])
def test_the_reason_of_a_failure_reaches_the_user(data: Data, make: str) -> None:
    with pytest.raises((DrawingError, ValueError), match="boom"):
        write_png(None, plot(cell(data, x="id", y="model", fill=sql(make))))
    with pytest.raises((DrawingError, ValueError), match="boom"):
        write_png(None, plot(text(data, x="id", y="model", text=sql(make))))


def test_settings_hold_for_every_cursor(engine: Engine) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        assert engine.rows("SELECT '2024-01-01 12:00:00+00'::TIMESTAMPTZ::VARCHAR") == [("2024-01-01 12:00:00+00",)]
    frame = pa.table({"secret": [1]})
    with pytest.raises(QueryError, match="frame"):
        engine.rows("SELECT * FROM frame")
    assert frame.num_rows == 1
    assert connect().cursor().execute("SELECT current_setting('python_enable_replacements')").fetchall() == [(False,)]
