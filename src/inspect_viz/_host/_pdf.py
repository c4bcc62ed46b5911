"""SVG to PDF by typst: vectors stay vectors, text stays text in the package's own font."""

from __future__ import annotations

import html
import re

from inspect_viz._util.ending import native_work
from inspect_viz._util.text import well_formed

from ._errors import DrawingError
from ._figure import Figure
from ._still import FAMILY, PAPER, still
from ._typst import compiled

INSTALL = "writing PDF needs the package typst: pip install 'inspect-viz[pdf]'"
POINTS = 72 / 96
"""Points of a page for each unit of a picture."""


def check_installed() -> None:
    """Before anything slow begins.

    Raises:
        ImportError: If there is no typst.
    """
    try:
        import typst  # noqa: F401
    except ImportError as error:
        raise ImportError(INSTALL) from error


def paper(figure: Figure, padding: float, author: str) -> bytes:
    """The bytes of a PDF of one page, which has the size of the picture.

    Raises:
        DrawingError: If typst does not take the picture.
    """
    d = figure.drawing
    told = {
        "svg": own_font(still(d, padding)),
        "width": f"{(d.width + 2 * padding) * POINTS}pt",
        "height": f"{(d.height + 2 * padding) * POINTS}pt",
        "paper": PAPER,
        "title": figure.title,
        "author": well_formed(author),
        "about": figure.metadata,
        "alt": f"{figure.title}. {description(d.svg)}".strip(),
    }
    try:
        with native_work():
            return compiled(told, not d.covered)
    except RuntimeError as error:
        raise DrawingError(f"the picture could not be written as PDF: {error}") from error


def own_font(svg: str) -> str:
    """The svg whose texts ask for the package's font first: system fonts only draw what it lacks."""
    return re.sub(r'font-family="[^"]*"', f'font-family="{FAMILY}, sans-serif"', svg, count=1)


def description(svg: str) -> str:
    """What the picture shows, in words."""
    found = re.search(r"<desc>(.*?)</desc>", svg, re.S)
    return html.unescape(found[1]) if found else ""
