"""PNG, as far as it is needed: pixels into a file, text into a file (PNG specification, third edition)."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER_END = len(SIGNATURE) + 25
EIGHT_BIT_RGBA = b"\x08\x06\x00\x00\x00"
LEVEL = 4


def encode_png(rgba: bytes, width: int, height: int) -> bytes:
    """A PNG of 8-bit pixels with alpha, given row by row."""
    stride = 4 * width
    rows = b"".join(b"\0" + rgba[at : at + stride] for at in range(0, stride * height, stride))
    header = _chunk(b"IHDR", struct.pack(">II", width, height) + EIGHT_BIT_RGBA)
    return SIGNATURE + header + _chunk(b"IDAT", zlib.compress(rows, LEVEL)) + _chunk(b"IEND", b"")


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def with_text(png: bytes, keyword: str, text: str) -> bytes:
    """The PNG with an iTXt chunk after its header."""
    body = keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
    return png[:HEADER_END] + _chunk(b"iTXt", body) + png[HEADER_END:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
