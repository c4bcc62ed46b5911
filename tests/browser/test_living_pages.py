"""Several `HtmlPage`s in one document: each answers from its own tables, and hears its own readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest
from fixtures.living import Living, opener, total
from playwright.sync_api import Browser

from inspect_viz import Component, Data, Selection
from inspect_viz.input import select
from inspect_viz.interactor import interval_x
from inspect_viz.mark import rect_y
from inspect_viz.plot import HtmlPage, plot
from inspect_viz.transform import bin, count

Open = Callable[..., Living]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    with opener(browser) as start:
        yield start


def document(file: Path, head: str, *fragments: str) -> Path:
    text = f"<meta charset='utf-8'>{head}</head><body>{''.join(fragments)}</body></html>"
    file.write_text(f"<!doctype html><html><head>{text}", "utf-8")
    return file


def table(times: int) -> Data:
    """A row for each tenth from 0 to 10, some times over."""
    return Data.from_dataframe(pd.DataFrame({"a": [i / 10 for i in range(100) for _ in range(times)]}))


def bars(data: Data, step: int, brush: Selection) -> Component:
    mark = rect_y(data, x=bin("a", step=step), y=count(), tip=True, filter_by=brush)
    return plot(mark, interval_x(target=brush), x_domain=[0, 10], height=180)


def brushed(times: int, *, is_named: bool) -> tuple[HtmlPage, list[str]]:
    """Two pictures with one brush after a menu of something else; without names only the menu names the page."""
    data, brush = table(times), Selection.crossfilter()
    menu = select(Data.from_dataframe(pd.DataFrame({"kind": ["x", "y"]})), column="kind", label="Kind")
    pictures = [menu, *(bars(data, step, brush) for step in (1, 2))]
    page = HtmlPage(*(pictures if is_named else []))
    return page, [page.fragment(picture) for picture in pictures]


@pytest.mark.parametrize("is_named", [True, False])
def test_pages_of_equal_pictures_over_other_data_know_nothing_of_each_other(
    opened: Open, tmp_path: Path, is_named: bool
) -> None:
    (page, few), (_, many) = (brushed(times, is_named=is_named) for times in (1, 3))
    written = document(tmp_path / "page.html", page.head(), *few, *many)
    living = opened(written, viewport={"width": 900, "height": 1200})
    living.until(lambda: living.page.locator("[data-ready]").count() == 6)
    assert [total(living.page, n) for n in (1, 2, 4, 5)] == [100, 100, 300, 300]
    living.drag((0.52, 0.5), (0.98, 0.5), 0)
    living.until(lambda: 0 < total(living.page, 2) < 60)
    living.drag((0.52, 0.5), (0.98, 0.5), 2)
    living.until(lambda: 0 < total(living.page, 5) < 180)
    living.until(lambda: total(living.page, 5) == 3 * total(living.page, 2))  # each is answered from its own rows
    assert [total(living.page, n) for n in (1, 4)] == [100, 300]
