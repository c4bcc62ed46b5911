"""Comparisons and filters in a page: what Python draws with the same arguments, and back."""

from __future__ import annotations

import pytest
from fixtures.axe import violations
from fixtures.core import Open, Opened, page_of, small_table
from fixtures.views import columns_of, demo, fragment, knob, rows_of, status, told

from inspect_viz import Data
from inspect_viz.analysis import paired
from inspect_viz.plot import to_html
from inspect_viz.view import sample_compare, sample_heatmap

SIZE = {"width": 1000, "height": 800}
A, B = "tiny/sage-1", "tiny/almanac-1"


def pick(page: Opened, model: str) -> None:
    knob(page, model).click()
    page.frame()


@pytest.mark.parametrize("width", [420, 1000])
def test_two_names_compare_as_python_does(opened: Open, width: int) -> None:
    size = {"width": width, "height": 800}
    page = opened(demo(), viewport=size)
    before = told(page)
    pick(page, A)
    assert "Choose a second model" in status(page)
    pick(page, B)
    drawn = opened(to_html(sample_compare(Data.example(), A, B, score_value="score_includes")), viewport=size)
    assert told(page) == told(drawn)
    assert rows_of(page) == rows_of(drawn)
    assert columns_of(page, 120) == columns_of(drawn, 120)
    assert told(page)["subtitle"].replace(" ", "") in status(page).replace(" ", "")
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("Escape")
    page.frame()
    assert told(page) == before


def test_a_comparison_is_made_by_keys_alone(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    knob(page, "tiny/sage-2").focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("ArrowDown")
    page.page.keyboard.press("Enter")
    page.frame()
    assert "sage-2 better on" in status(page)
    page.page.keyboard.press("Escape")
    page.frame()
    assert status(page) == "As before"


def test_a_name_that_is_chosen_twice_leads_back(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    before = told(page)
    pick(page, A)
    assert told(page) != before
    pick(page, A)
    assert told(page) == before


@pytest.mark.parametrize("how", ["alt", "menu"])
def test_a_baseline_is_that_of_python(opened: Open, how: str) -> None:
    page = opened(demo(), viewport=SIZE)
    before = told(page)
    if how == "alt":
        knob(page, B).click(modifiers=["Alt"])
    else:
        page.page.get_by_title("Compare two models").click()
        page.page.locator("[data-part=comparing]").get_by_label("Model", exact=True).select_option(label=B)
        page.page.get_by_role("button", name="All against it").click()
    page.frame()
    drawn = opened(demo(baseline=B), viewport=SIZE)
    mine, theirs = told(page), told(drawn)
    for part in ("title", "subtitle", "footer", "margin-rows"):
        assert mine[part] == theirs[part], part
    assert rows_of(page) == rows_of(drawn)
    paper = opened(demo(state=fragment(page)), viewport=SIZE)
    assert told(paper) == theirs
    assert page.page.locator("[data-part=legend-ramp] text").all_text_contents() == ["Difference", "\u22121", "0", "+1"]
    page.page.keyboard.press("Escape")
    page.frame()
    assert told(page) == before


def test_a_picture_with_a_baseline_is_compared_and_left(opened: Open) -> None:
    page = opened(demo(baseline=B), viewport=SIZE)
    before = told(page)
    pick(page, A)
    pick(page, "tiny/sage-2")
    drawn = opened(
        to_html(sample_compare(Data.example(), A, "tiny/sage-2", score_value="score_includes")), viewport=SIZE
    )
    mine, theirs = told(page), told(drawn)
    for part in ("title", "subtitle", "footer", "margin-rows"):
        assert mine[part] == theirs[part], part
    page.page.keyboard.press("Escape")
    page.frame()
    assert told(page) == before


def test_pairs_are_those_of_the_table(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    page.page.get_by_title("Compare two models").click()
    page.page.get_by_role("button", name="All pairs").click()
    rows = page.page.locator("[data-part=pairs] tbody tr")
    table = paired(Data.example(), score_value="score_includes").to_pylist()
    assert rows.count() == len(table) == 28
    by = {frozenset((pair["a"], pair["b"])): pair for pair in table}
    for cells in rows.evaluate_all("(all) => all.map((row) => [...row.cells].map((cell) => cell.textContent))"):
        pair = by[frozenset(cells[:2])]
        sign = 1 if pair["a"] == cells[0] else -1
        assert float(cells[6].replace("\u2212", "-")) == pytest.approx(100 * sign * pair["difference"], abs=0.051)
        assert int(cells[2]) == pair["n"]
        assert {int(cells[3]), int(cells[4])} == {pair["wins"], pair["losses"]}
        assert (cells[10] == "separated") == (pair["p_holm"] < 0.05)


def test_a_filter_counts_what_is_left(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    page.page.get_by_text("Filter", exact=True).click()
    page.page.get_by_label("Id contains").fill("logic")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Escape")
    page.frame()
    assert status(page) == "30 samples and 8 models are shown"
    data = Data.example().where("id LIKE '%logic%'")
    drawn = opened(to_html(sample_heatmap(data, score_value="score_includes")), viewport=SIZE)
    mine, theirs = told(page), told(drawn)
    for part in ("subtitle", "margin-rows", "title"):
        assert mine[part] == theirs[part], part
    assert rows_of(page) == rows_of(drawn)
    assert "only 30 of 120 samples" in mine["footer"]
    legend = "[data-part=legend-ramp] text, [data-part=legend-key] text"
    texts = "(all) => all.map((e) => e.textContent).filter((text) => !text.startsWith('0 '))"
    assert page.page.locator(legend).evaluate_all(texts) == drawn.page.locator(legend).evaluate_all(texts)
    page.page.get_by_text("Filter", exact=True).click()
    page.page.locator("[data-part=filtering]").get_by_role("button", name="Show all").click()
    page.frame()
    assert told(page) == told(opened(demo(), viewport=SIZE))


def test_models_are_filtered_and_compared(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    page.page.get_by_text("Filter", exact=True).click()
    for name in ("tiny/parrot-1", "tiny/abacus-3"):
        page.page.locator("[data-part=filtering]").get_by_label(name).uncheck()
    page.page.keyboard.press("Escape")
    page.frame()
    assert rows_of(page) == [
        "tiny/sage-2",
        "tiny/sage-1",
        "tiny/almanac-1",
        "tiny/scribe-1",
        "tiny/abacus-2",
        "tiny/abacus-1",
    ]
    assert "6 of 8 models" in told(page)["footer"]
    pick(page, A)
    pick(page, B)
    assert rows_of(page)[:2] == [A, B]
    page.page.keyboard.press("Escape")
    page.frame()
    assert len(rows_of(page)) == 6


def test_a_filter_without_a_match_says_so(opened: Open) -> None:
    page = opened(page_of(small_table()))
    before = told(page)
    page.page.get_by_text("Filter", exact=True).click()
    page.page.get_by_label("Id contains").fill("<b>nothing</b>")
    page.page.keyboard.press("Enter")
    assert status(page) == "No sample matches: nothing has changed"
    assert told(page) == before


def test_links_lead_to_the_kept_samples(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.page.get_by_text("Filter", exact=True).click()
    page.page.get_by_label("Id contains").fill("q-1")
    page.page.keyboard.press("Enter")
    page.page.keyboard.press("Escape")
    page.frame()
    with page.page.expect_popup() as popup:
        page.page.mouse.click(*page.cell("q-12", "beta"))
    assert popup.value.url.startswith("https://logs.example.org/beta/12/1")


def test_the_selection_is_kept(opened: Open) -> None:
    page = opened(demo(), viewport=SIZE)
    page.page.get_by_text("Select", exact=True).click()
    page.page.locator("[data-part=selecting]").get_by_role("button", name="nobody").click()
    page.page.get_by_role("button", name="Keep only these").click()
    page.frame()
    assert "only 2 of 120 samples" in told(page)["footer"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
def test_axe_finds_nothing(opened: Open, scheme: str, width: int) -> None:
    page = opened(demo(), color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    page.page.get_by_text("Filter", exact=True).click()
    assert violations(page.page) == []
    page.page.keyboard.press("Escape")
    page.page.get_by_title("Compare two models").click()
    assert violations(page.page) == []
    page.page.get_by_role("button", name="All pairs").click()
    pick(page, A)
    pick(page, B)
    assert violations(page.page) == []
