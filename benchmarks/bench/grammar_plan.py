"""The grammar and its hosts: PDF, wrapped tables, names that Tab lists, the spec of a dashboard."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from .processes import measured
from .settings import ENVIRONMENTS, PNG_CELLS, RUNS, folder
from .step import Step
from .store import Run
from .tables import table_file

OURS = "ours"
ROWS = 10_000_000


@dataclass(frozen=True)
class Grammar:
    """One line of the table: a field of the runs of a figure, and what is to be reached."""

    figure: str
    words: str
    size: int
    field: str
    unit: str
    limit: float


GRAMMAR_FIGURES = (
    *(Grammar("grammar-pdf", "write_pdf in a fresh process", cells, "first_s", "s", 1.0) for cells in PNG_CELLS),
    *(Grammar("grammar-pdf", "write_pdf after it", cells, "second_s", "s", 0.2) for cells in PNG_CELLS),
    Grammar("grammar-wrap", "Data of a pandas frame", ROWS, "pandas_ms", "ms", 100),
    Grammar("grammar-wrap", "Data of an Arrow table", ROWS, "arrow_ms", "ms", 100),
    Grammar("grammar-wrap", "Data of both, memory more", ROWS, "grown_mb", "MB", 10),
    Grammar("grammar-names", "import of every mark, and what Tab lists", 0, "ms", "ms", 150),
    Grammar("grammar-dashboard", "spec of ten plots of four marks, first", 40, "first_ms", "ms", 50),
    Grammar("grammar-dashboard", "spec of ten plots of four marks, then", 40, "ms", "ms", 50),
)
GRAMMAR_NAMES = tuple(dict.fromkeys(each.figure for each in GRAMMAR_FIGURES))


def grammar_steps(figure: str, libraries: list[str], limit: int | None) -> Iterator[Step]:
    """The steps of one of the figures, or of all of them if it is "grammar"."""
    steps = dict.fromkeys((each.figure, each.size) for each in GRAMMAR_FIGURES)
    for name, size in steps:
        if figure in ("grammar", name) and OURS in libraries:
            yield Step(name, OURS, size, partial(_run, name, size), min(RUNS, limit or RUNS))


def _run(figure: str, size: int) -> Run:
    what = figure.removeprefix("grammar-")
    files = [str(table_file(size)), str(folder("pages/pdf") / f"ours_{size}.pdf")] if what == "pdf" else []
    start = time.time()
    _, line = measured(ENVIRONMENTS[OURS], "-m", "bench.grammar_child", what, *files, *([str(size)] * (what == "wrap")))
    told = json.loads(line)
    return told | ({"first_s": told["first_done"] - start} if what == "pdf" else {})
