"""Questions that a reader brings to a picture, each answered in at most two moves, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fixtures.core import Open, Opened, page_of
from fixtures.planted import PLANTED, REFUSED, planted

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
HANDS = pytest.mark.parametrize("hand", ["mouse", "keyboard"])


def press(hand: str) -> Callable[[Any], None]:
    """What uses a control: a click, or Enter on it."""
    return (lambda control: control.click()) if hand == "mouse" else (lambda control: control.press("Enter"))


def button(page: Opened, name: str) -> Any:
    return page.page.get_by_role("button", name=name)


def tray(page: Opened) -> str:
    return page.page.locator("[data-part=tray]").inner_text()


def clipboard(page: Opened) -> set[str]:
    page.until("navigator.clipboard.readText().then((text) => text !== '')")
    return set(page.page.evaluate("navigator.clipboard.readText()").split("\n"))


@HANDS
@pytest.mark.parametrize("who", ["nobody", "everybody"])
def test_a_which_samples_does_nobody_or_everybody_solve(opened: Open, hand: str, who: str) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    press(hand)(button(page, f"Select {who}"))
    assert f"{len(PLANTED[who])} of 13 samples selected: {who}" in tray(page)
    press(hand)(button(page, "Copy ids"))
    assert clipboard(page) == set(PLANTED[who])


@HANDS
def test_d_what_is_missing_and_why(opened: Open, hand: str) -> None:
    page = opened(page_of(planted(), details=["error"]))
    press(hand)(button(page, "Step through 3 errors"))
    page.until("document.querySelector('[role=tooltip] [data-part=error]')")
    assert "boom: the tool broke" in page.tip


@HANDS
def test_f_open_that_transcript_and_two_side_by_side(opened: Open, hand: str) -> None:
    page = opened(page_of(planted()))
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("p")
    panel = page.page.locator("[role=tooltip][data-pinned]")
    panel.wait_for()
    box = panel.get_by_role("checkbox").nth(3)
    box.click() if hand == "mouse" else box.press("Space")
    press(hand)(panel.get_by_role("button", name="Open both", exact=True))
    for _ in range(600):
        if len([one for one in page.page.context.pages if one.url.startswith("https:")]) == 2:
            break
        page.frame()
    urls = {one.url for one in page.page.context.pages[1:]}
    assert {url.split("/")[3] for url in urls} == {"ann", "dee"}
    assert len({url.split("/")[4] for url in urls}) == 1


@pytest.mark.parametrize("name", ["s2", "bob"])
def test_i_find_a_sample_or_a_model(opened: Open, name: str) -> None:
    page = opened(page_of(planted()))
    page.page.keyboard.press("Tab")
    page.page.keyboard.type(name)
    page.page.keyboard.press("Enter")
    way = "x" if name == "s2" else "y"
    frame = page.page.locator('[data-sign="found line"]').bounding_box()
    assert frame
    assert abs(frame[way] + frame["width" if way == "x" else "height"] / 2 - page.label(name, way)) < 3


@HANDS
def test_k_ids_of_the_hard_ones(opened: Open, hand: str) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    press(hand)(button(page, "Select about 2 of 4"))
    press(hand)(button(page, "Copy ids"))
    assert clipboard(page) == {"r1", "r2", "s2", "x1", "f1"}


@HANDS
def test_m_does_refusing_differ_between_models(opened: Open, hand: str) -> None:
    page = opened(page_of(planted()))
    press(hand)(button(page, "Step through 3 refused"))
    told = page.page.locator("[data-part=steps]").inner_text()
    counts = {model: sum(model == other for _, other, _ in REFUSED) for model in ("bob", "dee")}
    assert f"by model: bob {counts['bob']}, dee {counts['dee']}, none in 2 others" in told
