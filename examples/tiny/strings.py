"""Strings: a program that knows plain lower-case letters only, and a literate one."""

from __future__ import annotations

import re
from unicodedata import normalize

from ._reply import Prompt, Reply

_REVERSE = re.compile(r"Spell '(.+)' backwards\.")
_COUNT = re.compile(r"How many times does the letter '(.)' occur in '(.+)'\?")
_ORDER = re.compile(r"Put the letters of '(.+)' in order\.")
_PALINDROME = re.compile(r'Is "(.+)" a palindrome\?')
_SHIFT = re.compile(r"Shift each letter of '(.+)' forward by (\d+)\.")
_VOWELS = re.compile(r"How many vowels are in '(.+)'\?")


def ascii_reverse(prompt: Prompt) -> Reply | None:
    """Reverses bytes: fails on letters beyond ASCII; at a second attempt it leaves those out."""
    found = _REVERSE.fullmatch(prompt.question)
    return Reply(_ascii(found[1], prompt.attempt)[::-1].decode("ascii")) if found else None


def ascii_count(prompt: Prompt) -> Reply | None:
    """Counts bytes: capital letters are other letters to it, and letters beyond ASCII make it fail."""
    found = _COUNT.fullmatch(prompt.question)
    return Reply(str(_ascii(found[2], prompt.attempt).count(found[1].encode("ascii")))) if found else None


def _ascii(word: str, attempt: int) -> bytes:
    return word.encode("ascii", errors="strict" if attempt == 1 else "ignore")


def ascii_order(prompt: Prompt) -> Reply | None:
    """Sorts by code point: capitals come first and stay capitals."""
    found = _ORDER.fullmatch(prompt.question)
    return Reply("".join(sorted(found[1]))) if found else None


def exact_palindrome(prompt: Prompt) -> Reply | None:
    """Compares character by character: capitals, blanks and commas count."""
    found = _PALINDROME.fullmatch(prompt.question)
    return Reply("yes" if found[1] == found[1][::-1] else "no") if found else None


def unwrapped_shift(prompt: Prompt) -> Reply | None:
    """Shifts code points: what is pushed beyond z becomes punctuation."""
    found = _SHIFT.fullmatch(prompt.question)
    return Reply("".join(chr(ord(letter) + int(found[2])) for letter in found[1])) if found else None


def four_vowels(prompt: Prompt) -> Reply | None:
    """Counts vowels in lower case and forgets that u is one."""
    found = _VOWELS.fullmatch(prompt.question)
    return Reply(str(sum(letter in "aeio" for letter in found[1]))) if found else None


def plain_reverse(prompt: Prompt) -> Reply | None:
    """Reverses characters of any kind."""
    found = _REVERSE.fullmatch(prompt.question)
    return Reply(found[1][::-1]) if found else None


def plain_count(prompt: Prompt) -> Reply | None:
    """Counts a letter in whatever case, with and without an accent."""
    found = _COUNT.fullmatch(prompt.question)
    return Reply(str(normalize("NFD", found[2].casefold()).count(found[1]))) if found else None


def caseless_order(prompt: Prompt) -> Reply | None:
    """Sorts letters in whatever case."""
    found = _ORDER.fullmatch(prompt.question)
    return Reply("".join(sorted(found[1].casefold()))) if found else None


def letters_palindrome(prompt: Prompt) -> Reply | None:
    """Compares letters only, in whatever case."""
    found = _PALINDROME.fullmatch(prompt.question)
    letters = [c for c in found[1].casefold() if c.isalpha()] if found else []
    return Reply("yes" if letters == letters[::-1] else "no", (" ".join(letters),)) if found else None


def wrapped_shift(prompt: Prompt) -> Reply | None:
    """Shifts letters and starts again at a after z."""
    found = _SHIFT.fullmatch(prompt.question)
    return Reply("".join(_moved(letter, int(found[2])) for letter in found[1])) if found else None


def _moved(letter: str, by: int) -> str:
    return chr((ord(letter) - ord("a") + by) % 26 + ord("a"))


def five_vowels(prompt: Prompt) -> Reply | None:
    """Counts vowels in whatever case; at a second attempt it takes y for one as well."""
    found = _VOWELS.fullmatch(prompt.question)
    vowels = "aeiou" if prompt.attempt == 1 else "aeiouy"
    return Reply(str(sum(letter in vowels for letter in found[1].casefold()))) if found else None
