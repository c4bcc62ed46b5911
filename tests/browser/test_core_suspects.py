"""The list of suspects: the samples and reasons that `analysis.suspects` tells, in steps, with diamonds."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.core import Open, Opened, page_of
from fixtures.mislabelled import diamonds, expected, mislabelled, toggle
from fixtures.views import sides, status
from playwright.sync_api import Locator


def entries(page: Opened) -> Locator:
    return page.page.locator("[data-part=suspect-list] li button")


def listed(page: Opened) -> list[tuple[str, str]]:
    texts = [text.split(" ", 1) for text in entries(page).all_text_contents()]
    return [(name, reason) for name, reason in texts]


def current(page: Opened) -> str:
    return str(page.page.locator("[data-part=suspect-list] [aria-current] b").inner_text())


def framed(page: Opened) -> float:
    """Middle of the frame around what was found."""
    page.frame()
    box = page.page.locator('[data-sign="found line"]').bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize(
    "options",
    [{}, {"orientation": "vertical"}, {"sort": "descending"}, {"sort": "natural"}, {"threshold": 0.5}],
)
def test_the_list_is_that_of_the_table(opened: Open, options: dict[str, Any]) -> None:
    rows, wrong = mislabelled()
    page = opened(page_of(rows, **options))
    toggle(page).click()
    assert listed(page) == expected(rows)
    assert {name for name, _ in listed(page)[: len(wrong)]} == wrong
    said = page.page.locator("[data-part=suspect-list] p span").inner_text()
    assert said == f"{len(expected(rows))} suspects: samples that strong models fail and weak ones pass."


def test_grades_and_gaps_are_those_of_the_table(opened: Open) -> None:
    rows, _ = mislabelled(samples=30)
    rows["score_s"] = 2 + 7 * rows["score_s"]
    rows = rows[[i % 7 != 3 for i in range(len(rows))]]
    page = opened(page_of(rows, threshold=5))
    toggle(page).click()
    assert listed(page) == expected(rows, threshold=5)
    graded = opened(page_of(rows))
    toggle(graded).click()
    assert listed(graded) == expected(rows)
    assert "score" in listed(graded)[0][1]


@pytest.mark.parametrize("threshold", [None, 4.5])
def test_lower_may_be_better(opened: Open, threshold: float | None) -> None:
    rows, wrong = mislabelled(samples=30)
    rows["score_s"] = 9 - 7 * rows["score_s"]
    options: dict[str, Any] = {"higher_is_better": False, "threshold": threshold}
    page = opened(page_of(rows, **options))
    toggle(page).click()
    assert listed(page) == expected(rows, **options)
    assert {name for name, _ in listed(page)[: len(wrong)]} == wrong


def test_a_click_goes_to_the_sample(opened: Open) -> None:
    rows, _ = mislabelled()
    page = opened(page_of(rows))
    toggle(page).click()
    (name, reason) = listed(page)[2]
    entries(page).nth(2).click()
    assert current(page) == name
    assert status(page) == f"Suspect 3 of {len(listed(page))}, {name}: {reason}"
    assert min(abs(framed(page) - x) for x, _ in diamonds(page)) < 1
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("ArrowDown")
    assert name in page.tip


def test_steps_go_around(opened: Open) -> None:
    page = opened(page_of(mislabelled()[0]))
    toggle(page).click()
    names = [name for name, _ in listed(page)]
    step = {word: page.page.get_by_role("button", name=word) for word in ("Previous", "Next")}
    for name in (*names, names[0]):
        step["Next"].click()
        assert current(page) == name
    step["Previous"].click()
    assert current(page) == names[-1]
    inside = "(e) => { const a = e.getBoundingClientRect(), b = e.closest('ol').getBoundingClientRect();"
    assert page.page.locator("[aria-current]").evaluate(
        f"{inside} return a.top >= b.top && a.bottom <= b.bottom + 1; }}"
    )


def test_keys_do_all_of_it(opened: Open) -> None:
    page = opened(page_of(mislabelled()[0]))
    keyboard = page.page.keyboard
    toggle(page).focus()
    keyboard.press("Enter")
    assert toggle(page).get_attribute("aria-expanded") == "true"
    names = [name for name, _ in listed(page)]
    entries(page).first.focus()
    for key, name in (("ArrowDown", names[1]), ("End", names[-1]), ("ArrowDown", names[-1]), ("Home", names[0])):
        keyboard.press(key)
        assert page.page.evaluate("document.activeElement.querySelector('b').textContent") == name
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    assert current(page) == names[1]
    assert status(page).startswith(f"Suspect 2 of {len(names)}, {names[1]}: ")
    assert page.page.evaluate("document.activeElement.querySelector('b').textContent") == names[1]
    assert entries(page).evaluate_all("(all) => all.filter((e) => e.tabIndex === 0).length") == 1
    keyboard.press("Escape")
    assert page.page.locator("[data-part=suspect-list]").is_hidden()
    assert page.page.evaluate("document.activeElement.textContent") == "Suspects"
    assert diamonds(page) == []


def test_escape_closes_the_list_before_it_clears_a_selection(opened: Open) -> None:
    page = opened(page_of(mislabelled()[0]))
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text="split").click()
    toggle(page).click()
    entries(page).first.focus()
    page.page.keyboard.press("Escape")
    assert page.page.locator("[data-part=suspect-list]").is_hidden()
    assert page.page.locator("[data-part=tray]").is_visible()


def test_few_models_make_the_list_grey(opened: Open) -> None:
    rows = pd.DataFrame(
        {"id": f"q{s}", "model": f"m{m}", "score_s": float(value)}
        for m, scores in enumerate(("1110", "1100", "0001"))
        for s, value in enumerate(scores)
    )
    page = opened(page_of(rows))
    toggle(page).click()
    said = f"{len(expected(rows))} suspect, which 3 models cannot tell from chance: that takes 12."
    assert page.page.locator("[data-part=suspect-list] p span").inner_text().replace("suspects", "suspect") == said
    assert listed(page) == expected(rows)
    color = "(e) => getComputedStyle(e).color"
    muted = page.page.locator("[data-part=tools] span button").first.evaluate(color)
    assert entries(page).first.locator("b").evaluate(color) == muted
    page.page.get_by_text("Select", exact=True).click()
    assert page.page.locator("[data-part=selecting] button").filter(has_text="suspects").count() == 0


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((101, 11), "No suspects: 2 models, and it takes 3 to find one."),
        ((11, 11, 11), "No suspects: scores do not differ between models."),
        ((111, 110, 100), "No suspects: no sample goes against what models do elsewhere."),
    ],
)
def test_where_there_is_none_the_page_says_why(opened: Open, scores: tuple[int, ...], said: str) -> None:
    rows = pd.DataFrame(
        {"id": f"q{s}", "model": f"m{m}", "score_s": float(value)}
        for m, told in enumerate(scores)
        for s, value in enumerate(str(told))
    )
    page = opened(page_of(rows))
    toggle(page).click()
    assert page.page.locator("[data-part=suspect-list]").inner_text() == said
    assert status(page) == said
    assert entries(page).count() == 0


def test_groups_have_no_list(opened: Open) -> None:
    rows, _ = mislabelled(samples=20)
    rows["topic"] = [f"t{int(name[1:]) % 3}" for name in rows["id"]]
    page = opened(page_of(rows, group="topic", level="groups"))
    assert toggle(page).count() == 0


def test_suspects_can_be_selected(opened: Open) -> None:
    rows, _ = mislabelled()
    page = opened(page_of(rows), permissions=["clipboard-read", "clipboard-write"])
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting] button").filter(has_text=f"suspects {len(expected(rows))}").click()
    page.page.get_by_role("button", name="Copy ids").click()
    page.page.locator("[data-part=status]").filter(has_text="Copied").wait_for()
    ids = str(page.page.evaluate("navigator.clipboard.readText()")).split("\n")
    assert set(ids) == {name for name, _ in expected(rows)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("models", [4, 20])
def test_axe_finds_nothing_and_all_tools_are_in_sight(opened: Open, scheme: str, width: int, models: int) -> None:
    html = page_of(mislabelled(models)[0])
    page = opened(html, color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    toggle(page).click()
    page.page.get_by_role("button", name="Next").click()
    for name in ("[data-part=find]", "[data-part=tools] > button", "[data-part=suspect-list]"):
        left, right = sides(page.page.locator(name))
        assert 0 <= left <= right <= width
    assert violations(page.page) == []
