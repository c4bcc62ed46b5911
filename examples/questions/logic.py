"""Truth values, orders, syllogisms, sequences, knights and knaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

from ._rows import Maker, Rows, yes


def _truth() -> Rows:
    p, q, r = True, False, True
    claims = [("easy", "P and Q", p and q), ("easy", "P or Q", p or q), ("easy", "not Q", not q)]
    claims += [("medium", "Q and not P", q and not p), ("medium", "Q and P or R", (q and p) or r)]
    claims += [("hard", "R or P and Q", r or (p and q)), ("hard", "not Q or P and Q", not q or (p and q))]
    claims += [("hard", "not (P and Q or R)", not ((p and q) or r))]
    return [
        (level, f"P is true, Q is false, R is true. Is '{claim}' true?", yes(value)) for level, claim, value in claims
    ]


def _age_order() -> Rows:
    rows = [("easy", "Ann > Bob"), ("easy", "Bob > Cid"), ("medium", "Bob > Cid, Ann > Bob"), ("medium", "Ann < Bob")]
    rows += [("hard", "Bob < Dot, Ann > Dot, Cid < Bob"), ("hard", "Cid < Dot, Bob < Cid, Ann < Dot")]
    return [(level, f"{_ages(claims)} Who is the oldest?", _oldest(claims)) for level, claims in rows]


def _ages(claims: str) -> str:
    return f"{claims}.".replace(",", ".").replace(">", "is older than").replace("<", "is younger than")


def _oldest(claims: str) -> str:
    pairs = [claim.split() for claim in claims.split(", ")]
    younger = {right if sign == ">" else left for left, sign, right in pairs}
    (oldest,) = {name for left, _, right in pairs for name in (left, right)} - younger
    return oldest


def _follow() -> Rows:
    rows = [("easy", "cats pets", "cats pets"), ("easy", "cats pets", "pets cats")]
    rows += [("medium", "cats pets, pets friends", "cats friends"), ("medium", "oaks trees, elms trees", "oaks elms")]
    rows += [("hard", "wums pons, zels wums, pons dils", "zels dils"), ("hard", "wums pons, zels wums", "pons zels")]
    return [(level, _syllogism(claims, goal), yes(_reaches(claims, *goal.split()))) for level, claims, goal in rows]


def _syllogism(claims: str, goal: str) -> str:
    stated = " ".join(f"All {a} are {b}." for a, b in (claim.split() for claim in claims.split(", ")))
    return "{} Does it follow that all {} are {}?".format(stated, *goal.split())


def _reaches(claims: str, start: str, end: str) -> bool:
    nexts = [b for a, b in (claim.split() for claim in claims.split(", ")) if a == start]
    return end in nexts or any(_reaches(claims, middle, end) for middle in nexts)


def _sequence() -> Rows:
    rows = [("easy", [2 * n for n in range(1, 6)]), ("easy", [50 - 7 * n for n in range(5)])]
    rows += [("medium", [3**n for n in range(6)]), ("medium", [n * n for n in range(1, 7)])]
    rows += [("hard", [2, 3, 5, 8, 13, 21]), ("hard", [n**3 + n for n in range(1, 7)])]
    return [(level, f"Which number comes next: {_listed(terms[:-1])}?", str(terms[-1])) for level, terms in rows]


def _listed(terms: Iterable[int]) -> str:
    return ", ".join(map(str, terms))


Claim = tuple[str, str, Callable[[dict[str, bool]], bool]]
"""Who speaks, the words, and when they are true (a knight is True)."""

_ISLANDS: list[tuple[str, list[Claim]]] = [
    ("medium", [("Ann", "Ann and Bob are both knaves", lambda k: not k["Ann"] and not k["Bob"])]),
    ("medium", [("Ann", "Bob is a knave", lambda k: not k["Bob"]),
                ("Bob", "we differ", lambda k: k["Ann"] != k["Bob"])]),
    ("hard", [("Ann", "Bob is a knave", lambda k: not k["Bob"]), ("Bob", "we differ", lambda k: k["Ann"] != k["Bob"]),
              ("Cid", "Ann is a knight", lambda k: k["Ann"])]),
    ("hard", [("Ann", "Cid is a knave", lambda k: not k["Cid"]), ("Bob", "Ann is a knave", lambda k: not k["Ann"]),
              ("Cid", "Ann and Bob are both knaves", lambda k: not k["Ann"] and not k["Bob"])]),
]  # fmt: skip


def _knight() -> Rows:
    return [(level, f"{_island(claims)} What is Ann?", _kind_of_ann(claims)) for level, claims in _ISLANDS]


def _island(claims: list[Claim]) -> str:
    spoken = " ".join(f"{who} says '{words}'." for who, words, _ in claims)
    return f"Knights speak the truth, knaves lie. {spoken}"


def _kind_of_ann(claims: list[Claim]) -> str:
    worlds = [dict(zip(("Ann", "Bob", "Cid"), kinds, strict=True)) for kinds in product((True, False), repeat=3)]
    (answer,) = {world["Ann"] for world in worlds if all(says(world) == world[who] for who, _, says in claims)}
    return "knight" if answer else "knave"


KINDS: dict[str, Maker] = {
    "truth": _truth,
    "oldest": _age_order,
    "follow": _follow,
    "sequence": _sequence,
    "knight": _knight,
}
