"""Hostile text behind rectangles, texts and rules: shown as text in tip, search and table; no link that runs."""

from __future__ import annotations

import base64
import gzip
import re

import pytest
from heatmaps import data
from test_heatmap_page import HOSTILE, opened, ready  # noqa: F401 (a fixture)

from inspect_viz.mark import rect, rule_x, text
from inspect_viz.plot import plot, to_html

SIZE = {"width": 420, "height": 300, "margin": 20}


def rows():
    return [{"from": i, "to": i + 1, "name": name, "other": HOSTILE[-i]} for i, name in enumerate(HOSTILE)]


def marks():
    extra = {"channels": {HOSTILE[0]: "other", "name": "name"}, "href": "name", "tip": True}
    table = data(rows())
    return [
        rect(table, x1="from", x2="to", y1=0, y2=1, fill="name", **extra),
        text(table, x="from", y=2, text="name", title="other", **extra),
        rule_x(table, x="to", y1=2.5, y2=3, stroke="name", **extra),
    ]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_text_is_shown_as_text(opened, which):  # noqa: F811
    page = ready(opened(to_html(plot(marks()[which], title=HOSTILE[1], **SIZE))))
    page.locator("[data-part=cells]").focus()
    page.keyboard.press("Home")
    seen = set()
    for _ in HOSTILE:
        tip = page.locator("[role=tooltip]").first
        seen.update(text.replace("\n", " ") for text in tip.locator("dd").all_inner_texts())
        assert HOSTILE[0] in tip.locator("dt").all_inner_texts()
        assert tip.locator("img, script, b, svg, a").count() == 0
        page.keyboard.press("PageDown")
    assert {text for text in HOSTILE if "\u2028" not in text} <= seen
    page.get_by_role("button", name="Table").click()
    field = page.get_by_role("combobox")
    field.fill("<")
    assert page.get_by_role("option").count() > 0
    field.press("Enter")
    assert page.locator("[data-inspect-viz] :is(img, iframe, object, embed, script:not([type]))").count() == 0
    assert page.locator("table :is(img, script, b, svg)").count() == 0


@pytest.mark.parametrize(
    "address", ["javascript:ran.push(1)", " JaVaScRiPt:ran.push(1)", "data:text/html,x", "//x.org/"]
)
def test_addresses_that_run_are_no_links(opened, address):  # noqa: F811
    table = data([{"x": 1, "to": address, "safe": "https://good.example.org/"}])
    mark = rect(table, x1=0, x2="x", y1=0, y2=1, href="to", tip=True)
    html = to_html(plot(mark, **SIZE))
    assert address.strip().encode() not in payload(html)
    page = ready(opened(html))
    box = page.locator("[data-part=cells]").bounding_box()
    page.keyboard.down("Shift")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.up("Shift")
    page.locator("[role=tooltip][data-pinned]").wait_for()
    assert page.locator("[role=tooltip] a").count() == 0
    assert page.locator("svg a[href]").count() == 0
    page.keyboard.press("Escape")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert len(page.context.pages) == 1


def test_a_page_whose_payload_was_changed_opens_nothing_that_runs(opened):  # noqa: F811
    """The page checks addresses itself: what it carries may have been written by others."""
    good, bad = "https://good.example.org/a", "javascript:ran.push('op')"
    assert len(good) == len(bad) + 1
    html = to_html(plot(rect(data([{"x": 1, "to": good}]), x1=0, x2="x", y1=0, y2=1, href="to", tip=True), **SIZE))
    page = ready(opened(replaced(html, good.encode(), bad.encode() + b" ")))
    box = page.locator("[data-part=cells]").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.press("p")
    page.locator("[role=tooltip][data-pinned]").wait_for()
    assert page.locator("[role=tooltip] a").count() == 0
    assert len(page.context.pages) == 1


MATRIX = re.compile(r'(data-part="matrix">)([^<]*)')


def payload(html):
    """The bytes that a page carries."""
    return gzip.decompress(base64.b64decode(MATRIX.search(html).group(2)))


def replaced(html, before, after):
    """The page with other bytes in its payload."""
    carried = payload(html)
    assert before in carried
    packed = base64.b64encode(gzip.compress(carried.replace(before, after))).decode()
    return MATRIX.sub(lambda found: found.group(1) + packed, html)
