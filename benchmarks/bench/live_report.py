"""The section of RESULTS.md about living pictures."""

from __future__ import annotations

from collections.abc import Iterator

from .live_brush import percentile
from .live_plan import LIVE_FIGURES, NAMES, OURS, Live
from .settings import RUNS
from .store import Store

TITLE = "## Living pictures"
HEAD = """{title}

Two linked histograms that a brush filters, {runs} runs in fresh browsers and kernels; percentiles over the moves of all
runs, otherwise medians. "-": not measured, "x": failed, with the reason below. How it is measured stands in
[README.md](README.md).
"""
TABLE = (
    f"| figure | rows or cells | {' | '.join(NAMES)} | ours / best peer | to reach | reached |",
    f"|---|---:|{'---:|' * len(NAMES)}---:|---:|---|",
)
FORMS = {"s": "{:.2f} s", "MB": "{:.2f} MB", "kB": "{:,.0f} kB", "ms": "{:.0f} ms", "": "{:.0f}"}
BYTES = {"MB": 1e6, "kB": 1e3}


def live_section(store: Store, machine: list[str]) -> list[str]:
    """The lines of the section."""
    lines = [_line(store, each) for each in LIVE_FIGURES]
    about = [*(f"* {line}" for line in machine), ""]
    return [HEAD.format(title=TITLE, runs=RUNS), *about, *TABLE, *lines, "", *_errors(store)]


def _line(store: Store, each: Live) -> str:
    found = {name: _value(store, each, name) for name in NAMES}
    ours, peers = found[OURS], [v for name, v in found.items() if name != OURS and v is not None]
    ratio = f"{ours / min(peers):.2f}" if ours is not None and peers else ""
    shown = [_shown(store, each, name, value) for name, value in found.items()]
    parts = (each.words, f"{each.size:,}", *shown, ratio, _goal(each), _reached(each, ours, peers))
    return f"| {' | '.join(parts)} |"


def _value(store: Store, each: Live, name: str) -> float | None:
    """A percentile of what the runs list, or the median of what they tell."""
    told = [run[each.field] for run in store.runs(each.figure, name, each.size) if run.get(each.field) is not None]
    values = [float(v) for one in told for v in (one if isinstance(one, list) else [one])]
    value = percentile(values, each.share)
    return value if value is None else value / BYTES.get(each.unit, 1)


def _shown(store: Store, each: Live, name: str, value: float | None) -> str:
    failed = any("error" in run for run in store.runs(each.figure, name, each.size))
    return FORMS[each.unit].format(value) if value is not None else "x" if failed else "-"


def _goal(each: Live) -> str:
    if not each.limit:
        return ""
    return "none" if not each.unit else FORMS[each.unit].format(each.limit) + (", ahead" if each.is_ahead else "")


def _reached(each: Live, ours: float | None, peers: list[float]) -> str:
    if ours is None or not each.limit:
        return ""
    is_slower = each.is_ahead and ours > min(peers, default=ours)
    return "yes" if ours <= each.limit and not is_slower else "**no**"


def _errors(store: Store) -> Iterator[str]:
    found = {key: problem for key, problem in store.errors().items() if key.startswith("live")}
    yield from (f"* `{key}`: {problem}" for key, problem in found.items())
    for figure, size in dict.fromkeys((each.figure, each.size) for each in LIVE_FIGURES):
        yield from _undrawn(store, figure, size)
    yield ""


def _undrawn(store: Store, figure: str, size: int) -> Iterator[str]:
    """Of libraries that did not draw at the first attempt."""
    for name in NAMES:
        runs = [run["undrawn"] for run in store.runs(figure, name, size) if "undrawn" in run]
        if failed := [problem for run in runs for problem in run]:
            tried = f"{len(failed)} of {len(failed) + len(runs)} cells drew nothing"
            yield f"* `{figure}|{name}|{size}`: {tried}, and were run anew: {failed[0]}"
