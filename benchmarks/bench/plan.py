"""What a run consists of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from PIL import Image

from . import page, processes
from .adapters import NAMES, adapter
from .grammar_plan import grammar_steps
from .large_plan import BEFORE, large_steps
from .live_plan import MOSAIC, live_steps
from .log_plan import LOG_SIZES, RIVAL, log_steps
from .settings import BYTES_CELLS, PNG_CELLS, PROCESS_CELLS, RUNS, VIEW_CELLS
from .step import Step
from .store import Run

FIGURES = ("import", "process", "bytes", "png", "colour", "view", "large", "grammar", "live", "logs")
PNG_SCALE = 2


def steps(figures: list[str], libraries: list[str], cells: list[int], limit: int | None = None) -> Iterator[Step]:
    """All steps of the figures for these libraries at those of these sizes at which they are measured."""
    for figure in figures:
        if figure.startswith("logs"):
            yield from log_steps(figure, libraries, cells, limit)
            continue
        if figure.startswith("grammar"):
            yield from grammar_steps(figure, libraries, limit)
            continue
        if figure.startswith("live"):
            yield from live_steps(figure, libraries, limit)
            continue
        if figure.startswith("large"):
            yield from large_steps(figure, libraries, limit)
            continue
        sizes, runs, measure, can = _PLAN[figure]
        for size in [s for s in sizes if s in cells or s == 0]:
            for name in [n for n in libraries if n in NAMES and can(n)]:
                yield Step(figure, name, size, lambda m=measure, n=name, s=size: m(n, s), min(runs, limit or runs))  # type: ignore[misc]


def _view(name: str, cells: int) -> Run:
    record = page.view(name, _html(name, cells), cells)
    if adapter(name).bare_html is None:
        return record
    return record | {"colour": page.colours(name, processes.write(name, "bare_html", cells)[0], cells)}


@cache
def _html(name: str, cells: int) -> Path:
    return processes.write(name, "html", cells)[0]


def _png_colour(name: str, cells: int) -> Run:
    """A PNG read back; places come from the SVG of the same picture, which is padded on all sides."""
    bare = "" if adapter(name).bare_png is None else "bare_"
    png, svg = (processes.write(name, f"{bare}{kind}", cells)[0] for kind in ("png", "svg"))
    geometry, width = page.layout(name, svg)
    with Image.open(png) as image:
        padding = (image.width / PNG_SCALE - width) / 2
    return {"colour": geometry and geometry.scaled(PNG_SCALE, padding).errors(png, cells)}


def _any(_: str) -> bool:
    return True


_PLAN: dict[str, tuple[tuple[int, ...], int, Callable[[str, int], Run], Callable[[str], bool]]] = {
    "import": ((0,), 1, lambda name, _: processes.import_time(name), _any),
    "process": ((PROCESS_CELLS,), RUNS, processes.html_process, _any),
    "bytes": ((BYTES_CELLS,), 1, processes.html_bytes, _any),
    "png": (PNG_CELLS, RUNS, processes.png_pair, lambda name: adapter(name).png is not None),
    "colour": (VIEW_CELLS, 1, _png_colour, lambda name: adapter(name).svg is not None),
    "view": (VIEW_CELLS, RUNS, _view, _any),
}
ALL_CELLS = sorted({size for sizes, *_ in _PLAN.values() for size in (*sizes, *LOG_SIZES) if size})
ALL_LIBRARIES = [*NAMES, MOSAIC, RIVAL, BEFORE]
