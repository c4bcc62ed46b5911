"""Opens a page in a fresh browser and measures it."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .adapters import Adapter, adapter
from .chromium import EXECUTABLE, arguments
from .colour import Geometry
from .hover import WAIT_MS, first_tip, hover
from .processes import Failed
from .settings import LIMIT_S, folder

WIDTH, HEIGHT = 1000, 600
PROBE = Path(__file__).with_name("probe.js")
REST_MS = 500


def view(name: str, html: Path, cells: int) -> dict[str, Any]:
    """Seconds until the page is complete, until its tip works, and until a still picture is painted; tips; colours."""
    a = adapter(name)
    with _page(a) as (browser, page):
        page.add_init_script(_probe(a, cells))
        outside = _requests_outside(page)
        cpu, start = _cpu_seconds(browser), time.time()
        page.goto(html.as_uri(), wait_until="commit", timeout=LIMIT_S * 1000)
        done = page.evaluate("__bench.done")
        if done is None:
            raise Failed(f"page not complete in {LIMIT_S} s")
        record: dict[str, Any] = {"cpu_s": _cpu_seconds(browser) - cpu}
        area = page.evaluate("__bench.area()")
        first_ms = first_tip(page, area) if a.tip else None
        record |= _times(start, first_ms, done, *page.evaluate("[__bench.firstPaint(), __bench.painted()]"))
        record["colour"] = _colour(name, cells, page, area)
        if a.tip:
            record |= hover(page, area, cells)
        return record | {"outside": len(set(outside))}


def colours(name: str, html: Path, cells: int) -> dict[str, float] | None:
    """Errors of the colours of a page that nothing else is measured of."""
    a = adapter(name)
    with _page(a) as (_, page):
        page.add_init_script(_probe(a, cells))
        page.goto(html.as_uri(), wait_until="commit", timeout=LIMIT_S * 1000)
        if page.evaluate("__bench.done") is None:
            raise Failed(f"page not complete in {LIMIT_S} s")
        return _colour(name, cells, page, page.evaluate("__bench.area()"))


def layout(name: str, svg: Path) -> tuple[Geometry | None, float]:
    """Where an SVG has its cells and its legend's colours, and its width, all in its own pixels."""
    a = adapter(name)
    with _page(a) as (_, page):
        page.set_content(f"<body style='margin:0'>{svg.read_text(encoding='utf-8')}")
        width = page.evaluate("document.querySelector('svg').getBoundingClientRect().width")
        return Geometry.of(page.evaluate(a.area), page.evaluate(a.ramp or "null")), width


@contextmanager
def _page(a: Adapter) -> Iterator[tuple[Any, Any]]:
    from playwright.sync_api import sync_playwright

    port = int(os.environ["BENCH_MIRROR_PORT"]) if a.needs_mirror else None
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=EXECUTABLE or None, args=arguments(port))
        watchdog = threading.Timer(2 * LIMIT_S, os.kill, (_process_id(browser), signal.SIGKILL))
        watchdog.start()
        try:
            yield browser, browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        finally:
            watchdog.cancel()
            browser.close()


def _probe(a: Adapter, cells: int) -> str:
    words = {"CELLS": str(cells), "READY": a.ready, "AREA": a.area}
    words |= {"LIMIT_MS": str(LIMIT_S * 1000), "WAIT_MS": str(WAIT_MS)}
    words |= {"TIP": a.tip or "null", "RAMP": a.ramp or "null", "STILL": a.still or "null"}
    text = PROBE.read_text(encoding="utf-8")
    text = text[text.index("(() =>") :]
    for word, expression in words.items():
        text = text.replace(word, f"({expression})")
    return text


def _requests_outside(page: Any) -> list[str]:
    """A list that grows by each address that the page asks for outside of itself."""
    found: list[str] = []
    inside = ("file:", "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(inside) else found.append(r.url))
    return found


def _processes(browser: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return found


def _cpu_seconds(browser: Any) -> float:
    """CPU time of all processes of the browser."""
    return float(sum(p["cpuTime"] for p in _processes(browser)))


def _process_id(browser: Any) -> int:
    return next(int(p["id"]) for p in _processes(browser) if p["type"] == "browser")


def _times(
    start: float, first_ms: float | None, done: float, paint: float | None, still: float | None
) -> dict[str, float | None]:
    """Seconds since the start; a page is not complete before anything is on the screen."""
    complete = max(done, paint or 0) / 1000 - start
    works = None if first_ms is None else complete + first_ms / 1000
    still_s = None if still is None else still / 1000 - start
    return {"complete_s": complete, "works_s": works, "first_tip_ms": first_ms, "still_s": still_s}


def _colour(name: str, cells: int, page: Any, area: list[float]) -> dict[str, float] | None:
    page.wait_for_timeout(REST_MS)
    file = folder("screenshots") / f"{name}_{cells}.png"
    page.screenshot(path=str(file), timeout=60_000)
    geometry = Geometry.of(area, page.evaluate("__bench.ramp()"))
    return None if geometry is None else geometry.errors(file, cells)
