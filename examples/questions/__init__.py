"""The 120 questions of the example evaluation: plain facts in lists, targets computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from . import arithmetic, dates, logic, strings
from ._rows import Maker, Rows

_TOPICS = {"arithmetic": arithmetic.KINDS, "date": dates.KINDS, "string": strings.KINDS, "logic": logic.KINDS}


@dataclass(frozen=True)
class Question:
    """One question: a readable id, what is asked, the right answer, and where it belongs."""

    id: str
    text: str
    target: str
    topic: str
    kind: str
    difficulty: str


def questions() -> list[Question]:
    """All questions, the topics and kinds taking turns, so that half of a run has half of everything."""
    return list(_turns(_topic(topic, kinds) for topic, kinds in _TOPICS.items()))


def _topic(topic: str, kinds: dict[str, Maker]) -> Iterator[Question]:
    return _turns(_kind(topic, kind, make()) for kind, make in kinds.items())


def _kind(topic: str, kind: str, rows: Rows) -> Iterator[Question]:
    for number, (difficulty, text, target) in enumerate(rows, start=1):
        yield Question(f"{topic}-{kind}-{number:02}", text, target, topic, kind, difficulty)


def _turns(groups: Iterable[Iterator[Question]]) -> Iterator[Question]:
    return (question for turn in zip_longest(*groups) for question in turn if question is not None)
