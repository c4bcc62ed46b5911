"""Pictures of pages for docs/questions.md after a reader's moves: what no file shows."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pictures import LOGS
from questions import FOLDER

from inspect_viz import Data
from inspect_viz.plot import write_html
from inspect_viz.view import sample_heatmap

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 900, 500


@dataclass(frozen=True)
class Moves:
    """What a reader does, and what the page is called that shows it."""

    name: str
    do: Callable[[Page], None]


def _pin(page: Page) -> None:
    page.get_by_role("combobox", name="Find a sample or model").fill("date-leap-05")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    page.locator("[role=tooltip][data-pinned]").wait_for()


def _find(page: Page) -> None:
    page.get_by_role("combobox", name="Find a sample or model").fill("weekday-03")
    page.keyboard.press("Enter")


def _select(page: Page) -> None:
    page.get_by_role("button", name="1\u20132").click()
    page.locator("[data-part=tray]").scroll_into_view_if_needed()


MOVES = (Moves("opened", _pin), Moves("found", _find), Moves("ids", _select))


def shoot() -> None:
    """Write a picture of the example logs' page after each of the moves."""
    sys.path.insert(0, str(ROOT / "tests"))
    import chromium
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        html = Path(folder) / "page.html"
        samples = Data.from_logs(LOGS, log_viewer={str(LOGS): "https://samples.example.org/"}, progress=False)
        write_html(html, sample_heatmap(samples, score_value="score_includes"))
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for moves in MOVES:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
            page.goto(html.as_uri())
            page.wait_for_selector("[data-inspect-viz][data-ready]")
            moves.do(page)
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            page.screenshot(path=FOLDER / f"{moves.name}.png")
            page.close()
        browser.close()
