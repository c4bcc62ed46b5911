"""The section of RESULTS.md about reading logs."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .goals import Show
from .log_plan import DOUBLED, LARGE, OURS, RIVAL, SMALL
from .settings import LOG_RUNS
from .store import Store

TITLE = "## Reading logs"
HEAD = """{title}

Medians of {runs} runs (least - most), on one core unless two are named. "times": how many times as fast as what stands
beside it. How it is measured stands in [README.md](README.md).
"""
Values = Sequence[float]


def duration(value: float) -> str:
    """0.0123 s, three digits."""
    return f"{value:.3g} s"


@dataclass(frozen=True)
class Row:
    """One line: our runs, and those of what ours has to be `factor` times as fast as, or a limit."""

    figure: str
    samples: int
    ours: Values
    beside: str = ""
    others: Values = ()
    factor: float = 0
    limit: float | None = None
    show: Show = duration

    @property
    def times(self) -> float | None:
        """How many times as fast as the others, from the medians."""
        return statistics.median(self.others) / statistics.median(self.ours) if self.ours and self.others else None

    @property
    def reached(self) -> bool | None:
        """None if not measured."""
        if self.limit is not None:
            return statistics.median(self.ours) <= self.limit if self.ours else None
        return None if self.times is None else self.times >= self.factor


def megabytes(value: float) -> str:
    """1,500 MB."""
    return f"{value:,.0f} MB"


def log_rows(store: Store) -> Iterator[Row]:
    """All lines, in the order of the project's table."""

    def ours(
        figure: str, samples: int = SMALL, field: str = "seconds", library: str = OURS, scale: float = 1
    ) -> Values:
        return [run[field] * scale for run in store.runs(figure, library, samples) if field in run]

    def theirs(figure: str, scale: float = 1) -> Values:
        return ours(figure, library=RIVAL, scale=scale)

    for figure, what, factor in (("logs-all", "all columns", 20), ("logs-heatmap", "four columns", 50)):
        yield Row(f"{what}, one core", SMALL, ours(figure), "samples_df", theirs(figure), factor)
    for figure, samples in (("logs-cores", SMALL), ("logs-million", LARGE)):
        one = ours(figure, samples, "one_core_s")
        yield Row("all columns, two cores", samples, ours(figure, samples), "one core", one, 1.7)
    for figure, what in (("logs-cache", "one core"), ("logs-cache-two-cores", "two cores")):
        for field, first in (("plain_s", "first read without cache"), ("first_s", "first read with cache")):
            yield Row(f"second read with cache, {what}", SMALL, ours(figure), first, ours(figure, field=field), 20)
    yield Row("all columns, two cores", LARGE, ours("logs-million", LARGE), limit=12)
    peak = ours("logs-million", LARGE, "peak_mb")
    yield Row("peak memory of all processes, two cores", LARGE, peak, limit=1500, show=megabytes)
    scaled = theirs("logs-prepare", LARGE / SMALL)
    name = "model_info, log_viewer, score_to_float"
    yield Row(name, LARGE, ours("logs-prepare", LARGE), f"inspect_ai, {SMALL:,} samples scaled", scaled, 100)
    plain = ours("logs-transcripts", field="plain_s")
    yield Row("50 MB of transcripts in each log", SMALL, ours("logs-transcripts"), "none", plain, 0.9)
    half = ours("logs-doubled", DOUBLED, "plain_s")
    yield Row("40 logs", DOUBLED, ours("logs-doubled", DOUBLED), "20 logs", half, 0.5)


def log_section(store: Store, machine: Sequence[str]) -> list[str]:
    """The lines of the section."""
    return [
        HEAD.format(title=TITLE, runs=LOG_RUNS),
        *(f"* {line}" for line in machine),
        "",
        "| figure | samples | ours | beside | its time | times | to reach | reached |",
        "|---|---:|---:|---|---:|---:|---:|---|",
        *map(_line, log_rows(store)),
        "",
        *(f"* `{key}` failed: {why}" for key, why in store.errors().items() if key.startswith("logs")),
    ]


def _line(row: Row) -> str:
    ours, others = (_spread(values, row) for values in (row.ours, row.others))
    goal = f"{row.factor:g} times" if row.limit is None else f"at most {row.show(row.limit)}"
    times = "" if row.times is None else f"{row.times:.2f}" if row.times < 10 else f"{row.times:,.0f}"
    reached = {True: "yes", False: "**no**", None: "-"}[row.reached]
    beside = others if row.beside else ""
    return f"| {row.figure} | {row.samples:,} | {ours} | {row.beside} | {beside} | {times} | {goal} | {reached} |"


def _spread(values: Values, row: Row) -> str:
    if not values:
        return "-"
    return f"{row.show(statistics.median(values))} ({row.show(min(values))} - {row.show(max(values))})"


def replaced(page: str, section: Sequence[str], title: str = TITLE) -> str:
    """The page with this section in the place of the one it has, or before its tables of all figures."""
    before, found, rest = page.partition(f"{title}\n")
    after = rest[rest.find("\n## ") + 1 :] if found else ""
    if not found:
        before, head, tail = page.partition("## All figures\n")
        after = head + tail
    return before + "\n".join(section).rstrip() + "\n\n" + after
