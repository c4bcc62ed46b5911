"""Text that every encoding can hold."""

from __future__ import annotations


def well_formed(text: str) -> str:
    """The text with U+FFFD in place of each half of a surrogate pair that stands alone; UTF-8 cannot hold those."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
