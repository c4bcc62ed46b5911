"""Living pictures in JupyterLab with a live kernel: readers change them, Python sees and sets what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from dashboard import CODE
from fixtures.jupyter import Lab, Server, serving, showing
from playwright.sync_api import Browser, Locator, expect

FILE = "alive.ipynb"
SETUP = """\
import numpy as np, pandas as pd
from inspect_viz import Data, Param, Selection
from inspect_viz.input import select
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count
rng = np.random.default_rng(3)
a = rng.uniform(0, 10, 5000)
table = pd.DataFrame({"a": a, "b": rng.uniform(0, 10, 5000) * (a < 5), "kind": np.where(a < 5, "low", "high")})
data, brush, kind = Data.from_dataframe(table), Selection.crossfilter(), Param("red")
def histogram(column):
    bars = rect_y(data, x=bin(column), y=count(), fill=kind, filter_by=brush, tip=True)
    return plot(bars, interval_x(target=brush), x_domain="Fixed", width=330, height=220)
menu = select(label="Colour", options=["red", "blue"], target=kind)
picture = vconcat(menu, hconcat(histogram("a"), histogram("b")))"""
SHOW = "picture"
TELL = "print('chosen', picture.params[kind], picture.params[brush].sql)"
SET = "picture.params[kind] = 'blue'"
BUSY = "import time\nend = time.monotonic() + 600\nwhile time.monotonic() < end: pass"
OTHER = """\
import anywidget, traitlets
class Remote(anywidget.AnyWidget):
    _esm = '''export default { async render({ model, host, el }) {
        const { exports } = await host.getWidget(model.get("of"));
        const press = (text, act) => el.append(Object.assign(document.createElement("button"),
            { textContent: text, onclick: () => (el.title = String(act())) }));
        press("red", () => exports.select("p0", { value: "red" }));
        press("picture", () => exports.frame().slice(0, 4));
        press("nobody", () => exports.highlight("nobody"));
    } }'''
    of = traitlets.Unicode().tag(sync=True)
display(histogram("b"), Remote(of=f"anywidget:{picture.params.widgets[0].model_id}"))"""
CELLS = (SETUP, SHOW, TELL, SET, BUSY, CODE, OTHER)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("alive")) as running:
        write(running.folder)
        yield running


def write(folder: Path) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / FILE)


@pytest.fixture(scope="module")
def lab(browser: Browser, server: Server) -> Iterator[Lab]:
    with showing(browser, server.url(FILE)) as opened:
        opened.wait_for_kernel()
        for cell in (0, 1):
            run(opened, cell)
        yield opened


def run(lab: Lab, cell: int) -> None:
    lab.select(cell)
    lab.run("notebook:run-cell")


def figure(lab: Lab) -> Locator:
    found = lab.output(1).locator("[data-inspect-viz-live][data-ready]")
    found.wait_for()
    return found


def settled(lab: Lab, place: Locator) -> dict[str, float]:
    """The box of a place once JupyterLab scrolls no more."""
    place.evaluate("(e) => e.scrollIntoView({ block: 'center' })")
    before = None
    while before != (box := place.bounding_box()):
        before = box
        for _ in range(5):
            lab.frame()
    assert box
    return dict(box)


def brush(lab: Lab, start: float, end: float) -> None:
    """Drags over a share of the area of the first plot."""
    area = figure(lab).locator("[data-part=cells]").first
    box = settled(lab, area)
    y = box["y"] + box["height"] / 2
    lab.page.mouse.move(box["x"] + box["width"] * start, y)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + box["width"] * end, y, steps=6)
    lab.page.mouse.up()


def bars(lab: Lab, n: int) -> Locator:
    return figure(lab).locator(f"[data-plot='{n}'] g[aria-label=rect] rect")


def test_the_living_picture_hides_the_still_one(lab: Lab) -> None:
    figure(lab)
    expect(lab.output(1).locator("[data-inspect-viz-still]")).to_be_hidden()


def test_a_brush_moves_the_other_picture_and_python_reads_it(lab: Lab) -> None:
    brush(lab, 0.6, 0.9)
    expect(bars(lab, 1)).to_have_count(1)  # where a is above 5, b is 0
    run(lab, 2)
    expect(lab.output(2)).to_contain_text('chosen red ("a" BETWEEN ')


def test_a_select_changes_a_param_that_python_reads(lab: Lab) -> None:
    marks = figure(lab).locator("[data-plot='0'] g[aria-label=rect]").first
    for colour in ("blue", "red"):
        figure(lab).get_by_label("Colour").select_option(colour)
        expect(marks).to_have_attribute("fill", colour)
        run(lab, 2)
        expect(lab.output(2)).to_contain_text(f"chosen {colour} ")


def test_python_sets_a_param_and_the_picture_follows(lab: Lab) -> None:
    marks = figure(lab).locator("[data-plot='0'] g[aria-label=rect]").first
    expect(marks).to_have_attribute("fill", "red")
    run(lab, 3)
    expect(marks).to_have_attribute("fill", "blue")
    assert bars(lab, 1).count() == 1, "what is brushed stays"
    assert bars(lab, 0).count() == 20
    expect(figure(lab).get_by_label("Colour")).to_have_value("blue")


def test_another_cell_shows_the_same_values_and_another_widget_sets_them(lab: Lab) -> None:
    run(lab, 6)
    other = lab.output(6).locator("[data-inspect-viz-live][data-ready]")
    marks = other.locator("g[aria-label=rect] rect")
    expect(marks).to_have_count(1)  # as brushed in the cell above
    group = other.locator("g[aria-label=rect]")
    expect(group).to_have_attribute("fill", "blue")
    for text, said in (("red", "undefined"), ("picture", "<svg"), ("nobody", "false")):
        button = lab.output(6).get_by_role("button", name=text, exact=True)
        button.click()
        expect(button.locator("..")).to_have_attribute("title", said)
    expect(group).to_have_attribute("fill", "red")
    expect(figure(lab).get_by_label("Colour")).to_have_value("red")
    brush(lab, 0.05, 0.3)
    expect(marks.nth(8)).to_be_attached()
    run(lab, 3)
    expect(group).to_have_attribute("fill", "blue")
    expect(figure(lab).locator("[data-plot='0'] g[aria-label=rect]").first).to_have_attribute("fill", "blue")


def test_a_busy_cell_does_not_block_answers(lab: Lab) -> None:
    lab.select(4)
    lab.page.evaluate("void jupyterapp.commands.execute('notebook:run-cell')")
    expect(lab.cell(4).locator(".jp-InputPrompt")).to_have_text("[*]:")
    lab.select(1)
    brush(lab, 0.05, 0.3)
    expect(bars(lab, 1).nth(10)).to_be_attached()
    expect(lab.cell(4).locator(".jp-InputPrompt")).to_have_text("[*]:")
    lab.page.evaluate("jupyterapp.commands.execute('notebook:interrupt-kernel')")
    expect(lab.output(4)).to_contain_text("KeyboardInterrupt")


def test_the_dashboard_of_the_docs_answers(lab: Lab) -> None:
    run(lab, 5)
    board = lab.output(5).locator("[data-inspect-viz-live][data-ready]")
    foot = board.locator("[data-part=grid-foot]")
    expect(foot).to_contain_text(" rows")
    every = foot.inner_text()
    board.get_by_label("Model").select_option(index=1)
    expect(foot).not_to_have_text(every)
    chosen = foot.inner_text()
    edge = board.get_by_role("slider", name="Selection of characters: right edge")
    edge.focus()
    for _ in range(4):
        edge.press("PageUp")
    expect(foot).not_to_have_text(chosen)
    before = board.locator("g[aria-label=rect] rect").count()
    board.get_by_role("slider", name="Bins").press("End")
    expect(board.locator("g[aria-label=rect] rect").nth(before)).to_be_attached()


def test_a_file_that_is_opened_again_shows_the_still_picture(browser: Browser, server: Server, lab: Lab) -> None:
    lab.run("docmanager:save")
    saved = nbformat.read(server.folder / FILE, 4)
    nbformat.write(saved, server.folder / "again.ipynb")
    with showing(browser, server.url("again.ipynb")) as again:
        expect(again.output(1).locator("img")).to_be_visible()
        again.troubles.clear()


def test_the_picture_of_a_kernel_that_began_anew_says_so_until_its_cell_runs_again(lab: Lab) -> None:
    word = lab.output(1).locator("[role=status][data-part=still]")
    lab.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    lab.wait_for_kernel()
    expect(word).to_contain_text("the kernel has ended; run the cell again")
    brush(lab, 0.6, 0.9)
    expect(word).to_be_visible()
    for cell in (0, 1):
        run(lab, cell)
    expect(word).to_have_count(0)
    brush(lab, 0.6, 0.9)
    expect(bars(lab, 1)).to_have_count(1)


def test_the_picture_stays_when_the_kernel_ends_and_a_word_says_so(lab: Lab) -> None:
    before = bars(lab, 1).count()
    lab.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    expect(lab.output(1).locator("[role=status][data-part=still]")).to_contain_text("the kernel has ended")
    assert bars(lab, 1).count() == before > 0
