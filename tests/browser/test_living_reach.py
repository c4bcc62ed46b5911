"""Regions and nearest things: params that they set, and what others have set in their selections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from fixtures.living import Living, living
from playwright.sync_api import Browser

TABLE = pd.DataFrame(
    {"x": [1.0, 3.0, 5.0, 7.0, 9.0], "y": [5.0, 1.0, 9.0, 3.0, 7.0], "day": pd.date_range("2026-01-01", periods=5)}
)
DOTS = {"mark": "dot", "data": {"from": "t0"}, "x": "x", "y": "y", "r": 8, "tip": True}
AREA = {"xDomain": [0, 10], "yDomain": [0, 10], "width": 400, "height": 300}
CHOSEN = "(name) => opened.picture.mosaic.params.get(name).value"
SET = """([name, chosen]) => {
    window.choices ??= new inspectVizLive.Choices(opened.picture, ['s0'], () => {});
    choices.tell();
    choices.set({ [name]: chosen });
    opened.follow();
}"""
RECT = """() => { const rect = document.querySelector("g.region-xy rect.selection");
    return rect && rect.style.display !== "none" && rect.hasAttribute("width")
        ? ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name))) : null }"""


@pytest.fixture
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Living]:
    with living(browser, request.param, t0=TABLE) as made:
        yield made


def at(x: float, y: float) -> tuple[float, float]:
    return x / 10, 1 - y / 10


def following(select: str, param: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Dots that follow the param that the nearest of others sets."""
    behind = {"mark": "dot", "data": {"from": "t0"}, "x": "x", "y": "y", "r": {"sql": "CASE WHEN x > $p0 THEN 4 END"}}
    near = {"select": select, "as": "$p0", **more}
    return {"params": {"p0": param}, "plot": [DOTS, near, behind], "rRange": [0, 4], **AREA}


def small(made: Living) -> int:
    return made.page.locator('g[aria-label="dot"]').nth(1).locator("circle").count()


@pytest.mark.parametrize("opened", [following("nearestX", {"value": 4})], indirect=True)
def test_a_param_holds_the_nearest_value_and_keeps_it(opened: Living) -> None:
    opened.until(lambda: small(opened) == 3)
    opened.page.mouse.move(*opened.at(*at(6.8, 3)))
    opened.until(lambda: small(opened) == 1)
    assert opened.page.evaluate(CHOSEN, "p0") == 7
    opened.page.mouse.move(5, 5)
    opened.settle()
    assert (opened.page.evaluate(CHOSEN, "p0"), small(opened)) == (7, 1)
    opened.page.locator("[data-part=cells]").focus()
    opened.page.keyboard.press("Home")
    opened.until(lambda: small(opened) == 4)


@pytest.mark.parametrize("opened", [following("nearest", {"value": 4}, channels=["x"], maxRadius=20)], indirect=True)
def test_a_param_keeps_its_value_where_nothing_is_near(opened: Living) -> None:
    opened.page.mouse.move(*opened.at(*at(5, 9)))
    opened.until(lambda: small(opened) == 2)
    opened.page.mouse.move(*opened.at(*at(5, 4)))
    opened.settle()
    assert (opened.page.evaluate(CHOSEN, "p0"), small(opened)) == (5, 2)


def selecting(select: str, **more: Any) -> dict[str, Any]:
    """Dots of which an interactor selects some, and others that are those."""
    entries = [DOTS, {"select": select, "as": "$s0", **more}]
    shown = {**DOTS, "data": {"from": "t0", "filterBy": "$s0"}, "r": 4, "tip": False}
    return {"params": {"s0": {"select": "intersect", "empty": True}}, "plot": [*entries, shown], **AREA}


def points(*rows: float, column: str = "x") -> dict[str, Any]:
    return {"conditions": [{"columns": [column], "kind": "points", "value": [[row] for row in rows]}]}


NONE: dict[str, Any] = {"conditions": []}


@pytest.mark.parametrize("opened", [selecting("region", channels=["x"])], indirect=True)
def test_a_region_shows_what_others_have_set(opened: Living) -> None:
    """A rectangle around the things, which a reader moves, and takes away."""
    opened.page.evaluate(SET, ["s0", points(3, 7)])
    opened.until(lambda: small(opened) == 2)
    x, y, width, height = opened.page.evaluate(RECT)
    scale = "(way, at) => opened.picture.plots[0].drawnSvg.scale(way).apply(at)"
    left, right = (opened.page.evaluate(f"(at) => ({scale})('x', at)", at) for at in (3, 7))
    top, bottom = (opened.page.evaluate(f"(at) => ({scale})('y', at)", at) for at in (3, 1))
    assert (x, x + width) == (pytest.approx(left - 8, abs=1.6), pytest.approx(right + 8, abs=1.6))
    assert (y, y + height) == (pytest.approx(top - 8, abs=1.6), pytest.approx(bottom + 8, abs=1.6))
    opened.page.get_by_role("slider", name="right edge").press("Shift+ArrowRight")
    opened.drag(at(0, 10), at(2, 0.1))
    opened.until(lambda: small(opened) == 1)
    opened.page.evaluate(SET, ["s0", NONE])
    opened.until(lambda: small(opened) == 0 and opened.page.evaluate(RECT) is None)


@pytest.mark.parametrize("opened", [selecting("region", channels=["x"])], indirect=True)
def test_a_region_that_others_have_set_follows_its_things(opened: Living) -> None:
    opened.page.evaluate(SET, ["s0", points(3)])
    before = opened.page.evaluate(RECT)
    opened.page.evaluate("opened.picture.plots[0].mosaic.setAttribute('xDomain', [0, 20])")
    opened.page.evaluate("opened.picture.plots[0].mosaic.render()")
    opened.until(lambda: (opened.page.evaluate(RECT) or before)[0] < before[0] - 20)
    assert opened.page.evaluate(RECT)[2] == pytest.approx(before[2])


@pytest.mark.parametrize("opened", [selecting("nearestX")], indirect=True)
def test_the_nearest_thing_takes_the_place_of_what_others_have_set(opened: Living) -> None:
    opened.page.evaluate(SET, ["s0", points(3, 9)])
    opened.until(lambda: small(opened) == 2)
    opened.page.mouse.move(*opened.at(*at(6.8, 3)))
    opened.until(lambda: small(opened) == 1)
    told = opened.page.evaluate("choices.tell().s0.conditions[0].value")
    assert told == [[7]]
    opened.page.mouse.move(5, 5)
    opened.until(lambda: small(opened) == 0)
    opened.page.evaluate(SET, ["s0", points(5)])
    opened.until(lambda: small(opened) == 1)
