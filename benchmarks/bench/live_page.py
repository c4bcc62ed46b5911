"""Living pages from disk in a fresh browser."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from .chromium import EXECUTABLE, arguments
from .live_brush import OVERLAY, WAIT_MS, brushed, probe, when_drawn
from .live_cells import LIVING
from .processes import Failed, measured
from .settings import ENVIRONMENTS, LIMIT_S, folder

WIDTH, HEIGHT = 1000, 600
SELECT = "[data-inspect-viz-live][data-ready] select"
PAINT = """() => new Promise((tell) => new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (paint) tell(performance.timeOrigin + paint.startTime);
}).observe({ type: "paint", buffered: true }))"""


def brushed_page(rows: int) -> dict[str, Any]:
    """Two linked histograms: until the first picture, until the first answer (brushed at once), and each move."""
    with _opened(_written("pair", rows)[0], OVERLAY) as (page, start, _):
        found = brushed(page)
        return found | {
            "picture_s": page.evaluate(PAINT) / 1000 - start,
            "answer_s": found.pop("first_at") / 1000 - start,
        }


def chosen_page(rows: int) -> dict[str, Any]:
    """A histogram that a select filters: bytes, until it is alive, and from a choice until other bars are drawn."""
    file, told = _written("choice", rows)
    with _opened(file, SELECT) as (page, start, drawn):
        page.evaluate(f"__brush.arm('change', {WAIT_MS})")
        page.select_option(SELECT, index=3)
        shown = page.evaluate("__brush.shown")
        if shown is None:
            raise Failed("a choice changed nothing")
        return told | {"alive_s": drawn - start, "chosen_ms": shown["drawn"] - shown["moved"]}


@cache
def _written(what: str, rows: int) -> tuple[Path, dict[str, Any]]:
    """A page in a folder of its own, and what the process that wrote it says."""
    shutil.rmtree(folder(f"pages/live-{what}"))
    file = folder(f"pages/live-{what}") / "page.html"
    _, line = measured(ENVIRONMENTS["ours"], "-m", "bench.live_child", what, str(rows), str(file))
    return file, json.loads(line)


@contextmanager
def _opened(html: Path, handle: str) -> Iterator[tuple[Any, float, float]]:
    """The page, when it was asked for, and when it answered."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=EXECUTABLE or None, args=arguments())
        try:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_default_timeout(LIMIT_S * 1000)
            page.add_init_script(probe(LIVING, handle))
            start = time.time()
            page.goto(html.as_uri(), wait_until="commit")
            yield page, start, when_drawn(page)
        finally:
            browser.close()
