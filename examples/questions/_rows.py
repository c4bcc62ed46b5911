"""What the topics share."""

from __future__ import annotations

from collections.abc import Callable

Rows = list[tuple[str, str, str]]
"""Difficulty, text and target of each question of one kind."""

Maker = Callable[[], Rows]
"""Makes the questions of one kind."""


def yes(value: bool) -> str:
    """The target of a yes-or-no question."""
    return "yes" if value else "no"
