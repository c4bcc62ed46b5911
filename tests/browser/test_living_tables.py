"""Tables of pages: sorted, filtered and chosen by pointer and keys; of many rows only windows are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.living import Living, living, opener
from playwright.sync_api import Browser, Locator

from inspect_viz import Component, Data
from inspect_viz.input import select
from inspect_viz.layout import hconcat, vconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot, write_html
from inspect_viz.table import column, table
from inspect_viz.transform import avg, bin, count

HOSTILE = "<img src=x onerror=alert(1)>"
TABLE = pd.DataFrame(
    {
        "model": [["ada", "bob", HOSTILE][i % 3] for i in range(120)],
        "task": ["law" if i % 4 else "math" for i in range(120)],
        "score": [i % 10 + i % 3 for i in range(120)],
    }
)
MEANS = TABLE.groupby("model", as_index=False)["score"].mean()


@pytest.fixture(scope="module")
def dashboard(browser: Browser, tmp_path_factory: Any) -> Iterator[Living]:
    """A page with a select, a table of groups and a plot."""
    file: Path = tmp_path_factory.mktemp("tables") / "page.html"
    write_html(file, picture())
    assert [path.name for path in file.parent.iterdir()] == ["page.html"], "no engine"
    with opener(browser) as start:
        yield start(file)


def picture() -> Component:
    data = Data.from_dataframe(TABLE)
    groups = ["model", column(avg("score"), label="Mean", format=".2f"), column(count(), label="n")]
    rows = table(data, columns=groups, select="single_row", filtering=True)
    bars = rect_y(data, x=bin("score", step=1), y=count(), tip=True)
    return vconcat(select(data, column="task"), hconcat(rows, plot(bars, width=300, height=200, x_domain=[0, 12])))


def cells(living: Living, number: int) -> list[str]:
    """A column as it is shown, from top to bottom."""
    return living.page.locator(f"[data-row] [data-column='{number}']").all_inner_texts()


def header(living: Living, name: str) -> Locator:
    return living.page.get_by_role("columnheader", name=name, exact=True)


def status(living: Living) -> str:
    return living.page.locator("[data-part=status]").inner_text()


def test_headers_sort_by_clicks_and_by_enter(dashboard: Living) -> None:
    first = cells(dashboard, 0)
    assert first == sorted(TABLE["model"].unique()), "texts of data are texts"
    header(dashboard, "Mean").click()
    assert cells(dashboard, 0) == list(MEANS.sort_values("score")["model"])
    assert header(dashboard, "Mean").get_attribute("aria-sort") == "ascending"
    assert status(dashboard) == "Sorted by Mean, ascending"
    dashboard.page.keyboard.press("Tab")
    header(dashboard, "Mean").focus()
    dashboard.page.keyboard.press("Enter")
    assert cells(dashboard, 0) == list(MEANS.sort_values("score", ascending=False)["model"])
    dashboard.page.keyboard.press("Enter")
    assert cells(dashboard, 0) == first


def test_rows_chosen_by_keys_filter_the_plot_but_not_the_table(dashboard: Living) -> None:
    header(dashboard, "model").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Space"):
        dashboard.page.keyboard.press(key)
    dashboard.until(lambda: sum(dashboard.counts(0)) == (TABLE["model"] == "bob").sum())
    assert dashboard.page.locator("[aria-selected=true]").inner_text().startswith("bob")
    assert status(dashboard) == "Row 3 chosen"
    assert len(cells(dashboard, 0)) == 3
    dashboard.page.keyboard.press("Escape")
    dashboard.until(lambda: sum(dashboard.counts(0)) == len(TABLE))


def test_filters_narrow_the_rows_and_say_so(dashboard: Living) -> None:
    box = dashboard.page.get_by_role("searchbox", name="Filter Mean")
    box.fill("5..6")
    kept = MEANS[MEANS["score"].between(5, 6)]
    assert cells(dashboard, 0) == list(kept["model"])
    assert status(dashboard) == "1 row (3 rows without filters)"
    assert len(kept) == 1
    box.fill("many")
    assert box.get_attribute("aria-invalid") == "true"
    assert "write a number such as" in status(dashboard)
    box.fill("")
    assert len(cells(dashboard, 0)) == 3


def test_an_input_filters_the_table_from_frozen_answers(dashboard: Living) -> None:
    dashboard.page.get_by_role("combobox", name="task").select_option("math")
    math = TABLE[TABLE["task"] == "math"].groupby("model")["score"].agg(["mean", "size"])
    dashboard.until(lambda: cells(dashboard, 2) == [str(n) for n in math["size"]])
    assert cells(dashboard, 1) == [f"{mean:.2f}" for mean in math["mean"]]
    dashboard.page.get_by_role("combobox", name="task").select_option("All")
    dashboard.until(lambda: cells(dashboard, 2) == ["40", "40", "40"])


def test_columns_are_made_wider_by_keys_and_by_dragging(dashboard: Living) -> None:
    model = header(dashboard, "model")
    before = model.bounding_box()["width"]  # type: ignore[index]
    model.focus()
    dashboard.page.keyboard.press("Alt+ArrowRight")
    assert model.bounding_box()["width"] == before + 10  # type: ignore[index]
    edge = model.locator("b").bounding_box()
    assert edge
    dashboard.page.mouse.move(edge["x"] + 4, edge["y"] + 4)
    dashboard.page.mouse.down()
    dashboard.page.mouse.move(edge["x"] - 6, edge["y"] + 4)
    dashboard.page.mouse.up()
    assert model.bounding_box()["width"] == before  # type: ignore[index]
    assert model.get_attribute("aria-sort") == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(dashboard: Living, scheme: Any) -> None:
    dashboard.page.emulate_media(color_scheme=scheme)
    header(dashboard, "n").focus()
    dashboard.page.keyboard.press("Enter")
    dashboard.page.keyboard.press("ArrowDown")
    dashboard.page.keyboard.press("Enter")
    assert violations(dashboard.page) == []
    dashboard.page.keyboard.press("Escape")


N = 60_000
MANY = pd.DataFrame({"n": np.arange(N), "group": np.arange(N) * 7919 % 11})


@pytest.fixture
def many(browser: Browser) -> Iterator[Living]:
    spec = {
        "params": {"s0": {"select": "crossfilter"}},
        "vconcat": [
            {"input": "table", "from": "t0", "filterBy": "$s0", "columns": [{"value": "n"}, {"value": "group"}]},
            {
                "plot": [
                    {"mark": "rectY", "data": {"from": "t0"}, "x": {"bin": "n"}, "y": {"count": ""}, "tip": True},
                    {"select": "intervalX", "as": "$s0"},
                ],
                "height": 150,
            },
        ],
    }
    with living(browser, spec, t0=MANY) as made:
        yield made


def grid(made: Living) -> Locator:
    return made.page.get_by_role("grid")


def arrived(made: Living) -> None:
    made.until(lambda: made.page.locator("[data-row][aria-busy=true]").count() == 0)


def test_of_many_rows_those_in_sight_are_asked_for(many: Living) -> None:
    assert grid(many).get_attribute("aria-rowcount") == str(N + 1)
    many.page.get_by_role("columnheader", name="group").focus()
    many.page.keyboard.press("Control+End")
    arrived(many)
    assert cells(many, 0)[-1] == "59,999"
    many.page.get_by_role("columnheader", name="group").focus()
    many.page.keyboard.press("Enter")
    many.until(lambda: cells(many, 0)[1] == "11")
    by_group = MANY.sort_values(["group", "n"]).reset_index(drop=True)
    many.page.keyboard.press("Control+End")
    arrived(many)
    ends = by_group["n"].tail(3)
    assert cells(many, 0)[-3:] == [f"{n:,}" if n >= 10_000 else str(n) for n in ends]
    assert cells(many, 1)[-3:] == ["10"] * 3, "numbers are sorted as numbers"
    windows = [sql for sql in many.asked if sql.startswith('SELECT CAST("c0"')]
    assert all("LIMIT 100" in sql or "IN (" in sql for sql in windows)
    assert len(windows) < 8


def test_shift_sorts_by_several_columns(many: Living) -> None:
    group, n = (many.page.get_by_role("columnheader", name=name, exact=True) for name in ("group", "n"))
    group.click()
    n.click(modifiers=["Shift"])
    n.focus()
    many.page.keyboard.press("Shift+Enter")
    ordered = MANY.sort_values(["group", "n"], ascending=[True, False])
    many.until(lambda: cells(many, 0)[:5] == [f"{value:,}" for value in ordered["n"].head()])
    assert [header.get_attribute("aria-sort") for header in (group, n)] == ["ascending", "descending"]
    assert [header.locator("small").text_content() for header in (group, n)] == ["1", "2"]
    assert status(many) == "Sorted by group, ascending, then by n, descending"
    group.click(modifiers=["Shift"])
    ordered = MANY.sort_values(["group", "n"], ascending=[False, False])
    many.until(lambda: cells(many, 0)[0] == f"{ordered['n'].iloc[0]:,}")
    many.page.keyboard.press("Control+End")
    arrived(many)
    many.until(
        lambda: (
            cells(many, 0)[-3:] == [f"{value:,}" if value >= 10_000 else str(value) for value in ordered["n"].tail(3)]
        )
    )


def test_the_row_with_the_focus_comes_though_others_are_in_sight(many: Living) -> None:
    """Rows in another order are shown from the first one on, and the focus stays where it is."""
    header = many.page.get_by_role("columnheader", name="group", exact=True)
    header.focus()
    header.evaluate(
        "(e) => { e.click();"
        "e.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true })); }"
    )
    many.until(lambda: cells(many, 0)[1] == "11")
    arrived(many)
    last = MANY.sort_values(["group", "n"])["n"].iloc[-1]
    assert many.page.locator(f"[data-row='{N - 1}'] [data-column='0']").text_content() == f"{last:,}"
    assert many.page.evaluate("document.activeElement.closest('[data-row]').dataset.row") == str(N - 1)


def test_a_brush_filters_the_table(many: Living) -> None:
    many.drag((0.25, 0.5), (0.5, 0.5))
    many.settle()
    low, high = many.page.evaluate("opened.picture.mosaic.params.get('s0').value")
    rows = int(MANY["n"].between(low, high).sum())
    many.until(lambda: many.page.locator("[data-part=grid-foot]").inner_text() == f"{rows:,} rows")
    assert cells(many, 0)[0] == f"{int(np.ceil(low)):,}"


def test_texts_of_several_lines_stand_in_one(browser: Browser) -> None:
    spec = {"vconcat": [{"input": "table", "from": "t0", "columns": [{"value": "text"}]}]}
    with living(browser, spec, t0=pd.DataFrame({"text": ["one", "two\nlines", "three"]})) as made:
        heights = made.page.locator("[data-row] [data-column]").evaluate_all("(all) => all.map((e) => e.scrollHeight)")
        assert len(heights) == 3
        assert len(set(heights)) == 1
