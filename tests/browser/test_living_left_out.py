"""What living plots leave out is told as it is now."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from fixtures.living import Living, living
from playwright.sync_api import Browser

from inspect_viz import Data, Selection
from inspect_viz._spec import compile
from inspect_viz._spec.sidecar import json_of
from inspect_viz.input import select
from inspect_viz.interactor import interval_x, pan_zoom
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import dot
from inspect_viz.plot import plot, write_html

TABLE = pd.DataFrame({"x": [0.0, 1, 2, 3, 4, 5], "y": [1, 2, 3, 4, 5, 6], "kind": [*"aabbbb"]})


TOLD = """() => [[...document.querySelectorAll("#root svg [data-part=remarks]")].map((note) => note.textContent),
    document.querySelector("#root > svg > desc").textContent]"""


def told(opened: Living) -> str:
    """The notes below the picture, which its description says, too."""
    notes, description = opened.page.evaluate(TOLD)
    assert description == "".join(f"{note}." for note in notes)
    return "".join(notes)


def test_the_note_follows_what_is_chosen(browser: Browser) -> None:
    data, chosen = Data.from_dataframe(TABLE), Selection.intersect()
    dots = dot(data, x="x", y="y", filter_by=chosen)
    made = vconcat(
        select(data, column="kind", target=chosen, value="a"),
        plot(dots, x_domain="Fixed", y_domain=[0, 4.5], height=200),
    )
    picture = compile(made)
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as opened:
        assert told(opened) == ""
        opened.page.get_by_role("combobox").select_option("b")
        opened.until(lambda: told(opened) == "All 4 dots lie outside the x and y domains")
        opened.page.get_by_role("combobox").select_option("a")
        opened.until(lambda: told(opened) == "")
        opened.page.get_by_role("combobox").select_option(index=0)
        opened.until(lambda: told(opened) == "4 of 6 dots lie outside the x and y domains")


def test_readers_who_cannot_see_a_plot_are_told_how_much_it_shows_now(browser: Browser) -> None:
    data, chosen = Data.from_dataframe(TABLE), Selection.intersect()
    dots = dot(data, x="x", y="y", filter_by=chosen, tip=True)
    picture = compile(vconcat(select(data, column="kind", target=chosen, value="a"), plot(dots, height=200)))
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as opened:
        named = opened.page.locator("[data-part=cells]")
        for kind, size in (("a", "2 dots"), ("b", "4 dots")):
            opened.page.get_by_role("combobox").select_option(kind)
            opened.until(lambda size=size: f": {size}. Arrow keys" in str(named.get_attribute("aria-label")))


def test_readers_who_zoom_are_told_nothing(browser: Browser) -> None:
    data, brush = Data.from_dataframe(TABLE), Selection.intersect()
    near = plot(dot(data, x="x", y="y", tip=True), pan_zoom(), x_domain=[-1, 4.5], width=300, height=200)
    overview = plot(dot(data, x="x", y="y", tip=True), interval_x(brush), width=300, height=200)
    detail = plot(dot(data, x="x", y="y", tip=True), x_domain=brush, width=300, height=200)
    picture = compile(vconcat(near, hconcat(overview, detail)))
    with living(browser, picture.spec, json_of(picture.sidecar), t0=TABLE) as opened:
        assert told(opened) == "1 of 6 dots lies outside the x domain"
        opened.drag((0.2, 0.5), (0.6, 0.5), 1)
        opened.until(lambda: opened.page.locator("#root [aria-label=dot] circle").count() == 18)
        assert told(opened) == "1 of 6 dots lies outside the x domain"
        opened.page.mouse.move(*opened.at(0.5, 0.5))
        opened.page.mouse.wheel(0, -400)
        opened.until(lambda: told(opened) == "")


def test_the_note_is_read_on_dark_paper(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dark.html"
    write_html(path, plot(dot(Data.from_dataframe(TABLE), "x", "y", tip=True), x_domain=[0, 4.5], height=200))
    page = browser.new_page(color_scheme="dark")
    page.goto(path.as_uri())
    page.wait_for_selector("[data-inspect-viz][data-ready]")
    note = page.get_by_text("1 of 6 dots lies outside the x domain", exact=True)
    assert note.evaluate("(text) => getComputedStyle(text).fill") == "rgb(163, 173, 187)"
    page.close()
