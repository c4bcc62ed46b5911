"""The section of RESULTS.md about large pictures."""

from __future__ import annotations

from collections.abc import Iterator

from .large_plan import BEFORE, LARGE_FIGURES, OURS, Large
from .settings import RUNS
from .store import Store

TITLE = "## Large pictures"
HEAD = """{title}

Medians of {runs} runs in fresh processes (imports included) and fresh browsers; memory is the peak of the process.
"before": the commit that benchmarks/before.txt names, in the same run. How it is measured
stands in [README.md](README.md).
"""
TABLE = (
    "| figure | cells | ours | before | ours / before | to reach | reached |",
    "|---|---:|---:|---:|---:|---:|---|",
)
FORMS = {"s": "{:.2f} s", "MB": "{:,.0f} MB", "ms": "{:.0f} ms"}
WORDS = {"seconds": "", "ready_s": "", "peak_mb": ", peak memory", "zoom_p95_ms": ", then a frame of a zoom, p95"}


def large_section(store: Store) -> list[str]:
    """The lines of the section."""
    lines = [line for large in LARGE_FIGURES for line in _lines(store, large)]
    return [HEAD.format(title=TITLE, runs=RUNS), *TABLE, *lines, ""]


def _lines(store: Store, large: Large) -> Iterator[str]:
    shape = f"{large.samples:,} x {large.models}"
    for field, unit, limit in large.goals:
        ours, before = (store.median(large.figure, name, large.cells, field) for name in (OURS, BEFORE))
        shown = [_shown(store, large, name, value, unit) for name, value in ((OURS, ours), (BEFORE, before))]
        ratio = "" if ours is None or not before else f"{ours / before:.2f}"
        goal = FORMS[unit].format(limit) if limit else ""
        reached = "" if ours is None or not limit else "yes" if ours <= limit else "**no**"
        yield f"| {large.words}{WORDS[field]} | {shape} | {shown[0]} | {shown[1]} | {ratio} | {goal} | {reached} |"


def _shown(store: Store, large: Large, name: str, value: float | None, unit: str) -> str:
    failed = any("error" in run for run in store.runs(large.figure, name, large.cells))
    return FORMS[unit].format(value) if value is not None else "x" if failed else "-"
