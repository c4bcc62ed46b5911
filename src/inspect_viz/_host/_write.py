"""Pictures into files and texts: the functions behind `inspect_viz.plot` and `Component.save`."""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from inspect_viz._engine import Stop
from inspect_viz._spec.signature import as_in
from inspect_viz._util.atomic import write_bytes, write_text
from inspect_viz._util.suggest import did_you_mean, listing

from ._figure import draw

if TYPE_CHECKING:
    from inspect_viz._engine import Limits
    from inspect_viz._spec.nodes import Drawable

SUFFIXES = (".html", ".svg", ".png", ".pdf")


def to_html(
    component: Drawable,
    dependencies: bool = True,
    *,
    extra_head: str = "",
    limits: Limits | None = None,
    engine: Literal["inline"] | None = "inline",
) -> str:
    """A picture as HTML.

    Args:
        component: The picture.
        dependencies: True gives a complete page with the runtime inside, which needs no network. False gives only
            the figure, for a page that already holds the runtime of another picture.
        extra_head: HTML that is put into the page's head as it is. The page's security policy stays: scripts in it
            do not run.
        limits: What the questions to the data may take; `Limits()` where not given.
        engine: Who answers, in a picture with inputs or interactors, what the page does not know beforehand: DuckDB
            inside of the page ("inline", 11 MB), or nobody (None). Pages that know all answers carry no engine.

    Raises:
        TypeError: If `component` is not a picture.
        ValueError: If `engine` is none of these.
        DrawingError: If it cannot be drawn, within its limits.
    """
    from ._page import fragment, page

    _check_component(component)
    _check_engine(engine, ("inline",))
    if not isinstance(extra_head, str):
        raise TypeError(f"extra_head={extra_head!r} must be text")
    return page(component, extra_head, limits, engine or "none").html if dependencies else fragment(component, limits)


def write_html(
    file: str | os.PathLike[str],
    component: Drawable,
    dependencies: bool = True,
    *,
    limits: Limits | None = None,
    engine: Literal["sidecar", "inline"] | None = "sidecar",
) -> None:
    """Write a picture as one HTML file; see `to_html`.

    Args:
        file: Where to write.
        component: The picture.
        dependencies: As `to_html`.
        limits: As `to_html`.
        engine: As `to_html`, or "sidecar": DuckDB in a file of 11 MB beside the page, which all pages in its folder
            share. It is written only where the page needs it.
    """
    from ._engine_files import write_sidecar
    from ._page import Page, fragment, page

    path = _path(file, ".html", ".htm")
    _check_component(component)
    _check_engine(engine, ("sidecar", "inline"))
    made = page(component, "", limits, engine or "none") if dependencies else Page(fragment(component, limits), False)
    if made.needs_sidecar:
        write_sidecar(path.parent)
    write_text(path, made.html)


def write_svg(file: str | os.PathLike[str], component: Drawable, *, limits: Limits | None = None) -> None:
    """Write a picture as SVG: presentation attributes only, no script, an opaque background.

    Args:
        file: Where to write.
        component: The picture.
        limits: What the questions to the data may take; `Limits()` where not given.

    Raises:
        DrawingError: If the picture cannot be drawn, within its limits.
    """
    path = _path(file, ".svg")
    _check_component(component)
    write_text(path, draw(component, limits=limits).drawing.svg + "\n")


def write_png(
    file: str | os.PathLike[str] | None,
    component: Drawable,
    scale: float = 2,
    padding: float = 8,
    *,
    limits: Limits | None = None,
) -> tuple[bytes, int, int] | tuple[int, int]:
    """Write a picture as PNG; no browser is needed.

    Args:
        file: Where to write; None returns the bytes instead.
        component: The picture.
        scale: Pixels for each unit of the picture's width and height.
        padding: Space around the picture, in units.
        limits: What the questions to the data may take; `Limits()` where not given.

    Returns:
        Width and height in pixels; with `file=None`, the bytes before them.

    Raises:
        ValueError: If `scale` is not above zero, `padding` is below zero, or either is not finite.
        DrawingError: If the picture cannot be drawn, within its limits.
    """
    return _png(file, component, scale, padding, limits)


def _png(
    file: str | os.PathLike[str] | None,
    component: Drawable,
    scale: float,
    padding: float,
    limits: Limits | None,
    stop: Stop | None = None,
) -> tuple[bytes, int, int] | tuple[int, int]:
    from ._png import rasterize

    path = None if file is None else _path(file, ".png")
    _check_component(component)
    _check_number("scale", scale, least=0.01)
    _check_number("padding", padding, least=0)
    png, width, height = rasterize(draw(component, scale=scale, limits=limits, stop=stop), scale, padding)
    if path is None:
        return png, width, height
    write_bytes(path, png)
    return width, height


@as_in(write_png)
async def write_png_async(
    file: str | os.PathLike[str] | None,
    component: Drawable,
    scale: float = 2,
    padding: float = 8,
    *,
    limits: Limits | None = None,
) -> tuple[bytes, int, int] | tuple[int, int]:
    """`write_png` for use inside a running event loop, which it does not block; its work ends with its task."""
    import asyncio

    stop = Stop()
    try:
        return await asyncio.to_thread(_png, file, component, scale, padding, limits, stop)
    except asyncio.CancelledError:
        stop.now()
        raise


def write_pdf(
    file: str | os.PathLike[str] | None,
    component: Drawable,
    padding: float = 0,
    *,
    scale: float = 3,
    author: str = "",
    limits: Limits | None = None,
) -> bytes | None:
    """Write a picture as PDF: one page of its size, vectors, text that can be selected; needs `inspect-viz[pdf]`.

    Args:
        file: Where to write; None returns the bytes instead.
        component: The picture.
        padding: Space around the picture, in units of 1/96 inch.
        scale: Pixels for each unit where many cells are drawn as pixels; all else has no resolution.
        author: Who made it, for the document's properties; its title is the picture's.
        limits: What the questions to the data may take; `Limits()` where not given.

    Raises:
        ImportError: If the package typst is not installed.
        ValueError: If `scale` is not above zero, `padding` is below zero, or either is not finite.
        DrawingError: If the picture cannot be drawn, within its limits.
    """
    from ._pdf import check_installed, paper

    path = None if file is None else _path(file, ".pdf")
    _check_component(component)
    _check_number("scale", scale, least=0.01)
    _check_number("padding", padding, least=0)
    if not isinstance(author, str):
        raise TypeError(f"author={author!r} must be text")
    check_installed()
    made = paper(draw(component, scale=scale, limits=limits), padding, author)
    if path is None:
        return made
    write_bytes(path, made)
    return None


def save(component: Drawable, path: str | os.PathLike[str], limits: Limits | None = None) -> None:
    """Write a picture in the format that the path's ending names: .html, .svg, .png or .pdf."""
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"path must be a path such as 'picture.svg', not {type(path).__name__}")
    suffix = Path(path).suffix.lower()
    if suffix == ".png":
        write_png(path, component, limits=limits)
    elif suffix == ".pdf":
        write_pdf(path, component, limits=limits)
    elif suffix == ".svg":
        write_svg(path, component, limits=limits)
    elif suffix in (".html", ".htm"):
        write_html(path, component, limits=limits)
    else:
        raise ValueError(
            f"path={os.fspath(path)!r}: pictures are saved as {listing(SUFFIXES)}.{did_you_mean(suffix, SUFFIXES)}"
        )


def _check_component(component: object) -> None:
    from inspect_viz._spec.nodes import NODES

    if not isinstance(getattr(component, "node", None), NODES):
        raise TypeError(
            f"component must be a picture such as plot(...) or sample_heatmap(...), not {type(component).__name__}"
        )


def _check_engine(engine: object, known: tuple[str, ...]) -> None:
    if engine is not None and engine not in known:
        raise ValueError(f"engine={engine!r} must be {listing(known)} or None.{did_you_mean(str(engine), known)}")


def _check_number(name: str, value: object, least: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name}={value!r} must be a number")
    if not math.isfinite(value) or value < least:
        raise ValueError(f"{name}={value!r} must be a finite number of at least {least}")


def _path(file: str | os.PathLike[str], *endings: str) -> Path:
    if not isinstance(file, str | os.PathLike):
        raise TypeError(f"file must be a path, not {type(file).__name__}; the picture comes second")
    path = Path(file)
    if "\0" in os.fspath(file):
        raise ValueError(f"file={os.fspath(file)!r} is no path: it holds a NUL character")
    if path.suffix.lower() not in endings:
        raise ValueError(f"file={os.fspath(file)!r} must end in {' or '.join(endings)}")
    if path.is_dir():
        raise IsADirectoryError(f"file={os.fspath(file)!r} is a folder")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"file={os.fspath(file)!r}: the folder {str(path.parent)!r} does not exist")
    return path
