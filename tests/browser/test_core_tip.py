"""The tip: what it says, when, and where."""

from __future__ import annotations

import pytest
from fixtures.core import Open, heatmap, page_of, small_table

from inspect_viz.layout import hconcat
from inspect_viz.plot import to_html


def test_tip_shows_sample_model_and_exact_score(opened: Open) -> None:
    page = opened(page_of(small_table()))
    assert not page.tip_is_shown
    page.point("q-3", "beta")
    assert page.page.locator("[role=tooltip] p").first.inner_text() == "beta on q-3: 1"
    assert "Click to open" in page.tip
    page.page.mouse.move(5, 690)
    assert not page.tip_is_shown
    assert page.page.locator("[role=tooltip]").get_attribute("hidden") is not None


def test_tip_is_written_while_the_pointer_event_runs(opened: Open) -> None:
    page = opened(page_of(small_table()))
    page.page.evaluate(
        """() => { window.seen = []; const tip = document.querySelector('[role=tooltip]');
        addEventListener('pointermove', () => seen.push(tip.hidden ? null : tip.textContent)); }"""
    )
    samples = [f"q-{i + 1}" for i in range(12)]
    for sample in samples:
        page.point(sample, "beta")
    seen = page.page.evaluate("seen")
    assert [text.startswith(f"beta on {sample}: ") for sample, text in zip(samples, seen, strict=True)] == [True] * 12


@pytest.mark.parametrize("size", [(900, 700), (420, 350)])
def test_tip_stays_inside_the_window_and_off_the_pointer(opened: Open, size: tuple[int, int]) -> None:
    table = small_table()
    table["id"] = table["id"] + " with a rather long name that goes on and on " * 3
    page = opened(page_of(table), viewport={"width": size[0], "height": size[1]})
    for x in (0.01, 0.3, 0.99):
        for y in (0.02, 0.5, 0.98):
            px, py = page.at(x, y)
            page.page.mouse.move(px, py)
            box = page.page.locator("[role=tooltip]").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= size[0]
            assert box["y"] + box["height"] <= size[1]


def test_states_are_told_in_words(opened: Open) -> None:
    table = small_table()
    cell = (table.id == "q-1") & (table.model_display_name == "alpha")
    table.loc[cell, ["score_s", "error"]] = [None, "it broke"]
    table.loc[(table.id == "q-2") & (table.model_display_name == "alpha"), "score_s"] = None
    table.loc[(table.id == "q-3") & (table.model_display_name == "alpha"), "limit"] = "time"
    table = table[~((table.id == "q-4") & (table.model_display_name == "alpha"))]
    page = opened(page_of(table))
    said = {sample: page.point(sample, "alpha") for sample in ("q-1", "q-2", "q-3", "q-4")}
    assert "no score, error" in said["q-1"]
    assert "no score" in said["q-2"]
    assert "stopped by a limit" in said["q-3"]
    assert "not run" in said["q-4"]


def test_epochs_are_counted(opened: Open) -> None:
    table = small_table(epochs=3)
    cell = (table.id == "q-1") & (table.model_display_name == "alpha") & (table.epoch == 2)
    table.loc[cell, ["score_s", "error"]] = [None, "it broke"]
    page = opened(page_of(table))
    tip = page.point("q-1", "alpha")
    assert "2 of 3 scored, 1 error" in tip
    assert "Click to open epoch 1, Shift-click for all 3 epochs" in tip
    assert "mean of 3" in page.point("q-2", "alpha")


def test_a_cell_of_an_error_and_a_limit_counts_both_in_the_tip_and_is_an_error_in_the_table(opened: Open) -> None:
    table = small_table(epochs=3)
    cell = (table.id == "q-1") & (table.model_display_name == "alpha")
    table.loc[cell & (table.epoch == 1), "limit"] = "time"
    table.loc[cell & (table.epoch == 2), ["score_s", "error"]] = [None, "it broke"]
    page = opened(page_of(table))
    assert "2 of 3 scored, 1 error, 1 stopped by a limit" in page.point("q-1", "alpha")
    page.page.get_by_role("button", name="Table").click()
    row = page.page.get_by_role("row").filter(has=page.page.get_by_role("rowheader", name="q-1", exact=True))
    assert [text for text in row.locator("td").all_inner_texts() if "\u00b7" in text] == ["0.5 \u00b7 error"]


def test_without_tip_a_click_still_opens(opened: Open) -> None:
    page = opened(page_of(small_table(), tip=False))
    page.page.mouse.move(*page.cell("q-1", "alpha"))
    assert not page.tip_is_shown
    with page.page.context.expect_page() as new:
        page.page.mouse.click(*page.cell("q-1", "alpha"))
    assert new.value.url == "https://logs.example.org/alpha/1/1"
    assert not page.tip_is_shown


def test_two_plots_in_a_figure_answer_apart(opened: Open) -> None:
    other = small_table()
    other["model_display_name"] = "other " + other["model_display_name"]
    both = hconcat(heatmap(small_table(), width=420), heatmap(other, width=420))
    page = opened(to_html(both))
    page.hover(0.5 / 12, 0.5 / 3, 0)
    assert "other" not in page.tip
    page.hover(0.5 / 12, 0.5 / 3, 1)
    assert "other " in page.tip


def test_the_outline_surrounds_the_cell(opened: Open) -> None:
    page = opened(page_of(small_table()))
    x, y = page.cell("q-5", "beta")
    page.page.mouse.move(x + 7, y + 7)
    outline = page.page.locator('[data-sign="cell line"]').bounding_box()
    assert outline is not None
    assert abs(outline["x"] + outline["width"] / 2 - x) < 2
    assert abs(outline["y"] + outline["height"] / 2 - y) < 2


BOXES = """() => [...document.querySelectorAll('[role=tooltip], [data-sign="cell line"]')].map((e) => {
  const { left, top, right, bottom } = e.getBoundingClientRect();
  return [left, top, right, bottom];
})"""


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_the_tip_leaves_row_and_column_of_its_cell_in_sight(opened: Open, orientation: str) -> None:
    page = opened(page_of(small_table(), orientation=orientation), viewport={"width": 1100, "height": 700})
    for x in (0.02, 0.3, 0.5, 0.98):
        for y in (0.02, 0.5, 0.98):
            page.hover(x, y)
            outline, tip = sorted(page.page.evaluate(BOXES), key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
            assert tip[0] >= outline[2] or tip[2] <= outline[0]
            assert tip[1] >= outline[3] or tip[3] <= outline[1]


def test_the_tip_leaves_its_row_in_sight_on_a_phone(opened: Open) -> None:
    table = small_table()
    table["id"] = table["id"] + " with a rather long name that goes on and on " * 2
    page = opened(page_of(table), viewport={"width": 390, "height": 844})
    for x in (0.1, 0.5, 0.9):
        for y in (0.02, 0.5, 0.98):
            page.hover(x, y)
            outline, tip = sorted(page.page.evaluate(BOXES), key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
            assert tip[0] >= 0
            assert tip[2] <= 390
            assert tip[1] >= outline[3] or tip[3] <= outline[1]


def test_the_second_line_says_how_the_sample_does(opened: Open) -> None:
    table = small_table(epochs=2)
    table["score_s"] = [float(sample < 3 + 3 * model) for model in range(3) for sample in range(12) for _ in range(2)]
    table.loc[(table.id == "q-8") & (table.model_display_name == "gamma") & (table.epoch == 2), "score_s"] = 0.0
    table.loc[table.id == "q-12", "score_s"] = None
    page = opened(page_of(table))

    def lines(sample: str, model: str) -> list[str]:
        page.point(sample, model)
        return page.page.locator("[role=tooltip] p").all_inner_texts()[:2]

    assert lines("q-8", "gamma") == [
        "gamma on q-8: 0.5, 1 of 2",
        "solved by 1 of 3 in half of the epochs or more, 3rd hardest of 11",
    ]
    assert lines("q-8", "alpha") == [
        "alpha on q-8: 0, 0 of 2",
        "solved by 1 of 3 in half of the epochs or more, 3rd hardest of 11",
    ]
    assert lines("q-10", "beta")[1] == "solved by 0 of 3, joint hardest of 11"
    assert lines("q-1", "beta")[1] == "solved by 3 of 3, joint 9th hardest of 11"
    assert lines("q-12", "beta") == ["beta on q-12: 0 of 2 scored", ""]


def test_grades_have_means_and_ranks(opened: Open) -> None:
    table = small_table()
    table["score_s"] = [float(i + j) for j in range(3) for i in range(12)]
    page = opened(page_of(table))
    page.point("q-2", "beta")
    assert page.page.locator("[role=tooltip] p").nth(1).inner_text() == "mean 2 of 3 models, 2nd hardest of 12"


def test_a_threshold_says_what_solves_a_sample_and_how_hard_it_is(opened: Open) -> None:
    table = small_table()
    table["score_s"] = [float(i + j) for j in range(3) for i in range(12)]
    page = opened(page_of(table, threshold=7))
    told = {}
    for sample in ("q-3", "q-6", "q-7", "q-8", "q-12"):
        page.point(sample, "beta")
        told[sample] = page.page.locator("[role=tooltip] p").nth(1).inner_text()
    assert told == {
        "q-3": "solved by 0 of 3, joint hardest of 12",
        "q-6": "solved by 1 of 3, 6th hardest of 12",
        "q-7": "solved by 2 of 3, 7th hardest of 12",
        "q-8": "solved by 3 of 3, joint 8th hardest of 12",
        "q-12": "solved by 3 of 3, joint 8th hardest of 12",
    }


@pytest.mark.parametrize("size", [(1200, 700), (900, 700), (390, 844)])
def test_a_pinned_tip_is_a_panel_with_all_models_off_its_cell(opened: Open, size: tuple[int, int]) -> None:
    table = small_table(epochs=2)
    table["score_s"] = [float((i + j + e) % 3 == 0) for j in range(3) for i in range(12) for e in range(2)]
    alpha = (table.id == "q-1") & (table.model_display_name == "alpha")
    table.loc[alpha & (table.epoch == 1), ["score_s", "error"]] = [None, "it broke"]
    page = opened(page_of(table), viewport={"width": size[0], "height": size[1]})
    for x in (0.5 / 12, 11.5 / 12):
        page.hover(x, 0.5)
        lead = page.page.locator("[role=tooltip] p").first.inner_text()
        page.page.keyboard.press("p")
        panel = page.page.locator("[role=tooltip][data-pinned]")
        panel.wait_for()
        model, sample = panel.locator("p bdi").all_inner_texts()
        rows = panel.locator("tr")
        own = table[table.id == sample]
        means = own.groupby("model_display_name")["score_s"].mean()
        for row in rows.all():
            name, told = row.locator("th").inner_text(), row.locator("th ~ td").nth(1).inner_text()
            assert float(told.split(",")[0]) == means[name]
            assert row.locator("i").count() == 2
            assert row.locator("i[data-none]").count() == own[own.model_display_name == name]["score_s"].isna().sum()
            assert row.locator("th a").get_attribute("href") == f"https://logs.example.org/{name}/{sample[2:]}/1"
        assert rows.count() == 3
        assert panel.locator("[aria-current] th").inner_text() == model
        assert panel.locator("p").first.inner_text() == lead
        outline, tip = sorted(page.page.evaluate(BOXES), key=lambda b: (b[2] - b[0]) * (b[3] - b[1]))
        assert tip[0] >= outline[2] or tip[2] <= outline[0] or tip[1] >= outline[3] or tip[3] <= outline[1]
        assert tip[0] >= 0
        assert tip[2] <= size[0]
        page.page.keyboard.press("Escape")
