"""The targets of the project, and whether they are reached."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from .adapters import NAMES, adapter
from .colour import worst
from .settings import BYTES_CELLS, PROCESS_CELLS, VIEW_CELLS
from .store import Store

OURS, PUBLISHED = "ours", "inspect_viz 0.4.2"
PEERS = tuple(name for name in NAMES if name != OURS)
COLOUR_LIMIT, BYTES_LIMIT, IMPORT_LIMIT_MS = 0.01, 450_000, 80
PNG_LIMITS_S = {500: (0.8, 0.15), 20_000: (1.0, 0.3)}
Value = float | None
Names = tuple[str, ...]
Show = Callable[[float], str]


@dataclass(frozen=True)
class Goal:
    """One line: what was measured, what is to be reached, the best peer."""

    figure: str
    cells: int
    ours: Value
    target: Value
    show: Show
    peer: tuple[str, float] | None = None

    @property
    def reached(self) -> bool | None:
        """None if not measured."""
        if self.ours is None or self.target is None:
            return None
        return self.ours <= self.target


def seconds(value: float) -> str:
    """0.12 s."""
    return f"{value:.2f} s"


def milliseconds(value: float) -> str:
    """12 ms."""
    return f"{value:.0f} ms"


def kilobytes(value: float) -> str:
    """450 kB."""
    return f"{value / 1000:,.0f} kB"


def signed_share(value: float) -> str:
    """0.0012."""
    return f"{value:.4f}"


def count(value: float) -> str:
    """3."""
    return f"{value:.0f}"


def interactive() -> tuple[str, ...]:
    """The peers whose pages have tips."""
    return tuple(name for name in PEERS if adapter(name).tip)


def percentile(store: Store, library: str, cells: int, share: float) -> Value:
    """Nearest-rank percentile of the tips of all runs, in milliseconds."""
    tips = sorted(ms for run in store.runs("view", library, cells) for ms in run.get("tip_ms", []))
    return tips[math.ceil(share * len(tips)) - 1] if tips else None


def colour(store: Store, figure: str, library: str, cells: int) -> Value:
    """The largest error of any region in any run."""
    found = [worst(run["colour"]) for run in store.runs(figure, library, cells) if run.get("colour")]
    return max(found) if found else None


def best(measure: Callable[[str], Value], names: Names) -> tuple[str, float] | None:
    """The peer with the smallest value."""
    found = [(name, value) for name in names if (value := measure(name)) is not None]
    return min(found, key=lambda pair: pair[1]) if found else None


def goals(store: Store) -> Iterator[Goal]:
    """All targets, in the order of the project's table."""
    for part in (_opened, _still, _tips, _colours, _bytes, _imports, _process, _pngs):
        yield from part(store)


def _against_best(
    figure: str, cells: int, measure: Callable[[str], Value], names: Names, share: float, show: Show
) -> Goal:
    peer = best(measure, names)
    return Goal(figure, cells, measure(OURS), peer and peer[1] * share, show, peer)


def _opened(store: Store) -> Iterator[Goal]:
    for cells in VIEW_CELLS:
        measure = partial(_median, store, "view", cells, "works_s")
        yield _against_best("page complete and tip works", cells, measure, interactive(), 0.5, seconds)


def _median(store: Store, figure: str, cells: int, field: str, library: str) -> Value:
    return store.median(figure, library, cells, field)


def _still(store: Store) -> Iterator[Goal]:
    for cells in VIEW_CELLS:
        peer = best(partial(_median, store, "view", cells, "complete_s"), (PUBLISHED,))
        ours = store.median("view", OURS, cells, "still_s")
        yield Goal("static picture on screen", cells, ours, peer and peer[1] / 10, seconds, peer)


def _tips(store: Store) -> Iterator[Goal]:
    for cells in VIEW_CELLS:
        measure = partial(_p95, store, cells)
        yield _against_best("tip after a pointer move, p95", cells, measure, interactive(), 1, milliseconds)


def _p95(store: Store, cells: int, library: str) -> Value:
    return percentile(store, library, cells, 0.95)


def _colours(store: Store) -> Iterator[Goal]:
    for figure, what in (("view", "page"), ("colour", "PNG")):
        for cells in VIEW_CELLS:
            peer = best(lambda name, f=figure, c=cells: colour(store, f, name, c), PEERS)  # type: ignore[misc]
            ours = colour(store, figure, OURS, cells)
            yield Goal(f"colour of the {what} off by at most", cells, ours, COLOUR_LIMIT, signed_share, peer)


def _bytes(store: Store) -> Iterator[Goal]:
    median = partial(_median, store, "bytes", BYTES_CELLS)
    peer = best(partial(median, "bytes"), interactive())
    lean, prompt = median("bytes", OURS), median("prompt_bytes", OURS)
    yield Goal("bytes of the HTML", BYTES_CELLS, lean, BYTES_LIMIT, kilobytes, peer)
    yield Goal("addresses outside that it asks for", BYTES_CELLS, store.median("view", OURS, 500, "outside"), 0, count)
    differ = None if lean is None or prompt is None else abs(prompt - lean) + (not median("same", OURS))
    yield Goal("bytes more with 2 kB of prompt per row", BYTES_CELLS, differ, 0, count)


def _imports(store: Store) -> Iterator[Goal]:
    measure = partial(_median, store, "import", 0, "ms")
    yield Goal("import", 0, measure(OURS), IMPORT_LIMIT_MS, milliseconds, best(measure, PEERS))


def _process(store: Store) -> Iterator[Goal]:
    measure = partial(_median, store, "process", PROCESS_CELLS, "seconds")
    yield _against_best("fresh process to HTML on disk", PROCESS_CELLS, measure, PEERS, 1, seconds)


def _pngs(store: Store) -> Iterator[Goal]:
    for cells, limits in PNG_LIMITS_S.items():
        for field, what, limit in zip(("first_s", "second_s"), ("in a fresh process", "after it"), limits, strict=True):
            measure = partial(_median, store, "png", cells, field)
            yield Goal(f"PNG {what}", cells, measure(OURS), limit, seconds, best(measure, PEERS))
        started = [len(run["browsers"]) for run in store.runs("png", OURS, cells) if "browsers" in run]
        yield Goal("browsers started for a PNG", cells, max(started, default=None), 0, count)
