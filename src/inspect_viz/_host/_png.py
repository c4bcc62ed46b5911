"""SVG to PNG with the package's own font, and no browser."""

from __future__ import annotations

import struct
import zlib

from ._assets import asset
from ._figure import Figure

FONTS = ("fonts/Arimo_400Regular.ttf", "fonts/Arimo_700Bold.ttf")
FAMILY = "Arimo"
PAPER = "#ffffff"
IHDR_END = 33


def rasterize(figure: Figure, scale: float, padding: float) -> tuple[bytes, int, int]:
    """PNG bytes of a drawn picture, and its width and height in pixels."""
    import resvg_py

    png = bytes(
        resvg_py.svg_to_bytes(
            svg_string=_padded(figure, padding),
            zoom=scale,
            background=PAPER,
            skip_system_fonts=figure.drawing.covered,
            font_files=[str(asset(name)) for name in FONTS],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
    width, height = struct.unpack(">II", png[16:24])
    return _with_text(png, "Source", figure.metadata), width, height


def _padded(figure: Figure, padding: float) -> str:
    d = figure.drawing
    size = f'width="{d.width}" height="{d.height}" viewBox="0 0 {d.width} {d.height}"'
    w, h = d.width + 2 * padding, d.height + 2 * padding
    return d.svg.replace(size, f'width="{w}" height="{h}" viewBox="{-padding} {-padding} {w} {h}"', 1)


def _with_text(png: bytes, keyword: str, text: str) -> bytes:
    """The PNG with an iTXt chunk after its header (PNG specification, 11.3.4.5)."""
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:IHDR_END] + chunk + png[IHDR_END:]
