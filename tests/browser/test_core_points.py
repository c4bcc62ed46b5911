"""Rectangles, texts and rules answer as cells do: tip, links, keys, search, table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.core import Open
from fixtures.points import FRAME, RUNS, bars, data, focused, page_of_marks, place, point, told

from inspect_viz.mark import rect, rule_x, text
from inspect_viz.plot import plot, to_html


def test_the_tip_of_a_rectangle_tells_its_channels(opened: Open) -> None:
    page = opened(page_of_marks(bars()))
    assert point(page, 2, 0.5)
    assert told(page) == {"begin": "1", "end": "3", "low": "0", "high": "1", "run": "first", "grade": "C"}
    assert "Click to open" in page.tip
    assert page.page.locator("[role=tooltip] [data-part=swatch]").count() == 1
    assert point(page, 5, 0.5) == ""


def test_the_swatch_has_the_colour_of_the_rectangle(opened: Open) -> None:
    page = opened(page_of_marks(bars()))
    point(page, 5, 1.5)
    swatch = page.page.locator("[role=tooltip] [data-part=swatch]").evaluate("e => getComputedStyle(e).backgroundColor")
    red, green, blue = map(int, swatch[4:-1].split(","))
    page.page.mouse.move(2, 2)
    x, y = place(page, 5, 1.5)
    assert tuple(page.pixels()[int(y), int(x)]) == (red, green, blue)


@pytest.mark.parametrize("option", ["channels", "href"])
def test_a_click_opens_the_link(opened: Open, option: str) -> None:
    links = {"channels": {"run": "run", "page": "page"}} if option == "channels" else {"href": "page"}
    page = opened(page_of_marks(bars(**{"channels": {"run": "run"}, **links})))
    with page.page.context.expect_page() as new:
        page.page.mouse.click(*place(page, 5, 1.5))
    assert new.value.url == "https://runs.example.org/1"
    assert new.value.evaluate("opener") is None


def test_a_pinned_tip_has_the_links_and_copies_the_name(opened: Open) -> None:
    page = opened(page_of_marks(bars(href="page")), permissions=["clipboard-read", "clipboard-write"])
    page.page.keyboard.down("Shift")
    page.page.mouse.click(*place(page, 5, 1.5))
    page.page.keyboard.up("Shift")
    links = page.page.locator("[role=tooltip][data-pinned] a")
    assert links.all_inner_texts() == ["page"]
    assert {a.get_attribute("rel") for a in links.all()} == {"noopener noreferrer"}
    page.page.get_by_role("button", name="Copy run").click()
    page.page.get_by_role("status").get_by_text("Copied second").first.wait_for()
    assert page.page.evaluate("navigator.clipboard.readText()") == "second"


def test_arrows_go_to_the_next_thing_in_their_direction(opened: Open) -> None:
    page = focused(opened, page_of_marks(bars()))
    seen = [told(page)["run"]]
    for key in (*["ArrowRight"] * 3, "ArrowLeft", "ArrowDown", "ArrowUp", "End", "Home"):
        page.page.keyboard.press(key)
        seen.append(told(page)["run"])
    assert seen == ["first", "second", "fourth", "fourth", "third", "second", "third", "fourth", "first"]


def test_keys_open_pin_and_copy(opened: Open) -> None:
    page = focused(opened, page_of_marks(bars()))
    assert "rects" in (page.page.locator("[data-part=cells]").get_attribute("aria-label") or "")
    assert "run first" in page.page.locator("[aria-live=polite]").inner_text()
    with page.page.context.expect_page() as new:
        page.page.keyboard.press("Enter")
    assert new.value.url == "https://runs.example.org/0"
    page.page.keyboard.press("c")
    page.page.get_by_role("status").get_by_text("Copied first").first.wait_for()
    page.page.keyboard.press("p")
    page.page.locator("[role=tooltip][data-pinned] a").wait_for()
    assert page.page.evaluate("document.activeElement.textContent") == "page"


def test_things_in_one_place_are_all_reached_by_keys(opened: Open) -> None:
    same = pd.DataFrame({"x": [5, 5, 5], "y": [2, 2, 2], "name": ["a", "b", "c"]})
    page = focused(opened, page_of_marks(text(data(same), x="x", y="y", text="name", tip=True)))
    assert "1 of 3 in this place" in page.tip
    seen = {told(page)["name"]}
    for _ in range(2):
        page.page.keyboard.press("ArrowRight")
        seen.add(told(page)["name"])
    assert seen == {"a", "b", "c"}


def test_find_frames_a_thing(opened: Open) -> None:
    page = opened(page_of_marks(bars()))
    field = page.page.get_by_role("combobox")
    field.fill("ir")
    assert page.page.get_by_role("option").all_inner_texts() == ["first", "third"]
    field.fill("second")
    field.press("Enter")
    frame = page.page.locator('[data-sign="found line"]').bounding_box()
    assert frame is not None
    x, y = place(page, 5.25, 1.5)
    assert frame["x"] + frame["width"] / 2 == pytest.approx(x, abs=1)
    assert frame["y"] + frame["height"] / 2 == pytest.approx(y, abs=1)


def test_the_table_and_its_file_hold_all_things(opened: Open) -> None:
    page = opened(page_of_marks(bars()))
    page.page.get_by_role("button", name="Table").click()
    heads = page.page.locator("thead th").all_inner_texts()
    rows = [r.locator("th, td").all_inner_texts() for r in page.page.locator("tbody tr").all()]
    found = pd.DataFrame(rows, columns=heads)
    assert heads[0] == "run"
    assert found["run"].tolist() == RUNS["run"].tolist()
    assert found["end"].astype(float).tolist() == RUNS["end"].tolist()
    with page.page.expect_download() as download:
        page.page.get_by_role("button", name="Download CSV").click()
    read = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
    assert [(row["run"], float(row["begin"])) for row in read] == list(zip(RUNS["run"], RUNS["begin"], strict=True))


def test_negative_numbers_are_numbers_in_the_file(opened: Open) -> None:
    frame = RUNS.assign(begin=-RUNS["begin"])
    page = opened(page_of_marks(bars(frame), x_domain=[-10, 10]))
    page.page.get_by_role("button", name="Table").click()
    with page.page.expect_download() as download:
        page.page.get_by_role("button", name="Download CSV").click()
    read = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
    assert [float(row["begin"]) for row in read] == frame["begin"].tolist()


def test_a_rule_answers_near_its_line(opened: Open) -> None:
    limits = pd.DataFrame({"at": [2.0, 7.0], "what": ["soft limit", "hard limit"]})
    page = opened(page_of_marks(rule_x(data(limits), x="at", channels={"what": "what"}, tip=True)))
    x, y = place(page, 7, 2)
    page.page.mouse.move(x + 2, y)
    assert told(page) == {"at": "7", "what": "hard limit"}
    page.page.mouse.move(x + 60, y)
    assert not page.tip_is_shown


def test_a_rule_between_two_ends(opened: Open) -> None:
    spans = pd.DataFrame({"x": [2.0], "from": [1.0], "to": [3.0]})
    page = opened(page_of_marks(rule_x(data(spans), x="x", y1="from", y2="to", tip=True)))
    assert "from" in point(page, 2, 2)
    assert point(page, 2, 3.8) == ""


def test_rules_of_values_answer_without_data(opened: Open) -> None:
    page = opened(page_of_marks(rule_x(x=[2, 7], tip=True)))
    assert point(page, 7, 2)
    assert list(told(page).values()) == ["7"]


def test_a_text_answers_over_its_letters(opened: Open) -> None:
    words = pd.DataFrame({"x": [2.0, 6.0], "y": [2.0, 2.0], "word": ["a long first word", "b"], "n": [3, 4]})
    page = opened(page_of_marks(text(data(words), x="x", y="y", text="word", channels={"n": "n"}, tip=True)))
    x, y = place(page, 2, 2)
    page.page.mouse.move(x - 30, y)
    assert told(page) == {"x": "2", "y": "2", "word": "a long first word", "n": "3"}
    outline = page.page.locator('[data-sign="cell line"]').bounding_box()
    drawn = page.page.get_by_text("a long first word").first.bounding_box()
    assert outline is not None
    assert drawn is not None
    assert outline["width"] == pytest.approx(drawn["width"], abs=4)
    assert outline["y"] + outline["height"] / 2 == pytest.approx(drawn["y"] + drawn["height"] / 2, abs=2)


def test_a_colour_that_shows_a_position_has_its_swatch(opened: Open) -> None:
    words = pd.DataFrame({"x": [2.0, 6.0], "y": [2.0, 3.0], "word": ["one", "two"]})
    page = opened(page_of_marks(text(data(words), x="x", y="y", text="word", fill="y", tip=True)))
    assert point(page, 2, 2)
    assert told(page) == {"word": "one", "x": "2", "y": "2"}
    assert page.page.locator("[role=tooltip] [data-part=swatch]").count() == 1


def test_of_overlapping_things_the_upper_answers(opened: Open) -> None:
    two = pd.DataFrame({"a": [1, 3], "b": [6, 9], "name": ["lower", "upper"]})
    marks = rect(data(two), x1="a", x2="b", y1=1, y2=3, channels={"name": "name"}, tip=True)
    page = opened(page_of_marks(marks))
    assert [("lower" in point(page, x, 2), "upper" in point(page, x, 2)) for x in (2, 5, 8)] == [
        (True, False),
        (False, True),
        (False, True),
    ]


def test_formats_of_the_tip(opened: Open) -> None:
    tip = {"format": {"x1": ".2f", "y1": False, "y2": False}}
    page = opened(page_of_marks(bars(channels={}, tip=tip)))
    assert point(page, 2, 0.5)
    assert told(page) == {"begin": "1.00", "end": "3", "grade": "C"}


def test_moments_are_told_as_dates(opened: Open) -> None:
    times = pd.DataFrame({"at": pd.to_datetime(["2024-01-05 00:00:00", "2024-01-06 12:30:00"]), "y": [1.0, 2.0]})
    page = opened(to_html(plot(text(data(times), x="at", y="y", text="y", tip=True), **FRAME)))
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("Home")
    first = told(page)["at"]
    page.page.keyboard.press("End")
    assert [first, told(page)["at"]] == ["2024-01-05", "2024-01-06 12:30:00"]


def test_zoomed_things_answer_where_they_are_seen(opened: Open) -> None:
    page = opened(page_of_marks(bars()))
    before = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    x, y = place(page, 5, 1.5)
    page.page.mouse.move(x, y)
    page.page.keyboard.down("Control")
    for _ in range(6):
        page.page.mouse.wheel(0, -120)
    page.page.keyboard.up("Control")
    page.frame()
    assert told(page)["run"] == "second"
    ticks = page.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    assert ticks != before
    assert all("4" <= tick <= "6.5" for tick in ticks)
    drawn = page.page.locator('g[aria-label="rect"] rect').nth(1).bounding_box()
    assert drawn is not None
    page.page.mouse.move(x, drawn["y"] + 2)
    assert told(page)["run"] == "second"


def test_zoomed_texts_keep_their_size_and_answer(opened: Open) -> None:
    words = pd.DataFrame({"x": [4.0, 6.0], "y": [2.0, 2.0], "word": ["left", "right"]})
    page = opened(page_of_marks(text(data(words), x="x", y="y", text="word", styles={"font_size": 30}, tip=True)))
    drawn = page.page.get_by_text("right").first
    before = drawn.bounding_box()
    page.wheel(0.5, 0.5, 6)
    after = drawn.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] > before["x"] + 50
    assert after["width"] == pytest.approx(before["width"], abs=1)
    page.page.mouse.move(after["x"] + after["width"] / 2, after["y"] + after["height"] / 2)
    assert told(page)["word"] == "right"
    outline = page.page.locator('[data-sign="cell line"]').bounding_box()
    assert outline is not None
    assert outline["x"] == pytest.approx(after["x"], abs=4)


def test_things_in_facets_answer_in_their_facet(opened: Open) -> None:
    parts = RUNS.assign(part=["one", "two", "one", "two"])
    page = opened(to_html(plot(bars(parts, fx="part"), **FRAME)))
    for run in ("first", "second"):
        drawn = page.page.locator('g[aria-label="rect"] rect').nth(0 if run == "first" else 2).bounding_box()
        assert drawn is not None
        page.page.mouse.move(drawn["x"] + drawn["width"] / 2, drawn["y"] + drawn["height"] / 2)
        assert told(page)["run"] == run


def test_ticks_keep_to_the_numbers_while_zooming(opened: Open) -> None:
    page = opened(page_of_marks(bars()))
    page.wheel(0.5, 0.5, 8)
    texts = page.page.locator('g[aria-label="x-axis tick label"] text')
    found = {float(t.text_content() or ""): t.evaluate("e => e.getScreenCTM().e") for t in texts.all()}
    assert len(found) >= 2
    drawn = (
        page.page.locator('g[aria-label="rect"] rect')
        .nth(1)
        .evaluate("e => [e.getBoundingClientRect().left, e.getBoundingClientRect().right]")
    )
    (a, at_a), (b, at_b) = list(found.items())[:2]
    unit = (at_b - at_a) / (b - a)
    assert at_a + (4 - a) * unit == pytest.approx(drawn[0], abs=1.5)
    assert at_a + (6.5 - a) * unit == pytest.approx(drawn[1], abs=1.5)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Open, scheme: str) -> None:
    page = opened(page_of_marks(bars(), title="Runs"), color_scheme=scheme, bypass_csp=True)
    page.page.get_by_role("button", name="Table").click()
    page.page.keyboard.down("Shift")
    page.page.mouse.click(*place(page, 5, 1.5))
    page.page.keyboard.up("Shift")
    page.page.locator("[role=tooltip][data-pinned] a").first.wait_for()
    page.page.get_by_role("combobox").fill("ir")
    page.page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    assert violations(page.page, "[data-inspect-viz]") == []
