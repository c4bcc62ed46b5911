"""Logic: truth values, orders, syllogisms, sequences, and an island of knights and knaves."""

from __future__ import annotations

import re
from itertools import pairwise, product

from ._reply import Prompt, Reply

_TRUTH = re.compile(r"(.+)\. Is '(.+)' true\?")
_OLDER = re.compile(r"(\w+) is (older|younger) than (\w+)")
_ALL = re.compile(r"[Aa]ll (\w+) are (\w+)")
_SEQUENCE = re.compile(r"Which number comes next: ([-\d, ]+)\?")
_SAYS = re.compile(r"(\w+) says '([^']+)'")


def flat_truth(prompt: Prompt) -> Reply | None:
    """Reads a claim from left to right, without brackets; at a second attempt it reads it from the right."""
    found = _TRUTH.fullmatch(prompt.question)
    if found is None:
        return None
    facts, words = _facts(found[1]), re.findall(r"\w+", found[2])
    return Reply(_yes(_fold(facts, words if prompt.attempt == 1 else _from_right(words))))


def _fold(facts: dict[str, bool], words: list[str]) -> bool:
    value, sign, flip = False, "or", False
    for word in words:
        if word in facts:
            value = _join(sign, value, facts[word] != flip)
            flip = False
        elif word == "not":
            flip = True
        else:
            sign = word
    return value


def _from_right(words: list[str]) -> list[str]:
    """The words in reverse, each `not` still before its letter."""
    return re.sub(r"(\w) not", r"not \1", " ".join(reversed(words))).split()


def _join(sign: str, left: bool, right: bool) -> bool:
    return left and right if sign == "and" else left or right


def full_truth(prompt: Prompt) -> Reply | None:
    """Knows brackets, and that `not` comes before `and`, and `and` before `or`."""
    found = _TRUTH.fullmatch(prompt.question)
    if found is None:
        return None
    return Reply(_yes(_Claim(_facts(found[1]), re.findall(r"\w+|[()]", found[2])).any_of()))


class _Claim:
    """Recursive descent over the words of one claim."""

    def __init__(self, facts: dict[str, bool], words: list[str]) -> None:
        self._facts = facts
        self._rest = words[::-1]

    def any_of(self) -> bool:
        value = self._all_of()
        while self._skip("or"):
            value = self._all_of() or value
        return value

    def _all_of(self) -> bool:
        value = self._one()
        while self._skip("and"):
            value = self._one() and value
        return value

    def _one(self) -> bool:
        if self._skip("not"):
            return not self._one()
        if self._skip("("):
            value = self.any_of()
            self._rest.pop()
            return value
        return self._facts[self._rest.pop()]

    def _skip(self, word: str) -> bool:
        return bool(self._rest) and self._rest[-1] == word and bool(self._rest.pop())


def first_named(prompt: Prompt) -> Reply | None:
    """Takes whoever is named first for the oldest."""
    found = _OLDER.search(prompt.question)
    return Reply(found[1]) if found else None


def never_younger(prompt: Prompt) -> Reply | None:
    """The oldest is the one who is younger than nobody."""
    pairs = [(a, b) if than == "older" else (b, a) for a, than, b in _OLDER.findall(prompt.question)]
    younger = {b for _, b in pairs}
    return next((Reply(a) for a, _ in pairs if a not in younger), None)


def one_step(prompt: Prompt) -> Reply | None:
    """Believes what was stated in so many words, either way round at a second attempt."""
    *stated, goal = _ALL.findall(prompt.question) or [("", "")]
    if not stated:
        return None
    return Reply(_yes(goal in stated or (prompt.attempt > 1 and goal[::-1] in stated)))


def many_steps(prompt: Prompt) -> Reply | None:
    """Follows the statements from one to the next as far as they lead."""
    *stated, goal = _ALL.findall(prompt.question) or [("", "")]
    reached = {goal[0]}
    for _ in stated:
        reached |= {b for a, b in stated if a in reached}
    return Reply(_yes(goal[1] in reached), (" ".join(sorted(reached)),)) if stated else None


def same_step(prompt: Prompt) -> Reply | None:
    """Goes on by the last difference."""
    terms = _terms(prompt.question)
    return Reply(str(2 * terms[-1] - terms[-2])) if terms else None


def differences(prompt: Prompt) -> Reply | None:
    """Sees a constant ratio, or takes differences of differences until they are constant."""
    terms = _terms(prompt.question)
    if not terms:
        return None
    if all(a * terms[1] == b * terms[0] for a, b in pairwise(terms)):
        return Reply(str(terms[-1] * terms[1] // terms[0]), (f"each is {terms[1] // terms[0]} times the one before",))
    return Reply(str(_extended(terms)))


def two_islanders(prompt: Prompt) -> Reply | None:
    """Tries both kinds for Ann and Bob, and listens to nobody else."""
    claims = [claim for claim in _SAYS.findall(prompt.question) if claim[0] in ("Ann", "Bob")]
    worlds = [dict(zip(("Ann", "Bob"), kinds, strict=True)) for kinds in product((True, False), repeat=2)]
    possible = [world for world in worlds if all(_holds(world, words) == world[who] for who, words in claims)]
    return Reply("knight" if possible[0]["Ann"] else "knave") if claims else None


def _holds(world: dict[str, bool], words: str) -> bool:
    if words == "we differ":
        return world["Ann"] != world["Bob"]
    if words.endswith("both knaves"):
        return not any(world[name] for name in re.findall("Ann|Bob", words))
    name, kind = words.split(" is a ")
    return world[name] == (kind == "knight")


def _facts(text: str) -> dict[str, bool]:
    return {letter: value == "true" for letter, value in re.findall(r"(\w) is (true|false)", text)}


def _terms(question: str) -> list[int]:
    found = _SEQUENCE.fullmatch(question)
    return [int(term) for term in found[1].split(", ")] if found else []


def _extended(terms: list[int]) -> int:
    if len(set(terms)) == 1:
        return terms[0]
    return terms[-1] + _extended([b - a for a, b in pairwise(terms)])


def _yes(value: bool) -> str:
    return "yes" if value else "no"
