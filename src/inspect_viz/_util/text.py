"""Text that every encoding can hold, and counts in words."""

from __future__ import annotations


def well_formed(text: str) -> str:
    """The text with U+FFFD in place of each half of a surrogate pair that stands alone; UTF-8 cannot hold those."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def many(count: int, noun: str) -> str:
    """For instance "1,741 rows"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
