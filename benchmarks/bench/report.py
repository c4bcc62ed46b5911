"""RESULTS.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from .adapters import NAMES
from .goals import Goal, colour, goals, kilobytes, milliseconds, percentile, seconds, signed_share
from .grammar_report import grammar_section
from .large_report import large_section
from .live_report import live_section
from .log_report import log_section
from .settings import BYTES_CELLS, HOVERS, PNG_CELLS, PROCESS_CELLS, RUNS, VIEW_CELLS
from .step import Step
from .store import Store

HEAD = """# Results

Written by `make bench`; how each figure is measured stands in [README.md](README.md). Medians of {runs} runs; tips:
percentiles over {hovers} moves in each run. "-": not measured, "x": failed, with the reason at the end.
"""
PARTIAL = """
**Interim**: put together from partial runs at different times, {short} of {all} figures with fewer runs.
"""
Entry = Callable[[str, int], str | None]


def report(store: Store, machines: dict[str, list[str]], steps: Sequence[Step]) -> str:
    """The whole page; `machines` of "all", "live" and "logs"; `steps` are those of a complete run."""
    short = sum(not step.over(store.runs(step.figure, step.library, step.cells)) for step in steps)
    head = HEAD.format(runs=RUNS, hovers=HOVERS) + (PARTIAL.format(short=short, all=len(steps)) if short else "")
    parts = (
        _machine(machines["all"]),
        _targets(store),
        large_section(store),
        grammar_section(store),
        live_section(store, machines["live"]),
        log_section(store, machines["logs"]),
        _details(store),
        _errors(store),
    )
    return "\n".join([head, *chain.from_iterable(parts)]) + "\n"


def _machine(lines: list[str]) -> Iterator[str]:
    yield from ["## Machine and versions", "", *(f"* {line}" for line in lines), ""]


def _targets(store: Store) -> Iterator[str]:
    yield "## Targets\n"
    yield "| figure | cells | ours | target | ours / target | best peer | ours / peer | reached |"
    yield "|---|---:|---:|---:|---:|---|---:|---|"
    yield from map(_target, goals(store))
    yield ""


def _target(goal: Goal) -> str:
    ours, target = ("-" if v is None else goal.show(v) for v in (goal.ours, goal.target))
    peer = f"{goal.show(goal.peer[1])} ({goal.peer[0]})" if goal.peer else ""
    ratios = _ratio(goal.ours, goal.target), _ratio(goal.ours, goal.peer and goal.peer[1])
    reached = {True: "yes", False: "**no**", None: "-"}[goal.reached]
    cells = f"{goal.cells:,}" if goal.cells else ""
    return f"| {goal.figure} | {cells} | {ours} | {target} | {ratios[0]} | {peer} | {ratios[1]} | {reached} |"


def _ratio(value: float | None, base: float | None) -> str:
    return "" if value is None or not base else f"{value / base:.2f}"


def _details(store: Store) -> Iterator[str]:
    def median(figure: str, field: str, show: Callable[[float], str] = seconds) -> Entry:
        return lambda name, cells: _shown(store.median(figure, name, cells, field), show)

    def tips(name: str, cells: int) -> str | None:
        values = [percentile(store, name, cells, share) for share in (0.5, 0.95)]
        return None if values[0] is None else " / ".join(milliseconds(v) for v in values if v is not None)

    def colours(figure: str) -> Entry:
        return lambda name, cells: _shown(colour(store, figure, name, cells), signed_share)

    tables: list[tuple[str, str, Entry, tuple[int, ...]]] = [
        ("Page opened until complete and the tip works", "view", median("view", "works_s"), VIEW_CELLS),
        ("Page opened until complete", "view", median("view", "complete_s"), VIEW_CELLS),
        ("The same, CPU time of the browser", "view", median("view", "cpu_s"), VIEW_CELLS),
        ("Still picture painted", "view", median("view", "still_s"), VIEW_CELLS),
        ("Tip after a pointer move, p50 / p95", "view", tips, VIEW_CELLS),
        ("Tips that name the cell under the pointer", "view", lambda *at: _tips_right(store, *at), VIEW_CELLS),
        ("Colour of the page read back: largest error of a region", "view", colours("view"), VIEW_CELLS),
        ("Colour of the PNG read back", "colour", colours("colour"), VIEW_CELLS),
        ("HTML", "bytes", median("bytes", "bytes", kilobytes), (BYTES_CELLS,)),
        ("HTML with 2 kB of prompt per row", "bytes", median("bytes", "prompt_bytes", kilobytes), (BYTES_CELLS,)),
        ("Addresses outside asked for", "view", median("view", "outside", lambda v: f"{v:.0f}"), VIEW_CELLS),
        ("Fresh process to HTML on disk", "process", median("process", "seconds"), (PROCESS_CELLS,)),
        ("PNG in a fresh process", "png", median("png", "first_s"), PNG_CELLS),
        ("Second PNG in the same process", "png", median("png", "second_s"), PNG_CELLS),
        ("Browser started for a PNG", "png", lambda *at: _browsers(store, *at), PNG_CELLS),
        ("Import", "import", median("import", "ms", milliseconds), (0,)),
    ]
    yield "## All figures\n"
    for title, figure, show, sizes in tables:
        yield from _table(store, title, figure, show, sizes)


def _table(store: Store, title: str, figure: str, show: Entry, sizes: tuple[int, ...]) -> Iterator[str]:
    """Libraries x sizes; libraries that have no such figure are left out."""
    yield f"| {title} | " + " | ".join(f"{size:,} cells" if size else "" for size in sizes) + " |"
    yield "|---|" + "---:|" * len(sizes)
    for name in NAMES:
        entries = [show(name, size) or _absent(store, figure, name, size) for size in sizes]
        if any(entry != "-" for entry in entries):
            yield f"| {name} | " + " | ".join(entries) + " |"
    yield ""


def _absent(store: Store, figure: str, name: str, cells: int) -> str:
    return "x" if any("error" in run for run in store.runs(figure, name, cells)) else "-"


def _shown(value: float | None, show: Callable[[float], str]) -> str | None:
    return None if value is None else show(value)


def _tips_right(store: Store, name: str, cells: int) -> str | None:
    runs = [run for run in store.runs("view", name, cells) if "tips_right" in run]
    tried = sum(len(run["tip_ms"]) + run["tips_missed"] for run in runs)
    return f"{sum(run['tips_right'] for run in runs)} of {tried}" if runs else None


def _browsers(store: Store, name: str, cells: int) -> str | None:
    runs = [run["browsers"] for run in store.runs("png", name, cells) if "browsers" in run]
    return None if not runs else ", ".join(sorted({b for run in runs for b in run})) or "no"


def _errors(store: Store) -> Iterator[str]:
    errors = {key: problem for key, problem in store.errors().items() if not key.startswith(("logs", "live"))}
    if errors:
        yield from ["## Failed", "", *(f"* `{key}`: {problem}" for key, problem in errors.items())]
