"""Formats of numbers and dates: which texts are ones."""

from __future__ import annotations

import re

from .errors import shown

NUMBER = re.compile(r"(?:.?[<>=^])?[+\-( ]?[$#]?0?\d*,?(?:\.\d+)?~?[a-zA-Z%]?")
NUMBER_TYPES = "%bcdefgnoprsxX"
DATE = re.compile(r"%[-_0]?[a-zA-Z]")
DATE_PARTS = "aAbBcdeFfgGHIjLmMpqQsSuUVwWxXyYZ"


def is_date_format(text: str) -> bool:
    """Whether a format is one of dates."""
    return DATE.search(text) is not None


def check_format(where: str, argument: str, text: str) -> None:
    """Raises ValueError for a text that is no format."""
    if is_date_format(text):
        unknown = [part for part in DATE.findall(text) if part[-1] not in DATE_PARTS]
        if unknown:
            raise ValueError(f"{where}: {argument}={shown(text)} has {unknown[0]!r}, which is no part of a date.")
        return
    kind = text[-1:] if text[-1:].isalpha() or text.endswith("%") else ""
    if not NUMBER.fullmatch(text) or (kind and kind not in NUMBER_TYPES):
        raise ValueError(
            f"{where}: {argument}={shown(text)} is no format of numbers such as ',.2f' or '.0%', nor of dates such as"
            " '%Y-%m-%d'."
        )
