"""Sums that a brush needs come to the page once: moves are answered there, and exactly once the reader rests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fixtures.living import FRAME, Living, living
from playwright.sync_api import Browser

CALCULATE = "opened.calculate({ isAwake: () => true, hasEnded: () => window.ended === true, keepsTables: false })"


def table() -> pd.DataFrame:
    rng = np.random.default_rng(7)
    a = rng.uniform(0, 10, 40_000)
    return pd.DataFrame({"a": a, "b": a + rng.normal(0, 1, len(a)), "kind": np.where(a < 4, "low", "high")})


def histogram(column: str, **more: Any) -> dict[str, Any]:
    bars = {"mark": "rectY", "data": {"from": "t0", "filterBy": "$s0"}, "x": {"bin": column}, "y": {"count": ""}}
    plot = [{**bars, "tip": True}, {"select": "intervalX", "as": "$s0"}]
    return {"plot": plot, "width": 400, "height": 220, "xDomain": "Fixed", **more}


def linked(**more: Any) -> dict[str, Any]:
    return {"params": {"s0": {"select": "crossfilter"}}, "hconcat": [histogram("a", **more), histogram("b")]}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Living]:
    with living(browser, linked(), t0=table()) as made:
        made.page.evaluate(CALCULATE)
        yield made


def total(opened: Living, n: int) -> int:
    return sum(opened.counts(n))


def chosen(opened: Living) -> tuple[float, float]:
    low, high = opened.page.evaluate("opened.picture.mosaic.params.get('s0').value")
    return low, high


def between(low: float, high: float) -> int:
    return int(table()["a"].between(low, high).sum())


def test_moves_ask_nothing_and_show_what_is_right_to_a_pixel(opened: Living) -> None:
    opened.page.mouse.move(*opened.at(0.2, 0.5))
    opened.page.mouse.down()
    opened.page.mouse.move(*opened.at(0.3, 0.5))
    opened.until(lambda: total(opened, 1) < 40_000)
    asked, seen = len(opened.asked), set()
    for step in range(40):
        opened.page.mouse.move(*opened.at(0.3 + step / 100, 0.5))
        opened.page.evaluate(FRAME)
        seen.add(total(opened, 1))
    exact = opened.asked[asked:]
    assert not any("active0" in sql for sql in exact)
    assert len(seen) > len(exact) + 10, "only where the pointer rested something was asked"
    low, high = chosen(opened)
    pixel = 10 / opened.area()["width"]
    assert between(low, high) <= total(opened, 1) <= between(low - pixel, high + 2 * pixel)
    opened.page.mouse.up()


def test_once_the_reader_rests_all_is_exact(opened: Living) -> None:
    opened.drag((0.2, 0.5), (0.613, 0.5))
    opened.until(lambda: total(opened, 1) == between(*chosen(opened)))
    assert any("BETWEEN" in sql and "active0" not in sql for sql in opened.asked)
    assert total(opened, 0) == 40_000


def test_a_plot_that_the_reader_has_gone_on_to_stays_filtered_by_the_other_brush(opened: Living) -> None:
    """It is asked exactly while its own brush is the one that moves."""
    opened.drag((0.2, 0.5), (0.6, 0.5), 0, steps=1)
    opened.drag((0.3, 0.5), (0.5, 0.5), 1, steps=1)
    rows = table()
    clauses = opened.page.evaluate("opened.picture.mosaic.params.get('s0').clauses.map(({ value }) => value)")
    of_a, of_b = (rows[name].between(*ends) for name, ends in zip("ab", clauses, strict=True))
    opened.until(lambda: total(opened, 0) == int(of_b.sum()))
    opened.until(lambda: total(opened, 1) == int(of_a.sum()))
    for _ in range(30):
        opened.page.evaluate(FRAME)
    assert (total(opened, 0), total(opened, 1)) == (of_b.sum(), of_a.sum())


def test_a_table_of_sums_is_asked_for_once(opened: Living) -> None:
    for end in (0.4, 0.5, 0.6):
        opened.drag((0.2, 0.5), (end, 0.5))
        opened.until(lambda: total(opened, 1) == between(*chosen(opened)))
        opened.page.mouse.move(*opened.at(0.5, 0.5, 1))
    tables = [sql for sql in opened.asked if "active0" in sql]
    assert len(tables) == len(set(tables)) == 2, "one for each brush that the pointer came to"


def test_nothing_moves_once_the_database_has_ended(opened: Living) -> None:
    opened.drag((0.2, 0.5), (0.6, 0.5))
    opened.until(lambda: total(opened, 1) == between(*chosen(opened)))
    opened.page.evaluate("window.ended = true")
    asked = len(opened.asked)
    opened.page.mouse.move(*opened.at(0.4, 0.5))
    opened.page.mouse.down()
    opened.page.mouse.move(*opened.at(0.5, 0.5))
    opened.until(lambda: len(opened.asked) > asked)
    assert "active0" not in opened.asked[asked], "the database is asked, which says that it has ended"


def test_what_the_database_cannot_prepare_is_asked_as_it_is(browser: Browser) -> None:
    """The logarithm of 0 has no pixel."""
    rows = table()
    rows.loc[:99, "a"] = 0.0
    with living(browser, linked(xScale="log", xDomain=[0.5, 10]), t0=rows) as opened:
        opened.page.evaluate(CALCULATE)
        opened.drag((0.2, 0.5), (0.6, 0.5))
        opened.until(lambda: total(opened, 1) == int(rows["a"].between(*chosen(opened)).sum()))
        assert opened.page.locator("[data-part=still], [data-part=failed]").count() == 0
