"""Threads of Python take shorter turns while a question is open, and as before afterwards."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from inspect_viz._host._questions import Questions
from inspect_viz._host._turns import TURN, short_turns


def near(seconds: float) -> object:
    """Python keeps whole microseconds."""
    return pytest.approx(seconds, abs=5e-6)


@pytest.fixture(autouse=True)
def usual() -> Iterator[float]:
    before = sys.getswitchinterval()
    yield before
    sys.setswitchinterval(before)


def test_turns_are_short_while_one_of_several_waits(usual: float) -> None:
    with short_turns():
        with short_turns():
            pass
        assert sys.getswitchinterval() == near(TURN)
    assert sys.getswitchinterval() == near(usual)


def test_what_the_caller_sets_meanwhile_stays() -> None:
    with short_turns():
        sys.setswitchinterval(0.002)
    assert sys.getswitchinterval() == near(0.002)


def test_turns_that_are_shorter_already_stay_so() -> None:
    sys.setswitchinterval(0.0001)
    with short_turns():
        assert sys.getswitchinterval() == near(0.0001)
    assert sys.getswitchinterval() == near(0.0001)


def test_they_are_short_while_a_question_is_answered(usual: float) -> None:
    seen: list[float] = []
    done = threading.Event()

    def answer(sql: str, stop: object) -> list[bytes]:
        seen.append(sys.getswitchinterval())
        raise ValueError("no answer")

    questions = Questions(lambda message, buffers: done.set())
    questions.ask("q", "SELECT 1", answer)
    assert done.wait(10)
    questions.wait()
    assert seen == [near(TURN)]
    assert sys.getswitchinterval() == near(usual)
