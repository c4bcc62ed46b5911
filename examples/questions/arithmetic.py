"""Sums, brackets, powers, divisions and percentages."""

from __future__ import annotations

from ._rows import Maker, Rows


def _sums(difficulty: str, *sums: tuple[str, int]) -> Rows:
    return [(difficulty, f"What is {text}?", str(value)) for text, value in sums]


def _add() -> Rows:
    pairs = [(3, 4), (9, 5), (8, 9), (27, 46), (385, 967), (40_096, 7_948)]
    return [(_size(a + b), f"What is {a} + {b}?", str(a + b)) for a, b in pairs]


def _size(value: int) -> str:
    return "easy" if value < 20 else "medium" if value < 1000 else "hard"


def _mixed() -> Rows:
    return [
        *_sums("easy", ("2 + 3 - 4", 2 + 3 - 4), ("6 * 7 + 8", 6 * 7 + 8)),
        *_sums("medium", ("20 + 3 * 14", 20 + 3 * 14), ("90 - 4 * 17", 90 - 4 * 17)),
        *_sums("hard", ("7 * 8 - 6 * 9 + 5", 7 * 8 - 6 * 9 + 5), ("90 - 3 * 3 * 3 - 5", 90 - 3 * 3 * 3 - 5)),
    ]


def _bracket() -> Rows:
    return [
        *_sums("easy", ("(2 + 3) * 4", (2 + 3) * 4)),
        *_sums("medium", ("5 * (16 - 9)", 5 * (16 - 9)), ("50 - (12 + 19)", 50 - (12 + 19))),
        *_sums("hard", ("(8 - 3) * (7 + 6)", (8 - 3) * (7 + 6)), ("3 * (40 - (5 + 6) * 2)", 3 * (40 - (5 + 6) * 2))),
        *_sums("hard", ("((9 + 4) * 5 - 6) * 7", ((9 + 4) * 5 - 6) * 7)),
    ]


def _power() -> Rows:
    return [
        *_sums("easy", ("4 ^ 2", 4**2)),
        *_sums("medium", ("2 ^ 11", 2**11), ("3 * 10 ^ 3", 3 * 10**3)),
        *_sums("hard", ("2 ^ 3 ^ 2", 2**3**2)),
    ]


def _divide() -> Rows:
    return [
        *_sums("easy", ("84 / 7", 84 // 7)),
        *_sums("medium", ("96 / 8 / 3", 96 // 8 // 3), ("60 - 48 / 6", 60 - 48 // 6)),
        ("hard", "What is 8 / 0?", "undefined"),
        ("hard", "What is 12 / (5 - 5)?", "undefined"),
    ]


def _percent() -> Rows:
    triples = [("easy", 50, 68), ("medium", 15, 240), ("hard", 35, 1260)]
    return [(level, f"How much is {share} percent of {of}?", str(share * of // 100)) for level, share, of in triples]


KINDS: dict[str, Maker] = {
    "add": _add,
    "mixed": _mixed,
    "bracket": _bracket,
    "power": _power,
    "divide": _divide,
    "percent": _percent,
}
