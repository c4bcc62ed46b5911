"""SVG to PNG with the package's own font, and no browser."""

from __future__ import annotations

from inspect_viz._util.ending import native_work

from ._assets import asset
from ._figure import Figure
from ._pixels import size_of, with_text
from ._still import FAMILY, FONTS, PAPER, still

MOST_PIXELS = 200_000_000


def rasterize(figure: Figure, scale: float, padding: float) -> tuple[bytes, int, int]:
    """PNG bytes of a drawn picture, and its width and height in pixels."""
    import resvg_py

    _check_pixels(figure.drawing.width + 2 * padding, figure.drawing.height + 2 * padding, scale)
    with native_work():
        png = bytes(
            resvg_py.svg_to_bytes(
                svg_string=still(figure.drawing, padding),
                zoom=scale,
                background=PAPER,
                skip_system_fonts=figure.drawing.covered,
                font_files=[str(asset(name)) for name in FONTS],
                font_family=FAMILY,
                sans_serif_family=FAMILY,
            )
        )
    return with_text(png, "Source", figure.metadata), *size_of(png)


def _check_pixels(width: float, height: float, scale: float) -> None:
    across, down = round(width * scale), round(height * scale)
    if across * down > MOST_PIXELS:
        raise ValueError(
            f"scale={scale!r} makes a PNG of {across} x {down} pixels, more than {MOST_PIXELS:,}; take a smaller one"
        )
