"""Living pictures: linked histograms in a page and in JupyterLab, beside peers; sizes of outputs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from .live_brush import Undrawn, brushed, rested
from .live_cells import CELLS
from .live_lab import is_busy, keep_busy, notebook
from .live_page import brushed_page, chosen_page
from .processes import Failed, measured
from .settings import ENVIRONMENTS, RUNS
from .step import Step
from .store import Run
from .tables import table_file

OURS, MOSAIC, PUBLISHED = "ours", "mosaic-widget", "inspect_viz 0.4.2"
NAMES = tuple(CELLS)
ROWS, MANY, HEATMAP = 200_000, 10_000_000, 20_000
HALF, P95 = 0.5, 0.95
ATTEMPTS = 3


@dataclass(frozen=True)
class Live:
    """One line of the table: a field of the runs of a figure, and what is to be reached (0: nothing)."""

    figure: str
    words: str
    size: int
    field: str
    unit: str
    limit: float = 0
    share: float = HALF
    """Which percentile of a list, over all runs."""
    is_ahead: bool = False
    """Whether it also has to be ahead of all peers."""


def _brushed(figure: str, size: int, limit: float, where: str, is_ahead: bool = False) -> Iterator[Live]:
    words = f"{where}: brush move until the linked picture is drawn"
    yield Live(figure, f"{words}, p95", size, "ms", "ms", limit, P95, is_ahead)
    yield Live(figure, f"{words}, p50", size, "ms", "ms")


def _in_lab(figure: str, size: int, limit: float, where: str, is_ahead: bool = False) -> Iterator[Live]:
    yield from _brushed(figure, size, limit, where, is_ahead)
    for field, words in (
        ("ask_ms", "until the kernel is asked"),
        ("kernel_ms", "until its answer is there"),
        ("draw_ms", "until it is drawn"),
    ):
        yield Live(figure, f"{where}: of this {words}, p50", size, field, "ms")
    yield Live(figure, f"{where}: first move until the linked picture is drawn", size, "first_ms", "ms")
    yield Live(figure, f"{where}: cell run until the pair is drawn", size, "drawn_s", "s")


PAGE, LAB, BUSY = "page with WASM", "JupyterLab", "JupyterLab, another cell is busy"
LIVE_FIGURES = (
    Live("live-page", f"{PAGE}: first picture", ROWS, "picture_s", "s", 0.3),
    Live("live-page", f"{PAGE}: first new answer", ROWS, "answer_s", "s", 3.5),
    *_brushed("live-page", ROWS, 60, PAGE),
    *_in_lab("live-notebook", ROWS, 60, LAB, True),
    *_in_lab("live-large", MANY, 100, LAB, True),
    Live("live-busy", f"{BUSY}: exact answer of the kernel when a brush rests, p95", MANY, "answer_ms", "ms", 150, P95),
    Live("live-busy", f"{BUSY}: exact answer of the kernel when a brush rests, p50", MANY, "answer_ms", "ms"),
    *_brushed("live-busy", MANY, 0, BUSY),
    Live("live-bytes", "output of a heatmap in a notebook, first", HEATMAP, "first_bytes", "MB", 1.0),
    Live("live-bytes", "output of a heatmap in a notebook, each further", HEATMAP, "further_bytes", "MB", 0.4),
    Live("live-bytes", "page with a select of 8: all files", ROWS, "bytes", "kB", 600),
    Live("live-bytes", "page with a select of 8: files beside it (the engine)", ROWS, "beside", "", 0.5),
    Live("live-bytes", "page with a select of 8: open until alive", ROWS, "alive_s", "s", 0.5),
    Live("live-bytes", "page with a select of 8: choice until drawn", ROWS, "chosen_ms", "ms"),
)
LIVE_NAMES = tuple(dict.fromkeys(each.figure for each in LIVE_FIGURES))


def live_steps(figure: str, libraries: list[str], limit: int | None) -> Iterator[Step]:
    """The steps of one of the figures, or of all of them if it is "live"."""
    for name, size, of, measure in _PLAN:
        for library in [each for each in of if each in libraries and figure in ("live", name)]:
            runs = 1 if (name, size) == ("live-bytes", HEATMAP) else min(RUNS, limit or RUNS)
            yield Step(name, library, size, partial(measure, library, size), runs)


def _notebook(library: str, rows: int) -> Run:
    """A cell that draws nothing is run anew, in another kernel, and told of."""
    undrawn: list[str] = []
    while True:
        try:
            with notebook(library, rows) as (page, seconds):
                return brushed(page) | {"drawn_s": seconds, "undrawn": undrawn}
        except Undrawn as problem:
            undrawn.append(str(problem)[:200])
            if len(undrawn) == ATTEMPTS:
                raise


def _busy(library: str, rows: int) -> Run:
    with notebook(library, rows) as (page, _):
        keep_busy(page)
        found = brushed(page) | {"answer_ms": rested(page)}
        if not is_busy(page):
            raise Failed("the cell that was to be busy has ended")
        return found


def _output(_: str, cells: int) -> Run:
    return dict(json.loads(measured(ENVIRONMENTS[OURS], "-m", "bench.live_child", "output", str(table_file(cells)))[1]))


_PLAN: tuple[tuple[str, int, tuple[str, ...], Callable[[str, int], Run]], ...] = (
    ("live-page", ROWS, (OURS,), lambda _, rows: brushed_page(rows)),
    ("live-notebook", ROWS, NAMES, _notebook),
    ("live-large", MANY, (OURS, MOSAIC), _notebook),
    ("live-busy", MANY, (OURS,), _busy),
    ("live-bytes", HEATMAP, (OURS,), _output),
    ("live-bytes", ROWS, (OURS,), lambda _, rows: chosen_page(rows)),
)
