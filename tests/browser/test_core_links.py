"""Opening, pinning and dragging; which links are links."""

from __future__ import annotations

import pytest
from fixtures.core import Open, Opened, page_of, small_table, with_links

HOSTILE = [
    "javascript:document.title='ran'",
    " javascript:document.title='ran'",
    "java\tscript:document.title='ran'",
    "\u0001javascript:document.title='ran'",
    "JaVaScRiPt:document.title='ran'",
    "data:text/html,<script>opener.document.title='ran'</script>",
    "vbscript:msgbox(1)",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "//elsewhere.example.org/",
]


def click(page: Opened, sample: str, model: str, modifier: str = "") -> None:
    if modifier:
        page.page.keyboard.down(modifier)
    page.page.mouse.click(*page.cell(sample, model))
    if modifier:
        page.page.keyboard.up(modifier)


def test_click_opens_the_log_in_a_new_tab(opened: Open) -> None:
    page = opened(page_of(small_table()))
    with page.page.context.expect_page() as new:
        click(page, "q-3", "beta")
    new.value.wait_for_load_state()
    assert new.value.url == "https://logs.example.org/beta/3/1"
    assert new.value.evaluate("opener") is None
    assert new.value.evaluate("document.referrer") == ""


def test_a_click_opens_the_first_of_several_epochs(opened: Open) -> None:
    page = opened(page_of(small_table(epochs=3)))
    with page.page.context.expect_page() as new:
        click(page, "q-3", "beta")
    assert new.value.url == "https://logs.example.org/beta/3/1"


def test_a_pinned_tip_has_a_link_for_each_epoch(opened: Open) -> None:
    page = opened(page_of(small_table(epochs=3)))
    click(page, "q-3", "beta", "Shift")
    links = page.page.locator("[role=tooltip] ul a")
    links.first.wait_for()
    assert links.all_inner_texts() == ["epoch 1", "epoch 2", "epoch 3"]
    assert len(page.page.context.pages) == 1
    assert {a.get_attribute("rel") for a in links.all()} == {"noopener noreferrer"}
    with page.page.context.expect_page() as new:
        links.nth(1).click()
    assert new.value.url == "https://logs.example.org/beta/3/2"


def test_shift_click_pins_until_escape(opened: Open) -> None:
    page = opened(page_of(small_table()))
    click(page, "q-3", "beta", "Shift")
    page.page.locator("[role=tooltip][data-pinned] ul a").wait_for()
    assert len(page.page.context.pages) == 1
    page.page.mouse.move(*page.cell("q-9", "alpha"))
    assert "q-3" in page.tip
    page.page.keyboard.press("Escape")
    assert not page.tip_is_shown
    assert "q-9" in page.point("q-9", "beta")


def test_p_pins_the_hovered_cell_and_moves_into_the_tip(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.point("q-3", "beta")
    page.page.keyboard.press("p")
    page.page.locator("[role=tooltip][data-pinned] ul a").wait_for()
    assert page.page.evaluate("document.activeElement.href") == "https://logs.example.org/beta/3/1"


def test_a_tap_pins(opened: Open) -> None:
    page = opened(page_of(small_table()), has_touch=True)
    page.page.touchscreen.tap(*page.cell("q-3", "beta"))
    page.page.locator("[role=tooltip][data-pinned] ul a").wait_for()
    assert "q-3" in page.tip
    assert len(page.page.context.pages) == 1


def test_a_drag_opens_nothing(opened: Open) -> None:
    page = opened(page_of(small_table()))
    x, y = page.cell("q-3", "beta")
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x + 3, y)
    page.page.mouse.move(x + 9, y)
    page.page.mouse.up()
    with page.page.context.expect_page() as new:
        page.page.mouse.move(x, y)
        page.page.mouse.down()
        page.page.mouse.move(x + 3, y)
        page.page.mouse.up()
    assert new.value.url == "https://logs.example.org/beta/3/1"
    assert len(page.page.context.pages) == 2


@pytest.mark.parametrize("href", HOSTILE)
def test_other_links_are_no_links(opened: Open, href: str) -> None:
    html = with_links(page_of(small_table()), [(0, "bad", href), (1, "good", "https://good.example.org/")])
    page = opened(html)
    first = page.page.locator('g[aria-label="y-axis tick label"] text').first.text_content() or ""
    xs = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    click(page, xs[0], first, "Shift")
    page.page.locator("[role=tooltip][data-pinned]").wait_for()
    assert page.page.locator("[role=tooltip] ul a").count() == 0
    page.page.keyboard.press("Escape")
    click(page, xs[0], first)
    with page.page.context.expect_page() as new:
        click(page, xs[1], first)
    assert new.value.url == "https://good.example.org/"
    assert len(page.page.context.pages) == 2
    assert page.page.title() != "ran"


def test_relative_links_are_links(opened: Open) -> None:
    page = opened(with_links(page_of(small_table()), [(0, "log", "logs/a%20b.html?x=1#y")]))
    first = page.page.locator('g[aria-label="y-axis tick label"] text').first.text_content() or ""
    xs = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    click(page, xs[0], first, "Shift")
    assert page.page.locator("[role=tooltip] ul a").get_attribute("href") == "logs/a%20b.html?x=1#y"
