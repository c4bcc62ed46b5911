"""Interactors by pointer and by keys: what they select, told by params of the picture; axe-core finds no violation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.living import Living, living
from playwright.sync_api import Browser

TABLE = pd.DataFrame({"x": [1.0, 3.0, 5.0, 7.0, 9.0], "y": [5.0, 1.0, 9.0, 3.0, 7.0], "kind": list("abcab")})


def spec(select: str, **more: Any) -> dict[str, Any]:
    dots = {"mark": "dot", "data": {"from": "t0"}, "x": "x", "y": "y", "fill": "kind", "r": 8, "tip": True}
    plot = [dots, {"select": select, **more}, {"select": "highlight", "by": "$s0"}]
    domains = {"xDomain": [0, 10], "yDomain": [0, 10], "width": 400, "height": 300}
    return {"params": {"s0": {"select": "intersect"}}, "plot": plot, **domains}


@pytest.fixture
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Living]:
    with living(browser, request.param, t0=TABLE) as made:
        yield made


def condition(made: Living) -> str | None:
    chosen = "new inspectVizLive.Choices(opened.picture, ['s0'], () => {}).tell().s0"
    found: str | None = made.page.evaluate(f"{chosen}.sql ?? null")
    return found


def at(x: float, y: float) -> tuple[float, float]:
    return x / 10, 1 - y / 10


BRUSHES = {
    "intervalX": ((0.2, 0.5), (0.6, 0.5), "x"),
    "intervalY": ((0.5, 0.2), (0.5, 0.6), "y"),
    "intervalXY": ((0.2, 0.2), (0.6, 0.6), "both"),
}


@pytest.mark.parametrize(
    ("opened", "name"), [(spec(name, **{"as": "$s0"}), name) for name in BRUSHES], indirect=["opened"], ids=BRUSHES
)
def test_a_brush_is_drawn_by_pointer_and_moved_by_keys(opened: Living, name: str) -> None:
    start, end, _ = BRUSHES[name]
    opened.drag(start, end)
    opened.until(lambda: condition(opened) is not None)
    dragged = condition(opened)
    edges = opened.page.get_by_role("slider")
    assert edges.count() == (4 if name == "intervalXY" else 2)
    edges.first.focus()
    opened.page.keyboard.press("Shift+ArrowRight" if name != "intervalY" else "Shift+ArrowDown")
    opened.until(lambda: condition(opened) not in (dragged, None))
    assert opened.page.evaluate("document.activeElement.getAttribute('role')") == "slider", "keys keep their place"
    assert "Selected" in opened.page.locator("[data-part=status]").inner_text()
    opened.page.keyboard.press("Escape")
    opened.until(lambda: condition(opened) is None)
    opened.page.keyboard.press("PageDown")
    opened.until(lambda: condition(opened) is not None)


@pytest.mark.parametrize("opened", [spec("intervalX", **{"as": "$s0"})], indirect=True)
def test_edges_keep_the_focus_where_their_own_plot_is_drawn_anew(opened: Living) -> None:
    opened.page.get_by_role("slider").first.focus()
    opened.page.evaluate("opened.picture.plots[0].mosaic.render()")
    opened.settle()
    assert opened.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Selection of x: left edge"


@pytest.mark.parametrize("opened", [spec("region", **{"as": "$s0"}, channels=["x"])], indirect=True)
def test_a_region_selects_what_lies_in_it(opened: Living) -> None:
    opened.drag(at(2, 10), at(6, 0.1))
    opened.until(lambda: condition(opened) is not None)
    found = condition(opened) or ""
    assert "3" in found
    assert "5" in found
    assert "7" not in found


def tipless(select: str, **more: Any) -> dict[str, Any]:
    made = spec(select, **more)
    del made["plot"][0]["tip"]
    return made


TOGGLES = {"tip": spec("toggleColor", **{"as": "$s0"}), "no tip": tipless("toggleColor", **{"as": "$s0"})}


@pytest.mark.parametrize("opened", TOGGLES.values(), ids=TOGGLES, indirect=True)
def test_a_toggle_selects_by_click_and_by_space(opened: Living) -> None:
    opened.page.mouse.click(*opened.at(*at(5, 9)))
    opened.until(lambda: "'c'" in (condition(opened) or ""))
    opened.page.locator("[data-part=cells]").focus()
    opened.page.keyboard.press("Home")
    opened.page.keyboard.press("Space")
    opened.until(lambda: "'a'" in (condition(opened) or ""))
    assert "'c'" not in (condition(opened) or "")
    opened.page.keyboard.press("End")
    opened.page.keyboard.press("Shift+Space")
    opened.until(lambda: all(f"'{kind}'" in (condition(opened) or "") for kind in "ab"))
    opacities = opened.page.evaluate(
        "[...document.querySelectorAll('g[data-index] circle')].map((dot) => dot.getAttribute('opacity'))"
    )
    assert opacities.count("0.2") == 1


@pytest.mark.parametrize("opened", [spec("nearestX", **{"as": "$s0"})], indirect=True)
def test_the_nearest_thing_follows_pointer_and_keys(opened: Living) -> None:
    opened.page.mouse.move(*opened.at(*at(6.8, 3)))
    opened.until(lambda: "7" in (condition(opened) or ""))
    assert opened.page.locator("[role=tooltip]").first.is_visible()
    opened.page.mouse.move(5, 5)
    opened.until(lambda: condition(opened) is None)
    opened.page.locator("[data-part=cells]").focus()
    opened.page.keyboard.press("Home")
    opened.until(lambda: "1" in (condition(opened) or ""))
    opened.page.keyboard.press("End")
    opened.until(lambda: "9" in (condition(opened) or ""))


DOMAIN = "opened.picture.plots[0].drawnSvg.scale('x').domain"


@pytest.mark.parametrize("opened", [spec("panZoom")], indirect=True)
def test_a_plot_is_moved_and_zoomed_by_pointer_and_keys(opened: Living) -> None:
    def domain() -> list[float]:
        return [round(value, 3) for value in opened.page.evaluate(DOMAIN)]

    opened.drag((0.5, 0.5), (0.4, 0.5))
    opened.until(lambda: domain()[0] == pytest.approx(1, abs=0.1))
    opened.page.locator("[data-part=cells]").focus()
    opened.page.keyboard.press("0")
    opened.until(lambda: domain() == [0, 10])
    opened.page.keyboard.press("+")
    opened.until(lambda: domain() == [1, 9])
    opened.page.keyboard.press("Shift+ArrowRight")
    opened.until(lambda: domain() == [1.8, 9.8])
    opened.page.keyboard.press("0")
    opened.until(lambda: domain() == [0, 10])
    opened.page.mouse.move(*opened.at(0.5, 0.5))
    opened.page.mouse.wheel(0, -200)
    opened.until(lambda: domain()[0] > 0.2)


@pytest.mark.parametrize("opened", [spec("intervalXY", **{"as": "$s0"})], indirect=True)
def test_axe_finds_no_violation(opened: Living) -> None:
    opened.drag((0.2, 0.2), (0.6, 0.6))
    opened.until(lambda: condition(opened) is not None)
    assert violations(opened.page, "#root") == []
