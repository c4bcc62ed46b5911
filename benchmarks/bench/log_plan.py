"""What is measured about reading logs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from .log_process import new_folder, read
from .processes import Failed
from .settings import LOG_LIMIT_S, LOG_RUNS
from .step import Step
from .store import Run

OURS, RIVAL = "ours", "inspect_ai"
SMALL, DOUBLED, LARGE = 20_000, 40_000, 1_000_000
"""Samples in 20, 40 and 1,000 logs."""


def _cores(library: str) -> Run:
    return read(library, "all", "plain", 2) | {"one_core_s": _seconds(library, "plain")}


def _million(library: str) -> Run:
    return read(library, "all", "million", 2) | {"one_core_s": _seconds(library, "million")}


def _beside_plain(folder: str, library: str) -> Run:
    return read(library, "all", folder) | {"plain_s": _seconds(library, "plain")}


def _seconds(library: str, folder: str, cores: int = 1) -> float:
    return float(read(library, "all", folder, cores)["seconds"])


def _cached(cores: int, library: str) -> Run:
    """Without a cache, with an empty one, and with that one again: `seconds` is the last."""
    caches = new_folder()
    plain = _seconds(library, "plain", cores)
    first = read(library, "all", "plain", cores, "on", caches)["seconds"]
    if not (size := _bytes(caches)):
        raise Failed("nothing was written to XDG_CACHE_HOME")
    second = read(library, "all", "plain", cores, "on", caches)
    return second | {"plain_s": plain, "first_s": first, "cache_mb": size / 1e6}


def _bytes(folder: Path) -> int:
    return sum(os.path.getsize(Path(at) / name) for at, _, names in os.walk(folder) for name in names)


def _prepared(library: str) -> Run:
    """inspect_ai has the small table only."""
    return read(library, "prepare", "million" if library == OURS else "plain")


_ROWS: dict[str, tuple[tuple[tuple[str, int], ...], Callable[[str], Run]]] = {
    "logs-all": (((OURS, SMALL), (RIVAL, SMALL)), lambda name: read(name, "all", "plain")),
    "logs-heatmap": (((OURS, SMALL), (RIVAL, SMALL)), lambda name: read(name, "heatmap", "plain")),
    "logs-cores": (((OURS, SMALL),), _cores),
    "logs-cache": (((OURS, SMALL),), partial(_cached, 1)),
    "logs-cache-two-cores": (((OURS, SMALL),), partial(_cached, 2)),
    "logs-transcripts": (((OURS, SMALL),), partial(_beside_plain, "transcripts")),
    "logs-doubled": (((OURS, DOUBLED),), partial(_beside_plain, "doubled")),
    "logs-prepare": (((OURS, LARGE), (RIVAL, SMALL)), _prepared),
    "logs-million": (((OURS, LARGE),), _million),
}
"""Libraries with the number of samples they get, and one run."""
LOG_FIGURES = tuple(_ROWS)
LOG_SIZES = (SMALL, DOUBLED, LARGE)


def log_steps(figure: str, libraries: list[str], sizes: list[int], limit: int | None) -> Iterator[Step]:
    """The steps of one of the figures, or of all of them if it is "logs"."""
    for name in LOG_FIGURES if figure == "logs" else (figure,):
        who, measure = _ROWS[name]
        for library, samples in who:
            if library in libraries and samples in sizes:
                runs = min(LOG_RUNS, limit or LOG_RUNS)
                yield Step(name, library, samples, partial(measure, library), runs, LOG_LIMIT_S)
