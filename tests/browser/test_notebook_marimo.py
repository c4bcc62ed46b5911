"""Living pictures in marimo: readers change them, the kernel answers."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest
from playwright.sync_api import Browser, Page, expect

NOTEBOOK = """\
import marimo
app = marimo.App()

@app.cell
def _():
    import numpy as np, pandas as pd
    from inspect_viz import Data, Param, Selection
    from inspect_viz.input import select, slider
    from inspect_viz.interactor import interval_x
    from inspect_viz.layout import hconcat, vconcat
    from inspect_viz.mark import rect_y
    from inspect_viz.plot import plot
    from inspect_viz.transform import bin, count
    a = np.random.default_rng(3).uniform(0, 10, 5000)
    table = pd.DataFrame({"a": a, "b": a[::-1] * (a < 5), "kind": np.where(a < 5, "low", "high")})
    data, brush, steps = Data.from_dataframe(table), Selection.crossfilter(), Param(20)
    def histogram(column):
        bars = rect_y(data, x=bin(column, steps=steps), y=count(), filter_by=brush)
        return plot(bars, interval_x(target=brush), x_domain="Fixed", width=330, height=220)
    menu = select(data, column="kind", target=brush, label="Kind")
    inputs = hconcat(menu, slider(min=5, max=40, target=steps, label="Bins"))
    vconcat(inputs, hconcat(histogram("a"), histogram("b")))
    return

@app.cell
def _():
    from inspect_viz import Data as Rows
    from inspect_viz.mark import dot
    from inspect_viz.plot import plot as picture
    picture(dot(Rows.from_dataframe({"x": [1], "y": [2]}), "x", "y"), width=200, height=100)
    return
"""


def free_port() -> int:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    file: Path = tmp_path_factory.mktemp("marimo") / "alive.py"
    file.write_text(NOTEBOOK, encoding="utf-8")
    port = free_port()
    where = ["--headless", "--no-token", "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen([sys.executable, "-m", "marimo", "run", str(file), *where], stdout=subprocess.DEVNULL)
    try:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/health")
        while True:
            try:
                urllib.request.urlopen(request, timeout=5).close()
                break
            except OSError:
                assert server.poll() is None, "marimo has ended"
        opened = browser.new_page(viewport={"width": 1000, "height": 700})
        opened.goto(f"http://127.0.0.1:{port}/")
        opened.locator("[data-inspect-viz-live][data-ready]").wait_for(state="attached")
        yield opened
        opened.close()
    finally:
        server.terminate()
        server.wait()


def test_inputs_and_brushes_are_answered(page: Page) -> None:
    bars = page.locator("g[aria-label=rect] rect")
    expect(bars).to_have_count(40)
    page.get_by_label("Kind").select_option("high")
    expect(bars).to_have_count(11)
    page.get_by_label("Kind").select_option("All")
    expect(bars).to_have_count(40)
    box = page.locator(".interval-x .overlay").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 50, steps=6)
    page.mouse.up()
    expect(bars).to_have_count(21)
    page.get_by_role("slider", name="Bins").press("Home")
    expect(bars).to_have_count(6)
    expect(page.locator("[data-inspect-viz-live] [data-part=status]")).to_have_text("Bins: 5")


def test_a_still_picture_is_shown(page: Page) -> None:
    expect(page.locator("img[data-part=picture]").first).to_be_visible()
