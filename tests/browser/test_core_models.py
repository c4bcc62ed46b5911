"""Tips over names and means of models: interval and its method, states by number, by pointer and by key."""

from __future__ import annotations

import pandas as pd
import pytest
from fixtures.core import Open, Opened, page_of, small_table
from scipy import stats


def troubled() -> pd.DataFrame:
    """Of alpha two errors and a limit, and one sample that is not run."""
    table = small_table()
    alpha = table.model_display_name == "alpha"
    table.loc[alpha & table.id.isin(["q-2", "q-3"]), ["score_s", "error"]] = [None, "broken"]
    table.loc[alpha & (table.id == "q-4"), "limit"] = "time"
    return table[~(alpha & (table.id == "q-5"))]


def told(page: Opened) -> dict[str, str]:
    tip = page.page.locator("[role=tooltip]").first
    return dict(zip(tip.locator("dt").all_inner_texts(), tip.locator("dd").all_inner_texts(), strict=True))


def over_name(page: Opened, model: str) -> None:
    box = page.page.locator("[data-inspect-viz] > svg").get_by_text(model, exact=True).first.bounding_box()
    assert box
    page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_tip_of_a_name_counts_states_and_says_the_interval(opened: Open) -> None:
    page = opened(page_of(troubled()))
    over_name(page, "alpha")
    found = told(page)
    own = troubled().query("model_display_name == 'alpha'").score_s.dropna()
    low, high = stats.t.interval(0.95, len(own) - 1, own.mean(), stats.sem(own))
    interval, method = found["95 % interval"].split(", ")
    assert [float(end) for end in interval.split(" to ")] == pytest.approx([low, high], abs=0.006)
    assert method == "Student\u2019s t over samples"
    assert found["model"] == "alpha"
    assert float(found["mean"]) == pytest.approx(own.mean(), abs=0.006)
    assert found["states"] == "2 errors, 1 stopped by a limit, 1 not run"
    assert found["scored samples"] == "9 of 12"


def test_shares_have_wilsons_interval_and_ties_are_told(opened: Open) -> None:
    table = small_table()
    table["score_s"] = [float(i < 7 - j) for j in range(3) for i in range(12)]
    page = opened(page_of(table))
    over_name(page, "alpha")
    interval, method = told(page)["95 % interval"].split(", ")
    ends = stats.binomtest(7, 12).proportion_ci(method="wilson")
    assert [float(end) for end in interval.split(" to ")] == pytest.approx(ends, abs=0.006)
    assert method == "Wilson\u2019s for shares"
    assert "paired test" not in told(page)
    over_name(page, "beta")
    assert told(page)["paired test"] == "not separated from alpha"
    assert "states" not in told(page)


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_means_have_the_same_tip_which_goes_with_the_pointer(opened: Open, orientation: str) -> None:
    page = opened(page_of(troubled(), orientation=orientation, height=420))
    over_name(page, "alpha")
    named = told(page)
    margin = page.page.locator("[data-part=margin-rows] text").first.bounding_box()
    assert margin
    page.page.mouse.move(margin["x"] + margin["width"] / 2, margin["y"] + margin["height"] / 2)
    first = told(page)
    assert set(first) >= {"model", "mean", "95 % interval"}
    seen = {first["model"]: first, "alpha": named}
    for model in ("alpha", "beta", "gamma"):
        over_name(page, model)
        seen[model] = seen.get(model, told(page))
        assert told(page) == seen[model]
    page.hover(0.5, 0.5)
    assert " on q-" in page.tip
    page.page.mouse.move(2, 2)
    assert not page.tip_is_shown


def test_r_tells_of_the_model_and_escape_takes_it_back(opened: Open) -> None:
    page = opened(page_of(troubled()))
    over_name(page, "alpha")
    by_pointer = told(page)
    page.page.mouse.move(2, 2)
    page.page.locator("[data-part=cells]").focus()
    for _ in range(2):
        if "alpha" not in page.tip:
            page.page.keyboard.press("ArrowDown")
    assert "alpha" in page.tip
    page.page.keyboard.press("r")
    assert told(page) == by_pointer
    spoken = page.page.locator("[data-part=speech]").inner_text()
    assert "95 % interval" in spoken
    assert "2 errors, 1 stopped by a limit, 1 not run" in spoken
    page.page.keyboard.press("Escape")
    assert not page.tip_is_shown
    page.page.keyboard.press("ArrowRight")
    assert "alpha on" in page.tip


def test_epochs_are_counted_as_rows(opened: Open) -> None:
    table = small_table(epochs=3)
    mine = (table.model_display_name == "beta") & (table.id == "q-6") & (table.epoch > 1)
    table.loc[mine, ["score_s", "error"]] = [None, "broken"]
    page = opened(page_of(table))
    over_name(page, "beta")
    assert told(page)["states"] == "2 errors"


def test_without_margins_a_name_still_counts(opened: Open) -> None:
    page = opened(page_of(troubled(), margins=False))
    over_name(page, "alpha")
    assert told(page) == {"model": "alpha", "states": "2 errors, 1 stopped by a limit, 1 not run"}
