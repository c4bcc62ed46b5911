"""Large pictures: ours beside the state before, each in processes and pages of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from .large_page import opened
from .large_tables import large_table
from .processes import measured
from .settings import ENVIRONMENTS, RUNS, folder
from .step import Step
from .store import Run

OURS, BEFORE = "ours", "before"
LIMIT_S = 180.0


@dataclass(frozen=True)
class Large:
    """One line of the table: what is made of how many samples and models, and what is to be reached."""

    figure: str
    words: str
    samples: int
    models: int
    what: str
    goals: tuple[tuple[str, str, float], ...]
    """Field of a run, its unit, and the limit."""

    @property
    def cells(self) -> int:
        """Samples times models."""
        return self.samples * self.models


SECONDS, MEMORY = "seconds", "peak_mb"
TALL, PAGE = "PNG, samples from top to bottom", "HTML on disk"
ZOOM = (("ready_s", "s", 1.4), ("zoom_p95_ms", "ms", 33))
LARGE_FIGURES = (
    Large("large-tall", TALL, 300_000, 3, "tall-png", ((SECONDS, "s", 2), (MEMORY, "MB", 500))),
    Large("large-tall", TALL, 100_000, 10, "tall-png", ((SECONDS, "s", 2), (MEMORY, "MB", 500))),
    Large("large-html", PAGE, 50_000, 20, "html", ((SECONDS, "s", 1.5), (MEMORY, "MB", 0))),
    Large("large-html", PAGE, 100_000, 100, "html", ((SECONDS, "s", 8), (MEMORY, "MB", 1500))),
    Large("large-png", "PNG", 100_000, 100, "png", ((SECONDS, "s", 6), (MEMORY, "MB", 1500))),
    Large("large-open", "page opened until ready", 100_000, 100, "open", ZOOM),
    Large("large-second", "second PNG in a process", 100, 5, "second", ((SECONDS, "s", 0.12),)),
)  # fmt: skip
LARGE_NAMES = tuple(dict.fromkeys(large.figure for large in LARGE_FIGURES))
LARGE_SIZES = tuple(large.cells for large in LARGE_FIGURES)


def large_steps(figure: str, libraries: list[str], limit: int | None) -> Iterator[Step]:
    """The steps of one of the figures, or of all of them if it is "large"."""
    for large in LARGE_FIGURES:
        if figure not in ("large", large.figure):
            continue
        for name in (OURS, BEFORE):
            if name in libraries and (name == OURS or Path(ENVIRONMENTS[BEFORE]).exists()):
                runs = min(RUNS, limit or RUNS)
                yield Step(large.figure, name, large.cells, partial(_run, large, name), runs, LIMIT_S)


def _run(large: Large, name: str) -> Run:
    if large.what == "open":
        return opened(_page(large, name))
    file = folder("pages/large") / f"{name}_{large.cells}.{'html' if large.what == 'html' else 'png'}"
    run, line = _child(large, name, file)
    return run | json.loads(line) if large.what == "second" else run


@cache
def _page(large: Large, name: str) -> Path:
    """The page that the figure "large-html" leaves, or a new one."""
    file = folder("pages/large") / f"{name}_{large.cells}.html"
    if not file.exists():
        _child(Large("", "", large.samples, large.models, "html", ()), name, file)
    return file


def _child(large: Large, name: str, file: Path) -> tuple[Run, str]:
    table = large_table(large.samples, large.models)
    arguments = ("-m", "bench.large_child", large.what, str(table), str(file))
    return measured(ENVIRONMENTS[name], *arguments)
