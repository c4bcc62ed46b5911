"""Tips: how long after a pointer move, and whether they name the cell under the pointer."""

from __future__ import annotations

import random
import re
import time
from typing import Any

from .settings import HOVERS
from .tables import true_matrix

LEAVE_MS, WAIT_MS, BUDGET_S, GIVE_UP_AFTER = 250, 10_000, 40, 3
Area = list[float]


def first_tip(page: Any, area: Area) -> float | None:
    """Milliseconds from the first pointer move, onto the middle of the cells, to the tip; then it leaves."""
    shown = _move(page, (area[0] + area[2]) / 2 + 0.5, (area[1] + area[3]) / 2 + 0.5)
    _leave(page, area)
    return None if shown is None else float(shown["ms"])


def hover(page: Any, area: Area, cells: int) -> dict[str, Any]:
    """Moves to random places, the same for all libraries; the pointer leaves the cells before each."""
    times, right, missed, stop = [], 0, 0, time.monotonic() + BUDGET_S
    for x, y in _places(area):
        _leave(page, area)
        shown = _move(page, x, y)
        if shown:
            times.append(shown["ms"])
            right += _names_cell(shown["text"], area, cells, x, y)
        missed += not shown
        if time.monotonic() > stop or (missed >= GIVE_UP_AFTER and not times):
            break
    return {"tip_ms": times, "tips_missed": missed, "tips_right": right}


def _places(area: Area) -> list[tuple[float, float]]:
    rng = random.Random(7)
    x0, y0, x1, y1 = area
    return [(x0 + (x1 - x0) * rng.uniform(0.03, 0.97), y0 + (y1 - y0) * rng.uniform(0.05, 0.95)) for _ in range(HOVERS)]


def _leave(page: Any, area: Area) -> None:
    page.mouse.move(area[2] + 250, area[3] + 250)
    page.wait_for_timeout(LEAVE_MS)


def _move(page: Any, x: float, y: float) -> dict[str, Any] | None:
    page.evaluate("__bench.arm()")
    page.mouse.move(x, y)
    shown: dict[str, Any] | None = page.evaluate("__bench.shown")
    return shown


def _names_cell(text: str, area: Area, cells: int, x: float, y: float) -> bool:
    """Whether a tip has the sample and the model of a cell not further than a pixel from the pointer."""
    scores = true_matrix(cells)
    rows, columns = scores.shape
    near = _near(x, area[0], area[2], columns), _near(y, area[1], area[3], rows)
    words = set(re.findall(r"[\w.]+", text)) | set(re.findall(r"\d+", text))
    return any(scores.columns[i] in words for i in near[0]) and any(scores.index[j] in text for j in near[1])


def _near(at: float, start: float, end: float, count: int) -> range:
    step = (end - start) / count
    low, high = ((at + offset - start) / step for offset in (-1, 1))
    return range(max(0, int(low)), min(count - 1, int(high)) + 1)
