"""A family of eight small deterministic programs that answer questions, from a parrot to a sage."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from . import arithmetic, dates, guesses, logic, strings
from ._reply import Prompt, Reply, Skill

__all__ = ["FAMILY", "Prompt", "Reply", "Skill", "reply"]

_CALENDAR: tuple[Skill, ...] = (
    dates.julian_leap,
    dates.julian_month,
    dates.julian_weekday,
    dates.julian_between,
    dates.julian_after,
)
_SPELLING: tuple[Skill, ...] = (
    strings.ascii_reverse,
    strings.ascii_count,
    strings.ascii_order,
    strings.exact_palindrome,
    strings.unwrapped_shift,
    strings.four_vowels,
)
_LITERACY: tuple[Skill, ...] = (
    strings.plain_reverse,
    strings.plain_count,
    strings.caseless_order,
    strings.letters_palindrome,
    strings.wrapped_shift,
    strings.five_vowels,
)

FAMILY: Mapping[str, tuple[Skill, ...]] = MappingProxyType(
    {
        "parrot-1": (guesses.yes_then_no, guesses.echo),
        "abacus-1": (
            *(arithmetic.count_on, logic.same_step, dates.month_rhyme),
            *(guesses.largest_number, guesses.yes_then_no, guesses.silence),
        ),
        "abacus-2": (
            *(arithmetic.left_to_right, logic.same_step, dates.month_rhyme, guesses.yes_then_no),
            *(guesses.largest_number, guesses.echo),
        ),
        "scribe-1": (*_SPELLING, arithmetic.left_to_right, logic.first_named, guesses.yes_then_no, guesses.echo),
        "abacus-3": (
            *(arithmetic.precedence, arithmetic.percent, logic.differences, logic.flat_truth, dates.month_rhyme),
            *(dates.julian_leap, strings.ascii_count, guesses.yes_then_no, guesses.largest_number, guesses.echo),
        ),
        "almanac-1": (
            *_CALENDAR,
            *(arithmetic.left_to_right, arithmetic.percent, logic.same_step, logic.first_named, logic.one_step),
            *(strings.ascii_reverse, strings.ascii_order, guesses.yes_then_no, guesses.echo),
        ),
        "sage-1": (
            *(dates.gregorian, arithmetic.precedence, arithmetic.percent, *_SPELLING, logic.flat_truth),
            *(logic.never_younger, logic.one_step, logic.differences, guesses.yes_then_no, guesses.echo),
        ),
        "sage-2": (
            *(dates.careful_gregorian, arithmetic.full_precedence, arithmetic.percent, *_LITERACY),
            *(logic.full_truth, logic.never_younger, logic.many_steps, logic.differences, logic.two_islanders),
            guesses.silence,
        ),
    }
)
"""Each program is a chain of skills; the first that recognises a question answers it."""


def reply(program: str, prompt: Prompt) -> Reply:
    """What a program of the family replies; raises whatever its skill raises."""
    replies = (skill(prompt) for skill in FAMILY[program])
    return next(answer for answer in replies if answer is not None)
