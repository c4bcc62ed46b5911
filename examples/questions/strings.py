"""Spelling, counting, ordering, palindromes and shifted letters."""

from __future__ import annotations

from ._rows import Maker, Rows, yes


def _reverse() -> Rows:
    words = [
        ("easy", "planet"),
        ("easy", "drawer"),
        ("medium", "Stockholm"),
        ("medium", "well-known"),
        ("hard", "naïve"),
    ]
    return [(level, f"Spell '{word}' backwards.", word[::-1]) for level, word in words]


def _count() -> Rows:
    pairs = [
        ("easy", "o", "potato"),
        ("easy", "r", "strawberry"),
        ("medium", "s", "Mississippi"),
        ("medium", "z", "calm"),
    ]
    pairs += [("hard", "a", "Alabama"), ("hard", "e", "déjà vu entendre")]
    return [(level, _how_often(letter, word), str(word.lower().count(letter))) for level, letter, word in pairs]


def _how_often(letter: str, word: str) -> str:
    return f"How many times does the letter '{letter}' occur in '{word}'?"


def _order() -> Rows:
    words = [("easy", "zebra"), ("easy", "crane"), ("medium", "letters"), ("medium", "bookkeeper"), ("hard", "Ostrich")]
    return [(level, f"Put the letters of '{word}' in order.", "".join(sorted(word.lower()))) for level, word in words]


def _palindrome() -> Rows:
    words = [("easy", "level"), ("easy", "lever"), ("medium", "Racecar"), ("medium", "rotator")]
    words += [("hard", "never odd or even"), ("hard", "Madam, I'm Adam")]
    return [(level, f'Is "{word}" a palindrome?', yes(_mirrored(word))) for level, word in words]


def _mirrored(phrase: str) -> bool:
    letters = [c for c in phrase.lower() if c.isalpha()]
    return letters == letters[::-1]


def _shift() -> Rows:
    jobs = [("easy", "apple", 1), ("medium", "signal", 3), ("medium", "banjo", 13), ("hard", "wizard", 5)]
    return [(level, f"Shift each letter of '{word}' forward by {by}.", _moved(word, by)) for level, word, by in jobs]


def _moved(word: str, by: int) -> str:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return word.translate(str.maketrans(alphabet, alphabet[by:] + alphabet[:by]))


def _vowel() -> Rows:
    words = [("easy", "banana"), ("easy", "rhythm"), ("medium", "queueing"), ("hard", "Onomatopoeia")]
    return [(level, f"How many vowels are in '{word}'?", str(_vowels(word))) for level, word in words]


def _vowels(word: str) -> int:
    return sum(word.lower().count(vowel) for vowel in "aeiou")


KINDS: dict[str, Maker] = {
    "reverse": _reverse,
    "count": _count,
    "order": _order,
    "palindrome": _palindrome,
    "shift": _shift,
    "vowel": _vowel,
}
