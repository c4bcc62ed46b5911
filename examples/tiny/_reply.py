"""What a small program is asked and what it replies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Prompt:
    """A question, which attempt at it this is (1, 2, ...), and how many turns were taken already."""

    question: str
    attempt: int = 1
    turn: int = 0


@dataclass(frozen=True)
class Reply:
    """An answer, the written steps to it, and whether it is final."""

    answer: str
    steps: tuple[str, ...] = ()
    done: bool = True


Skill = Callable[[Prompt], Reply | None]
"""Answers the questions that it recognises and returns None for the others."""
