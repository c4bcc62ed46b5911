"""Long lists of JSON objects, a few at a time, so that what repeats itself is never in memory all at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from inspect_viz.logs._errors import Damaged

from .decode import decode

LONGEST = 64 << 20
"""Bytes of the longest object in a list that is read piece by piece."""

_BETWEEN = re.compile(rb"\}\s*,\s*(?=\{)")
_SEARCHED = 1 << 16
"""Bytes at the end of a piece in which the end of an object is looked for first."""


def objects_of(pieces: Iterable[bytes], decoder: msgspec.json.Decoder[list[Any]], name: str) -> Iterator[list[Any]]:
    """The records of a list of objects, as many at a time as end in each piece of its text.

    Where a piece is cut is a guess, which the decoder confirms: behind what is no end of an object of this list, since
    it lies in a text or deeper, quotes or brackets are open.

    Args:
        pieces: The text.
        decoder: Decodes a list of objects.
        name: What errors call it.

    Raises:
        Damaged: If a piece cannot be cut, or is not what is expected. Whether the whole list is, is not known then.
    """
    rest, opening = b"", b""
    for piece in pieces:
        rest += piece
        cut = _last_end(rest)
        if cut is not None:
            yield decode(opening + rest[: cut.start() + 1] + b"]", decoder, name)
            rest, opening = rest[cut.end() :], b"["
        elif len(rest) > LONGEST:
            raise Damaged(f"{name} is no list of objects, or one of them is longer than {LONGEST:,} bytes")
    yield decode(opening + rest, decoder, name)


def _last_end(text: bytes) -> re.Match[bytes] | None:
    """Where the last object of a text ends behind which another one begins."""
    length = _SEARCHED
    while (found := _last(text, len(text) - length)) is None and length < len(text):
        length *= 4
    return found


def _last(text: bytes, start: int) -> re.Match[bytes] | None:
    found = None
    for found in _BETWEEN.finditer(text, max(0, start)):  # noqa: B007
        pass
    return found
