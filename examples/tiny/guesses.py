"""Guesses, for questions that a program cannot work out."""

from __future__ import annotations

import re

from ._reply import Prompt, Reply


def echo(prompt: Prompt) -> Reply:
    """Repeats the last word of the question, at a second attempt the one before it."""
    words = re.findall(r"\w+", prompt.question)
    return Reply(words[-min(prompt.attempt, len(words))])


def yes_then_no(prompt: Prompt) -> Reply | None:
    """Says yes to whatever can be said yes to, and no at a second attempt."""
    asks = re.search(r"(^|\. )(Is|Does) [^.]*\?$", prompt.question)
    return Reply("yes" if prompt.attempt == 1 else "no") if asks else None


def largest_number(prompt: Prompt) -> Reply | None:
    """Takes the largest number of the question for the answer."""
    numbers = [int(number) for number in re.findall(r"\d+", prompt.question)]
    return Reply(str(max(numbers))) if numbers else None


def silence(prompt: Prompt) -> Reply:
    """Says nothing."""
    return Reply("")
