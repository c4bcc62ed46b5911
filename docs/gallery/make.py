"""Makes the gallery: a picture of each example, and docs/gallery.md, which shows them with what they say; and the
pictures of docs/questions.md; and docs/marks.md with its pictures.

python docs/gallery/make.py                    the pictures and the pages; before and after, where pictures change
python docs/gallery/make.py --moves            the pictures of pages after a reader's moves as well, in Chromium
python docs/gallery/make.py --screens FOLDER   screenshots of all pages as well: light and dark, 1x and 2x, three widths
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import before
import marks
from moves import shoot
from pictures import EXAMPLES, Example
from questions import FOLDER, QUESTIONS

from inspect_viz.plot import write_html, write_svg

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PAGE = HERE.parent / "gallery.md"
WIDTHS = (1400, 900, 390)
HEAD = """# Gallery

Made by `make gallery` from tables that a rule draws up (docs/gallery/tables.py) and from the example logs; the same
bytes each time. Each is `sample_heatmap(samples, title=...)` and no more.
"""


def make(examples: list[Example], folder: Path) -> None:
    """Write the picture of each example."""
    folder.mkdir(exist_ok=True)
    for example in examples:
        write_svg(folder / f"{example.name}.svg", example.make())


def page() -> str:
    """The text of docs/gallery.md."""
    parts = [f"## {e.about}\n\n![{e.about}](gallery/{e.name}.svg)\n" for e in EXAMPLES]
    return "\n".join([HEAD, *parts])


def screens(examples: list[Example], folder: Path) -> None:
    """Screenshots of the examples' pages, in which only the width of the window, theme and pixel ratio differ."""
    sys.path.insert(0, str(ROOT / "tests"))
    import chromium
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as pages, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for example in examples:
            html = Path(pages) / f"{example.name}.html"
            write_html(html, example.make())
            for scheme in ("light", "dark"):
                for width in WIDTHS:
                    for ratio in (1, 2):
                        _shoot(browser, html, folder, scheme, width, ratio)
        browser.close()


def _shoot(browser: Browser, html: Path, folder: Path, scheme: str, width: int, ratio: int) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=ratio,
        reduced_motion="reduce",
    )
    page.goto(html.as_uri())
    page.wait_for_selector("[data-inspect-viz][data-ready]")
    page.screenshot(path=folder / f"{html.stem}-{scheme}-{width}-{ratio}x.png", full_page=True)
    page.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the gallery.")
    parser.add_argument("names", nargs="*", help="only these examples")
    parser.add_argument("--screens", type=Path, help="folder for screenshots")
    parser.add_argument("--moves", action="store_true", help="pictures of pages after a reader's moves, too")
    options = parser.parse_args()
    shown = [name for name in marks.NAMES if not options.names or name in options.names]
    chosen, asked = ([e for e in of if not options.names or e.name in options.names] for of in (EXAMPLES, QUESTIONS))
    folders = (HERE, FOLDER, marks.FOLDER)
    old = before.kept(*folders)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make(chosen, HERE)
        make(asked, FOLDER)
        marks.make(shown)
        if options.moves:
            shoot()
        if options.screens:
            screens([*chosen, *asked], options.screens)
    PAGE.write_text(page(), encoding="utf-8")
    marks.PAGE.write_text(marks.page(), encoding="utf-8")
    if changed := before.show(old, before.kept(*folders)):
        print(f"before and after: {changed}")


if __name__ == "__main__":
    main()
