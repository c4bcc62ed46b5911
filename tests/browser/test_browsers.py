"""What a page does first of all, in Chromium and in Firefox."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import firefox
import numpy as np
import pytest
from fixtures.core import large_table, matrix_of, page_of, small_table, values_of
from fixtures.readers import FRAME, READY, SIZE, ChromiumReader, Reader, running
from PIL import Image

LISTEN = "<script>window.troubles = []; addEventListener('error', (e) => troubles.push(String(e.message)))</script>"


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """One window of each browser for all tests here."""
    if request.param == "chromium":
        context = request.getfixturevalue("browser").new_context(viewport=SIZE)
        yield ChromiumReader(context.new_page())
        context.close()
        return
    path = firefox.find()
    if path is None:
        pytest.skip("needs Firefox: `make test` installs it as root on Debian, or FIREFOX=path names it")
    with running(path, tmp_path_factory.mktemp("profile")) as started:
        yield started


@dataclass
class Shown:
    """A page that answers."""

    reader: Reader
    html: str

    def all(self, selector: str, what: str = "e.textContent") -> list[Any]:
        return list(self.reader.evaluate(f"[...document.querySelectorAll(`{selector}`)].map((e) => {what})"))

    def box(self, selector: str) -> list[float]:
        """Left, top, right and bottom of the first."""
        return list(self.all(selector, "(b => [b.left, b.top, b.right, b.bottom])(e.getBoundingClientRect())")[0])

    def at(self, x: float, y: float) -> tuple[int, int]:
        left, top, right, bottom = self.box("[data-part=cells]")
        return round(left + (right - left) * x), round(top + (bottom - top) * y)

    @property
    def tip(self) -> list[str]:
        """Lines of the tip."""
        return self.all("[role=tooltip]:not([hidden]) p")

    def labels(self, axis: str = "x") -> list[str]:
        return self.all(f'g[aria-label="{axis}-axis tick label"] text')

    def zoom(self, x: float, y: float, times: int) -> None:
        for _ in range(times):
            self.reader.wheel(*self.at(x, y), -120, "Control")
        self.reader.evaluate(FRAME)


Show = Callable[[str], Shown]


@pytest.fixture
def show(reader: Reader, tmp_path: Path) -> Iterator[Show]:
    def start(html: str) -> Shown:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        reader.move(1, 1)
        reader.open(file)
        while not reader.evaluate(READY):
            reader.evaluate(FRAME)
        return Shown(reader, html)

    return start


@pytest.fixture
def long_names() -> Any:
    table = large_table(200, 4)
    table["id"] = "a-question-about-" + table["id"]
    table["model_display_name"] = "organisation/family-of-" + table["model_display_name"]
    return table


def test_the_tip_tells_model_sample_and_score(show: Show) -> None:
    page = show(page_of(small_table(epochs=2)))
    plot = matrix_of(page.html)["plots"][0]
    xs, ys = plot["x"]["labels"], plot["y"]["labels"]
    for x, y in ((0, 0), (5, 1), (11, 2)):
        page.reader.move(*page.at((x + 0.5) / 12, (y + 0.5) / 3))
        value = plot["values"][y * 12 + x]
        assert page.tip[0] == f"{ys[y]} on {xs[x]}: {value:g}, mean of 2"
    page.reader.move(1, 1)
    assert page.tip == []


def test_labels_that_fit_stay_whole_after_a_zoom(show: Show, long_names: Any) -> None:
    page = show(page_of(long_names, height=300))
    before = page.labels("y")
    assert not any("\u2026" in label for label in before)
    page.zoom(0.5, 0.5, 1)
    assert page.labels("y") == before


def test_a_zoom_shows_fewer_samples_in_their_true_colours(show: Show) -> None:
    page = show(page_of(large_table(400, 3), height=300))
    page.zoom(0.5, 0.5, 8)
    left, _, right, _ = page.box("[data-part=cells]")
    plot = matrix_of(page.html)["plots"][0]
    page.reader.move(*page.at(0.3, 0.5))
    score = float(page.all("[role=tooltip] [data-part=value]")[0])
    x0, y0, x1, y1 = map(round, page.box('[data-sign="cell line"]'))
    page.reader.move(1, 1)
    page.reader.evaluate(FRAME)
    shot = np.asarray(Image.open(io.BytesIO(page.reader.pixels())).convert("RGB"))
    assert x1 - x0 > (right - left) / 400 * 3
    assert values_of(shot[(y0 + y1) // 2, (x0 + x1) // 2], plot) == pytest.approx(score, abs=0.01)
    page.reader.press("0")


def test_found_samples_keep_place_and_frame(show: Show) -> None:
    page = show(page_of(large_table(1000, 8), height=300))
    page.reader.move(*page.at(0.5, 0.5))
    page.reader.press("/", *"s777", "Enter")
    page.reader.evaluate(FRAME)
    frame, labels = page.box('[data-sign="found line"]'), page.labels()
    page.reader.press("Escape")
    page.reader.evaluate(FRAME)
    assert page.box('[data-sign="found line"]') == pytest.approx(frame, abs=0.1)
    assert page.labels() == labels
    page.reader.press("ArrowDown")
    assert " on s777: " in page.tip[0]


def test_keys_work_under_the_pointer(show: Show) -> None:
    page = show(page_of(small_table()))
    page.reader.move(*page.at(4.5 / 12, 0.5))
    xs = page.labels()
    page.reader.press("ArrowRight")
    assert f" on {xs[5]}: " in page.tip[0]
    page.reader.press("+", "+")
    page.reader.evaluate(FRAME)
    assert len(page.labels()) < 12


def test_a_pinned_tip_has_links(show: Show) -> None:
    page = show(page_of(small_table(epochs=2)))
    page.reader.click(*page.at(0.5 / 12, 0.5), "Shift")
    while not page.all("[role=tooltip][data-pinned] a"):
        page.reader.evaluate(FRAME)
    assert {"epoch 1", "epoch 2"} <= set(page.all("[role=tooltip][data-pinned] a"))
    page.reader.press("Escape")
    assert page.tip == []


def test_the_table_holds_all_samples(show: Show) -> None:
    page = show(page_of(small_table()))
    [button] = page.all(
        "[data-part=tools] button[title='Show the values as a table']",
        "(b => [b.x + 5, b.y + 5])(e.getBoundingClientRect())",
    )
    page.reader.click(*button)
    assert len(page.all("tbody tr")) == 12
