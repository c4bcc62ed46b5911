"""Specs from elsewhere live in pages, too: tables that SQL makes are there, and params that the nearest thing sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fixtures.living import Living, opener
from playwright.sync_api import Browser, expect

from inspect_viz.plot import HtmlPage, from_spec, write_html

ROWS = pd.DataFrame(
    {
        "day": [*pd.date_range("2026-01-01", periods=5)] * 2,
        "price": [1.0, 2.0, 4.0, 8.0, 16.0, 3.0, 3.0, 6.0, 6.0, 9.0],
        "name": ["a"] * 5 + ["b"] * 5,
    }
)
SHARE = {"sql": "price / (SELECT max(price) FROM rows WHERE name = source.name AND day = $point)"}
SPEC: dict[str, Any] = {
    "data": {"ends": "SELECT max(day) AS day, arg_max(price, day) AS price, name FROM rows GROUP BY name"},
    "params": {"point": {"date": "2026-01-01"}},
    "plot": [
        {"mark": "ruleX", "x": "$point"},
        {"mark": "lineY", "data": {"from": "rows"}, "x": "day", "y": SHARE, "stroke": "name"},
        {"select": "nearestX", "as": "$point"},
        {"mark": "text", "data": {"from": "ends"}, "x": "day", "y": SHARE, "text": SHARE, "fill": "name"},
    ],
    "yDomain": [0, 16],
    "width": 400,
    "height": 240,
}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Living]]:
    with opener(browser) as start:
        yield start


def alone(file: Path) -> None:
    write_html(file, from_spec(SPEC, {"rows": ROWS}))


def shared(file: Path) -> None:
    page = HtmlPage()
    fragment = page.fragment(from_spec(SPEC, {"rows": ROWS}))
    file.write_text(f"<!doctype html><meta charset='utf-8'><head>{page.head()}</head><body>{fragment}</body>", "utf-8")


@pytest.mark.parametrize("write", [alone, shared])
def test_prices_are_told_as_shares_of_those_of_the_nearest_day(
    opened: Callable[..., Living], tmp_path: Path, write: Callable[[Path], None]
) -> None:
    write(tmp_path / "prices.html")
    living = opened(tmp_path / "prices.html")
    shares = living.page.locator('g[aria-label="text"] text')
    assert sorted(shares.all_text_contents()) == ["16", "3"]
    living.page.mouse.move(*living.at(0.52, 0.5))
    expect(shares.first).to_have_text("4")
    assert sorted(shares.all_text_contents()) == ["1.5", "4"]
    living.page.mouse.move(5, 5)
    living.settle()
    assert sorted(shares.all_text_contents()) == ["1.5", "4"]
