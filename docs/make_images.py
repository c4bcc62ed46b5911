"""Makes the pictures of README and docs from the example logs; the same bytes each time on one machine.

python docs/make_images.py            all
python docs/make_images.py --still    those that need no browser
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from inspect_viz import Component, Data
from inspect_viz.plot import write_html, write_png
from inspect_viz.view import sample_heatmap

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
LOGS = ROOT / "examples" / "logs"
VIEWER = "https://samples.example.org/"
WINDOW: ViewportSize = {"width": 940, "height": 540}
MODEL = "tiny/scribe-1"
TIP = "1 of 2 scored, 1 error"


def examples() -> Data:
    """The samples of the example logs."""
    return Data.from_logs(LOGS, log_viewer={str(LOGS): VIEWER}, progress=False)


def heatmap(samples: Data) -> Component:
    """All models, all samples."""
    return sample_heatmap(
        samples, score_value="score_includes", title="Eight small programs, 120 questions", width=900, height=440
    )


def signs() -> Component:
    """A table that holds each state once; "f" was never run by "second"."""
    rows = [
        ("first", "a", 1.0, "", ""),
        ("first", "b", 0.7, "", ""),
        ("first", "c", 0.0, "", ""),
        ("first", "d", None, "TimeoutError", ""),
        ("first", "e", 0.6, "", "message"),
        ("first", "f", None, "", ""),
        ("second", "a", 0.9, "", ""),
        ("second", "b", 0.4, "ValueError", ""),
        ("second", "c", 0.2, "", ""),
        ("second", "d", 0.1, "", ""),
        ("second", "e", None, "", "token"),
    ]
    names = ("model", "id", "score_match", "error", "limit")
    samples = Data.from_dataframe(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    return sample_heatmap(samples, sort=None, width=520, height=150)


def screenshot(component: Component, file: Path) -> None:
    """The page in Chromium, with the pointer on the first cell of a model that has an error beside a score."""
    sys.path.insert(0, str(ROOT / "tests"))
    import chromium
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        html = Path(folder) / "page.html"
        write_html(html, component)
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        page = browser.new_page(viewport=WINDOW, color_scheme="light", reduced_motion="reduce")
        page.goto(html.as_uri())
        page.wait_for_selector("[data-inspect-viz][data-ready]")
        point_at(page, MODEL, TIP)
        page.screenshot(path=file)
        browser.close()


def point_at(page: Page, model: str, text: str) -> None:
    """Moves the pointer along the row of a model until the tip says `text`."""
    row = page.get_by_text(model, exact=True).bounding_box()
    cells = page.locator("[data-part=cells]").bounding_box()
    assert row
    assert cells
    tip = page.get_by_role("tooltip")
    for x in range(int(cells["x"]) + 1, int(cells["x"] + cells["width"]), 2):
        page.mouse.move(x, row["y"] + row["height"] / 2)
        if text in tip.inner_text():
            return tip.filter(has_text="Click to open").wait_for()
    raise ValueError(f"no cell of {model} says {text!r}")


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    samples = examples()
    write_png(IMAGES / "heatmap.png", heatmap(samples))
    write_png(IMAGES / "signs.png", signs())
    if "--still" not in sys.argv:
        screenshot(heatmap(samples), IMAGES / "tip.png")


if __name__ == "__main__":
    main()
