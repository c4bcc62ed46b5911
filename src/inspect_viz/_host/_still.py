"""An SVG for programs that draw it on pixels or paper: the package's font, room around it, nothing from outside."""

from __future__ import annotations

import re

from ._drawing import Drawing

FONTS = ("fonts/Arimo_400Regular.ttf", "fonts/Arimo_700Bold.ttf")
FAMILY = "Arimo"
PAPER = "#ffffff"
OUTSIDE = re.compile(r'(<image\b(?:[^>"]|"[^"]*")*?) (?:xlink:)?href="(?!data:)[^"]*"')


def still(drawing: Drawing, padding: float) -> str:
    """The svg with `padding` units around it, and without images of files and addresses."""
    return OUTSIDE.sub(r"\1", _padded(drawing, padding))


def _padded(drawing: Drawing, padding: float) -> str:
    d = drawing
    size = f'width="{d.width}" height="{d.height}" viewBox="0 0 {d.width} {d.height}"'
    w, h = d.width + 2 * padding, d.height + 2 * padding
    return d.svg.replace(size, f'width="{w}" height="{h}" viewBox="{-padding} {-padding} {w} {h}"', 1)
