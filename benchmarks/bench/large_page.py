"""A page of many cells in a fresh browser: until it is ready, and the frames of a zoom."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from .chromium import EXECUTABLE, arguments
from .settings import LIMIT_S

WIDTH, HEIGHT = 1000, 700
STEPS = 60
READY = "[data-inspect-viz][data-ready]"
ZOOM = """async (steps) => {
    const hit = document.querySelector('[data-part=cells]');
    const box = hit.getBoundingClientRect();
    const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const times = [];
    let before = await frame();
    for (let i = 0; i < steps; i++) {
        const deltaY = i < steps / 2 ? -20 : 20;
        hit.dispatchEvent(new WheelEvent('wheel', { deltaY, ctrlKey: true, bubbles: true, cancelable: true, ...at }));
        const now = await frame();
        times.push(now - before);
        before = now;
    }
    return times.slice(1);
}"""


def opened(html: Path) -> dict[str, Any]:
    """Seconds from the navigation until the picture answers, and milliseconds of a frame while it is zoomed."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=EXECUTABLE or None, args=arguments())
        try:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.set_default_timeout(LIMIT_S * 1000)
            start = time.time()
            page.goto(html.as_uri(), wait_until="commit")
            page.wait_for_selector(READY, state="attached")
            ready = time.time() - start
            frames = sorted(page.evaluate(ZOOM, STEPS))
        finally:
            browser.close()
    p95 = frames[int(0.95 * (len(frames) - 1))]
    return {"ready_s": ready, "zoom_p95_ms": p95, "zoom_p50_ms": statistics.median(frames)}
