"""The state of a picture in its address: pages open in it, Python draws it, and nothing else gets in."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from fixtures.core import Open, Opened
from fixtures.views import choose, demo, fragment, knob, rows_of, status, told

from inspect_viz import Data
from inspect_viz.plot import to_html
from inspect_viz.view import sample_heatmap

SIZE = {"width": 1000, "height": 800}
A, B = "tiny/sage-1", "tiny/almanac-1"


def compare(page: Opened) -> None:
    for name in (A, B):
        knob(page, name).click()
        page.frame()


def filtered(page: Opened, text: str) -> None:
    page.page.get_by_text("Filter", exact=True).click()
    page.page.get_by_label("Id contains").fill(text)
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Escape")
    page.frame()


def go(page: Opened, address: str) -> None:
    page.page.evaluate("(hash) => { location.hash = hash; }", address)
    page.frame()


def test_a_state_is_in_the_address_and_comes_back(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    first = told(page)
    assert fragment(page) == ""
    filtered(page, "logic")
    compare(page)
    shown, address = told(page), fragment(page)
    again = opened(demo(), viewport=SIZE)
    go(again, address)
    assert told(again) == shown
    go(again, "")
    assert told(again) == first


@pytest.mark.parametrize("what", ["compared", "kept", "ordered"])
def test_python_draws_the_state_of_an_address(opened: Open, what: str) -> None:
    page = opened(demo(), viewport=SIZE)
    if what != "ordered":
        filtered(page, "logic")
    if what == "compared":
        compare(page)
    if what == "ordered":
        choose(page, "samples", "discrimination")
        choose(page, "models", "by name")
    drawn = opened(demo(state=fragment(page)), viewport=SIZE)
    # Where columns are labelled in the page, the words at the ends of their axis have no room.
    ends = " \u2190 hardest easiest \u2192"
    mine, theirs = told(page), told(drawn)
    assert {part: text.replace(ends, "") for part, text in theirs.items()} == {
        part: text.replace(ends, "") for part, text in mine.items()
    }
    assert rows_of(drawn) == rows_of(page)


def test_what_is_copied_is_what_python_takes(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE, permissions=["clipboard-read", "clipboard-write"])
    compare(page)
    page.page.get_by_role("button", name="Copy view").click()
    page.page.locator("[data-part=status]").filter(has_text="Copied").wait_for(state="attached")
    text = str(page.page.evaluate("navigator.clipboard.readText()"))
    options: dict[str, Any] = {}
    exec(f"options.update({text})".replace("state=", "state="), {"options": options})
    html = to_html(sample_heatmap(Data.example(), score_value="score_includes", **options))
    assert told(opened(html, viewport=SIZE)) == told(page)


@pytest.mark.parametrize(
    "value",
    [
        "{",
        "[]",
        json.dumps({"of": "00000000", "versus": [A, B]}),
        json.dumps({"versus": [A, B]}),
        "<img src=x onerror=alert(1)>",
    ],
)
def test_addresses_of_others_are_ignored_with_a_word(opened: Open, value: str) -> None:
    page = opened(demo(), viewport=SIZE)
    before = told(page)
    go(page, f"view={quote(value)}")
    assert told(page) == before
    assert "another picture" in status(page)
    assert page.troubles == []


def test_what_is_unknown_in_an_address_is_left_out(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    choose(page, "samples", "by name")
    mark = json.loads(page.page.evaluate("new URLSearchParams(location.hash.slice(1)).get('view')"))["of"]
    hostile = {
        "of": mark,
        "versus": [A, "</script><script>alert(1)</script>"],
        "samples": {"by": "constructor"},
        "keep": {"samples": [17, None], "models": "x"},
        "models": {"by": "natural", "falling": "yes"},
        "__proto__": {"samples": {"by": "mean"}},
    }
    go(page, f"view={quote(json.dumps(hostile))}")
    drawn = opened(demo(sort={"models": "natural"}), viewport=SIZE)
    assert told(page) == told(drawn)
    assert page.troubles == []


def test_a_selection_comes_back(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting]").get_by_role("button", name="nobody").click()
    again = opened(demo(), viewport=SIZE)
    go(again, fragment(page))
    assert "2 of 120 samples selected" in again.page.locator("[data-part=tray]").inner_text()
