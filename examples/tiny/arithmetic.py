"""Arithmetic, from counting on fingers to brackets and powers."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from fractions import Fraction

from ._reply import Prompt, Reply

Operation = Callable[[Fraction, Fraction], Fraction]

_SUM = re.compile(r"What is ([-+*/^() \d]+)\?")
_TOKEN = re.compile(r"\d+|[-+*/^()]")
_OPERATIONS: dict[str, Operation] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": lambda base, power: Fraction(base**power),
}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def count_on(prompt: Prompt) -> Reply | None:
    """Adds by counting on from the first number, one finger in each turn."""
    found = re.fullmatch(r"What is (\d) \+ (\d)\?", prompt.question)
    if found is None:
        return None
    reached = int(found[1]) + min(prompt.turn, int(found[2]))
    return Reply(str(reached), done=prompt.turn >= int(found[2]))


def left_to_right(prompt: Prompt) -> Reply | None:
    """Works from left to right; brackets and the order of operations are unknown to it, and so are powers."""
    tokens = [token for token in _tokens(prompt.question) if token not in "()"]
    if not tokens or "^" in tokens:
        return None
    value = Fraction(tokens[0])
    steps = [tokens[0]]
    for sign, number in zip(tokens[1::2], tokens[2::2], strict=True):
        value = _OPERATIONS[sign](value, Fraction(number))
        steps.append(f"{sign} {number} makes {_written(value)}")
    return Reply(_written(value), tuple(steps))


def precedence(prompt: Prompt) -> Reply | None:
    """Knows brackets and which operation comes first; takes powers from the left."""
    return _worked_out(_tokens(prompt.question), powers_from_right=False)


def full_precedence(prompt: Prompt) -> Reply | None:
    """Also takes powers from the right, and knows that nothing can be divided by zero."""
    try:
        return _worked_out(_tokens(prompt.question), powers_from_right=True)
    except ZeroDivisionError:
        return Reply("undefined", ("a division by zero has no value",))


def percent(prompt: Prompt) -> Reply | None:
    """Takes a percentage of a number."""
    found = re.fullmatch(r"How much is (\d+) percent of (\d+)\?", prompt.question)
    return Reply(_written(Fraction(int(found[1]) * int(found[2]), 100))) if found else None


def _tokens(question: str) -> list[str]:
    found = _SUM.fullmatch(question)
    return _TOKEN.findall(found[1]) if found else []


def _written(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.2f}"


def _worked_out(tokens: list[str], powers_from_right: bool) -> Reply | None:
    if not tokens:
        return None
    sum_ = _Sum(tokens, powers_from_right)
    return Reply(_written(sum_.value(0)), tuple(sum_.steps))


class _Sum:
    """Precedence climbing over the tokens of one sum."""

    def __init__(self, tokens: list[str], powers_from_right: bool) -> None:
        self._rest = tokens[::-1]
        self._from_right = powers_from_right
        self.steps: list[str] = []

    def value(self, above: int) -> Fraction:
        """The value up to the next operation that is no stronger than `above`."""
        left = self._term()
        while self._rest and _STRENGTH.get(self._rest[-1], 0) > above:
            sign = self._rest.pop()
            left = self._apply(sign, left, self.value(_STRENGTH[sign] - (sign == "^" and self._from_right)))
        return left

    def _term(self) -> Fraction:
        token = self._rest.pop()
        if token != "(":
            return Fraction(token)
        inner = self.value(0)
        self._rest.pop()
        return inner

    def _apply(self, sign: str, left: Fraction, right: Fraction) -> Fraction:
        value = _OPERATIONS[sign](left, right)
        self.steps.append(f"{_written(left)} {sign} {_written(right)} = {_written(value)}")
        return value
