"""The table of a picture: means, order, filter, what stays in sight, and how it is reached."""

from __future__ import annotations

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.core import Open, Opened, large_table, page_of, small_table
from playwright.sync_api import Locator

SCROLLER = "[data-part=scroller]"


def troubled() -> pd.DataFrame:
    """q-2 has an error and q-5 is not run with beta; nobody has a score for q-7."""
    table = small_table()
    beta = table.model_display_name == "beta"
    table.loc[(table.id == "q-2") & beta, ["score_s", "error"]] = [None, "broken"]
    table.loc[table.id == "q-7", "score_s"] = None
    return table[~((table.id == "q-5") & beta)]


def with_table(page: Opened) -> Opened:
    page.page.get_by_role("button", name="Table", exact=True).click()
    page.frame()
    return page


def names(page: Opened) -> list[str]:
    return page.page.locator("tbody th").all_inner_texts()


def column(page: Opened, name: str) -> list[str]:
    number = page.page.locator("thead th").all_inner_texts().index(name)
    return page.page.locator(f"tbody td:nth-child({number + 1})").all_inner_texts()


def heading(page: Opened, name: str) -> Locator:
    return page.page.get_by_role("columnheader", name=name, exact=True)


def sort_by(page: Opened, name: str) -> str | None:
    heading(page, name).get_by_role("button").click()
    return heading(page, name).get_attribute("aria-sort")


def status(page: Opened) -> str:
    return page.page.locator("[data-part=pager] [role=status]").inner_text()


def filtered(page: Opened, text: str) -> list[str]:
    page.page.get_by_role("searchbox").fill(text)
    return names(page)


def test_the_mean_is_that_of_the_scores_there_are(opened: Open) -> None:
    table = troubled()
    page = with_table(opened(page_of(table)))
    means = table.groupby("id").score_s.mean()
    shown = dict(zip(names(page), column(page, "mean"), strict=True))
    assert shown.pop("q-7") == ""
    assert len(shown) == 11
    assert {name: float(text) for name, text in shown.items()} == pytest.approx(means.drop("q-7").to_dict(), abs=0.005)


def test_a_single_model_has_no_mean(opened: Open) -> None:
    page = with_table(opened(page_of(large_table(5, 1))))
    assert page.page.locator("thead th").all_inner_texts() == ["id", "m0"]


def test_a_heading_sorts_up_then_down_then_as_in_the_picture(opened: Open) -> None:
    page = with_table(opened(page_of(troubled())))
    before = names(page)
    assert sort_by(page, "beta") == "ascending"
    rising = column(page, "beta")
    known = [text for text in rising if text[:1].isdigit()]
    assert [float(text) for text in known] == sorted(map(float, known))
    assert set(rising[len(known) :]) == {"unscored", "error", "absent"}
    assert sort_by(page, "beta") == "descending"
    falling = column(page, "beta")
    assert falling[: len(known)] == sorted(known, key=float, reverse=True)
    assert set(falling[len(known) :]) == {"unscored", "error", "absent"}
    assert sort_by(page, "beta") is None
    assert names(page) == before
    sort_by(page, "id")
    assert names(page) == [f"q-{n}" for n in range(1, 13)]
    assert sort_by(page, "mean") == "ascending"
    assert heading(page, "id").get_attribute("aria-sort") is None
    assert names(page)[-1] == "q-7"


def test_equal_rows_keep_the_order_of_the_picture(opened: Open) -> None:
    table = large_table(30, 3)
    table["score_s"] = [float(text[1:]) % 2 for text in table.id]
    page = with_table(opened(page_of(table)))
    before = names(page)
    sort_by(page, "m1")
    odd = {f"s{n}" for n in range(1, 30, 2)}
    assert names(page) == [n for n in before if n not in odd] + [n for n in before if n in odd]
    sort_by(page, "m1")
    assert names(page) == [n for n in before if n in odd] + [n for n in before if n not in odd]


def test_the_filter_finds_names_and_states(opened: Open) -> None:
    page = with_table(opened(page_of(troubled())))
    assert set(filtered(page, "Q-1")) == {"q-1", "q-10", "q-11", "q-12"}
    assert status(page) == "1\u20134 of 4 that match, of 12 samples"
    assert filtered(page, " error ") == ["q-2"]
    assert set(filtered(page, "abs")) == {"q-5"}
    assert filtered(page, "nothing of the kind") == []
    assert status(page) == "No sample matches"
    assert page.page.get_by_role("button", name="Next").is_disabled()
    assert len(filtered(page, "")) == 12
    assert status(page) == "1\u201312 of 12"


def test_order_and_filter_go_through_all_pages(opened: Open) -> None:
    table = large_table(130, 3)
    page = with_table(opened(page_of(table, height=300)))
    page.page.get_by_role("button", name="Next").click()
    sort_by(page, "m2")
    assert status(page) == "1\u201350 of 130"
    expected = table[table.model_display_name == "m2"].score_s.sort_values().tolist()
    assert [float(text) for text in column(page, "m2")] == pytest.approx(expected[:50])
    assert len(filtered(page, "s1")) == 41
    assert status(page) == "1\u201341 of 41 that match, of 130 samples"


def test_opening_scrolls_to_it_and_keys_scroll_it(opened: Open) -> None:
    page = opened(page_of(large_table(60, 20)), viewport={"width": 700, "height": 500})
    assert page.page.evaluate("scrollY") == 0
    with_table(page)
    box = page.page.locator(SCROLLER).bounding_box()
    assert box
    assert box["y"] + box["height"] <= 500
    assert page.page.evaluate("document.activeElement.dataset.part") == "scroller"
    page.page.keyboard.press("ArrowRight")
    page.until(f"document.querySelector('{SCROLLER}').scrollLeft > 0")


def test_keys_sort_and_filter(opened: Open) -> None:
    page = with_table(opened(page_of(small_table())))
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement.textContent") == "mean"
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Space")
    assert heading(page, "mean").get_attribute("aria-sort") == "descending"
    for _ in range(3):
        page.page.keyboard.press("Shift+Tab")
    page.page.keyboard.type("q-3")
    assert names(page) == ["q-3"]


def test_names_and_headings_stay_and_columns_beyond_are_counted(opened: Open) -> None:
    page = with_table(opened(page_of(large_table(60, 20)), viewport={"width": 600, "height": 700}))
    scroller = page.page.locator(SCROLLER)
    more = page.page.locator("[data-part=more]")

    def hidden() -> int:
        edge = scroller.bounding_box()
        assert edge
        boxes = [head.bounding_box() for head in page.page.locator("thead th").all()]
        return sum(box["x"] + box["width"] > edge["x"] + edge["width"] + 1 for box in boxes if box)

    n = hidden()
    assert 5 < n < 20
    assert more.inner_text() == f"{n} more columns to the right \u2192"
    corner, name = page.page.locator("thead th").first, page.page.locator("tbody th").nth(12)
    before = corner.bounding_box(), name.bounding_box()
    more.click()
    page.until(f"document.querySelector('{SCROLLER}').scrollLeft > 100")
    page.until(f"!document.querySelector('[data-part=more]').textContent.startsWith('{n} ')")
    assert more.inner_text() == f"{hidden()} more columns to the right \u2192"
    scroller.evaluate("(e) => (e.scrollTop = 100)")
    page.frame()
    after = corner.bounding_box(), name.bounding_box()
    assert before[0]
    assert before[1]
    assert after[0]
    assert after[1]
    assert (after[0]["x"], after[1]["x"]) == (before[0]["x"], before[1]["x"])
    assert after[1]["y"] < before[1]["y"]
    top = scroller.bounding_box()
    assert top
    assert after[0]["y"] == pytest.approx(top["y"] + 1, abs=1)
    scroller.evaluate("(e) => (e.scrollLeft = 1e6)")
    page.frame()
    assert not more.is_visible()


@pytest.mark.parametrize(("samples", "models"), [(20_000, 2), (2, 3_000)])
def test_large_tables_draw_few_cells_and_say_so(opened: Open, samples: int, models: int) -> None:
    page = with_table(opened(page_of(large_table(samples, models), height=300)))
    assert page.page.locator("tbody td").count() <= 50 * 41
    cut = page.page.locator("[data-part=cut]")
    if models > 40:
        assert cut.inner_text() == "The first 40 models of 3,000; the file has all."
    else:
        assert cut.count() == 0
        assert status(page) == "1\u201350 of 20,000"
        sort_by(page, "id")
        assert names(page)[:3] == ["s0", "s1", "s2"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 900])
def test_axe_finds_nothing_and_nothing_sticks_out(opened: Open, scheme: str, width: int) -> None:
    table = troubled()
    table["id"] = table["id"] + " with a rather long name that goes on and on"
    size = {"width": width, "height": 844}
    page = with_table(opened(page_of(table), color_scheme=scheme, bypass_csp=True, viewport=size))
    sort_by(page, "mean")
    filtered(page, "q-")
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width
    page.page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    assert violations(page.page) == []
