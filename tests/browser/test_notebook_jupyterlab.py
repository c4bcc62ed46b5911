"""Pictures in JupyterLab: living where they are trusted, an image where not, guests in either theme."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import numpy as np
import pytest
from fixtures.core import Open, matrix_of, page_of, small_table
from fixtures.jupyter import CELLS, Lab, Server, executed, html_of, serving, showing
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Locator, TimeoutError, expect

FILE = "pictures.ipynb"
SENT = "sent-by-mail.ipynb"

# Computed style of all that the core adds to the picture, by place in the figure.
STYLES = """(figure) => {
  const names = ["display", "float", "color", "backgroundColor", "fontSize", "fontWeight", "fontFamily", "lineHeight",
    "textAlign", "verticalAlign", "overflowX", "tableLayout", "listStyleType", "textDecorationLine", "position",
    ...["Top", "Right", "Bottom", "Left"].flatMap((s) => [`margin${s}`, `padding${s}`, `border${s}Width`])];
  const nth = (e) => e.tagName + [...e.parentElement.children].indexOf(e);
  const place = (e) => (e === figure ? "" : `${place(e.parentElement)}/${nth(e)}`);
  const added = figure.querySelectorAll(":is([data-part=tools],[data-part=tip],[data-part=tables]) :not(svg *, tr)");
  return Object.fromEntries([...added].map((e) => [place(e), names.map((n) => `${n}: ${getComputedStyle(e)[n]}`)]));
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("lab")) as running:
        nbformat.write(executed(running.folder, *CELLS), running.folder / FILE)
        shutil.copy(running.folder / FILE, running.folder / SENT)
        yield running


@pytest.fixture(scope="module")
def session(browser: Browser, server: Server) -> Iterator[Lab]:
    with showing(browser, server.url(FILE)) as lab:
        lab.wait_for_kernel()
        yield lab


@pytest.fixture
def lab(session: Lab) -> Lab:
    """A trusted session in which the reader has just run all cells."""
    session.page.mouse.move(0, 0)
    session.run("notebook:run-all-cells")
    session.living(len(CELLS) - 1)
    return session


def pixels(place: Locator) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(place.screenshot())).convert("RGB"))


def test_untrusted_files_show_the_image_and_run_nothing(browser: Browser, server: Server) -> None:
    with showing(browser, server.url(SENT)) as lab:
        check_image(lab, server.folder)


def scored_colours(html: str) -> set[tuple[int, ...]]:
    """What the scale makes of the scores of a picture."""
    plot = matrix_of(html)["plots"][0]
    low, high = plot["color"]["low"], plot["color"]["high"]
    knots = plot["color"]["rgb"].reshape(-1, 3)
    at = np.unique((plot["values"] - low) / (high - low))
    assert len(at) == 5
    return {tuple(c) for c in knots[np.round(at * (len(knots) - 1)).astype(int)].tolist()}


def check_image(lab: Lab, folder: Path) -> None:
    image = lab.output(1).locator("img")
    expect(image).to_be_visible()
    assert image.evaluate("(e) => e.decode().then(() => [e.naturalWidth, e.clientWidth])") == [700, 700]
    assert image.bounding_box()["x"] == lab.output(1).bounding_box()["x"]
    colours = {tuple(c) for c in pixels(image).reshape(-1, 3).tolist()}
    assert scored_colours(html_of(nbformat.read(folder / SENT, 4), 1)) <= colours
    assert lab.page.locator(".jp-OutputArea-output :is(script, svg, [data-ready], [data-part])").count() == 0
    assert lab.page.evaluate("live.size") == 0
    assert "12 id by 3 model" in image.get_attribute("alt")


def test_run_cells_show_living_pictures_that_stay_after_saving(browser: Browser, server: Server, lab: Lab) -> None:
    tip = lab.hover(1, 0.5 / 12, 0.1)
    expect(tip).to_be_visible()
    assert tip.locator("bdi").all_inner_texts() == ["beta", "q-4"]
    assert lab.page.locator(".jp-OutputArea img").count() == 0
    lab.run("docmanager:save")
    saved, sent = (nbformat.read(server.folder / name, 4) for name in (FILE, SENT))
    assert [html_of(saved, n) for n in (1, 2, 3)] == [html_of(sent, n) for n in (1, 2, 3)]
    with showing(browser, server.url(FILE)) as reopened:
        assert "q-4" in reopened.hover(3, 0.5 / 12, 0.1).inner_text()


def test_tip_and_tools_look_as_in_a_page(lab: Lab, opened: Open) -> None:
    page = opened(page_of(small_table(2), height=260))
    figures = [lab.living(1), page.page.locator("[data-inspect-viz]")]
    for figure in figures:
        figure.get_by_role("button", name="Table").click()
        figure.locator("[data-part=cells]").focus()
        figure.page.keyboard.press("p")
        figure.locator("[data-pinned] a").first.wait_for()
        figure.page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    styles, expected = (figure.evaluate(STYLES) for figure in figures)
    assert len(expected) > 60
    assert {place: set(styles[place]) ^ set(style) for place, style in expected.items() if styles[place] != style} == {}


def test_keys_reach_the_picture_and_not_jupyterlab(lab: Lab) -> None:
    cells = lab.page.locator(".jp-Cell").count()
    lab.living(1).locator("[data-part=cells]").focus()
    for key in ("ArrowRight", "ArrowDown", "a", "b", "x", "d", "d", "+", "0", "0"):
        lab.page.keyboard.press(key)
    lab.frame()
    tip = lab.living(1).locator("[role=tooltip]")
    assert tip.locator("bdi").all_inner_texts() == ["gamma", "q-9"]
    lab.page.keyboard.press("/")
    expect(lab.living(1).get_by_role("combobox")).to_be_focused()
    assert lab.page.locator(".jp-Cell").count() == cells
    assert lab.page.locator(".jp-Dialog").count() == 0


def test_several_pictures_and_cells_that_run_again(lab: Lab) -> None:
    lab.select(1)
    lab.run("notebook:run-cell")
    for cell, model in ((1, "beta"), (2, "gamma"), (3, "alpha")):
        y = {"beta": 0.1, "gamma": 0.5, "alpha": 0.9}[model]
        expect(lab.hover(cell, 0.5, y)).to_contain_text(model)
    assert lab.page.locator("[data-inspect-viz]").count() == 3
    assert lab.page.locator("[data-part=tools]").count() == 3
    ids = lab.page.evaluate("[...document.querySelectorAll('[data-inspect-viz] [id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids)) > 0


def select_compare_and_open(lab: Lab) -> None:
    """The document is heard for a selection, models that are compared, and a menu that is open."""
    lab.living(1).get_by_role("button", name=re.compile("^alpha: ")).click()
    lab.living(2).locator("[data-part=cells]").focus()
    lab.page.keyboard.press("a")
    expect(lab.living(2).locator("[data-part=tray]")).to_be_visible()
    lab.living(3).get_by_text("Order", exact=True).click()


def test_removed_outputs_leave_no_listeners(lab: Lab) -> None:
    select_compare_and_open(lab)
    expect(lab.hover(2, 0.5, 0.5)).to_be_visible()
    assert lab.page.evaluate("live.size") >= 4
    lab.run("notebook:clear-all-cell-outputs")
    expect(lab.page.locator("[data-inspect-viz]")).to_have_count(0)
    try:
        lab.page.wait_for_function("live.size === 0")
    except TimeoutError:
        pytest.fail(f"listeners are left: {lab.page.evaluate('[...live].map((key) => key.name + key.stack)')}")


def test_scrolled_outputs_answer(lab: Lab) -> None:
    lab.select(2)
    lab.run("notebook:enable-output-scrolling")
    area = lab.cell(2)
    expect(area).to_have_class(re.compile("jp-mod-outputsScrolled"))
    tip = lab.hover(2, 0.95, 0.9)
    expect(tip).to_contain_text("alpha")
    box = tip.bounding_box()
    assert 0 <= box["x"] < box["x"] + box["width"] <= 1200


def change_theme(lab: Lab, kind: str) -> None:
    lab.run("apputils:change-theme", theme=f"JupyterLab {kind}")
    lab.page.locator("#jupyterlab-splash").wait_for(state="detached")


@pytest.fixture
def dark(lab: Lab) -> Iterator[Lab]:
    change_theme(lab, "Dark")
    yield lab
    change_theme(lab, "Light")


def test_pictures_follow_the_dark_theme(dark: Lab) -> None:
    svg = dark.living(1).locator("> svg")
    notebook = dark.page.locator(".jp-Notebook").evaluate("(e) => getComputedStyle(e).backgroundColor")
    assert f"rgb{tuple(pixels(svg)[2, 2].tolist())}" == notebook == "rgb(17, 17, 17)"
    assert svg.locator("text").first.evaluate("(e) => getComputedStyle(e).fill") == "rgb(229, 231, 235)"
    tip = dark.hover(1, 0.5, 0.5)
    assert tip.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgb(31, 41, 55)"


def test_images_are_opaque_in_the_dark_theme(browser: Browser, server: Server, dark: Lab) -> None:
    with showing(browser, server.url(SENT)) as lab:
        assert lab.page.evaluate("document.body.dataset.jpThemeLight") == "false"
        image = lab.output(1).locator("img")
        image.evaluate("(e) => e.decode()")
        lab.page.locator("#jupyterlab-splash").wait_for(state="detached")
        assert pixels(image)[2, 2].tolist() == [255, 255, 255]


def test_light_theme_on_a_dark_desktop_is_light(lab: Lab) -> None:
    lab.page.emulate_media(color_scheme="dark")
    svg = lab.living(1).locator("> svg")
    assert pixels(svg)[2, 2].tolist() == [255, 255, 255]
    assert svg.locator("text").first.evaluate("(e) => getComputedStyle(e).fill") == "rgb(31, 41, 55)"
    lab.page.emulate_media(color_scheme="light")
