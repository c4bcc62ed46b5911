"""An SVG for programs that draw it on pixels or paper: the package's font, room around it, nothing from outside."""

from __future__ import annotations

import re
from base64 import b64decode

from ._drawing import Drawing
from ._pixels import size_of

FONTS = ("fonts/Arimo_400Regular.ttf", "fonts/Arimo_700Bold.ttf")
FAMILY = "Arimo"
PAPER = "#ffffff"
OUTSIDE = re.compile(r'(<image\b(?:[^>"]|"[^"]*")*?) (?:xlink:)?href="(?!data:)[^"]*"')
PIXELATED = re.compile(r'<image\b[^>]* image-rendering="pixelated"[^>]*>')
"""As resvg has it in style sheets; of attributes it knows `optimizeSpeed`, which says the same."""
HEAD = re.compile(r'href="data:image/png;base64,([A-Za-z0-9+/]{32})')


def still(drawing: Drawing, padding: float) -> str:
    """The svg with `padding` units around it, without images of files and addresses; large pixels keep their edges."""
    return PIXELATED.sub(_edged, OUTSIDE.sub(r"\1", _padded(drawing, padding)))


def _edged(image: re.Match[str]) -> str:
    head, width = HEAD.search(image[0]), re.search(r' width="([\d.]+)"', image[0])
    if head is None or width is None or size_of(b64decode(head[1]))[0] >= float(width[1]):
        return image[0]
    return image[0].replace('image-rendering="pixelated"', 'image-rendering="optimizeSpeed"')


def _padded(drawing: Drawing, padding: float) -> str:
    d = drawing
    size = f'width="{d.width}" height="{d.height}" viewBox="0 0 {d.width} {d.height}"'
    w, h = d.width + 2 * padding, d.height + 2 * padding
    return d.svg.replace(size, f'width="{w}" height="{h}" viewBox="{-padding} {-padding} {w} {h}"', 1)
