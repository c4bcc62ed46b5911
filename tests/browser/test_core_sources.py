"""Where selections come from: names of blocks, bars of the strip, drags, and keys."""

from __future__ import annotations

from typing import Any

import pytest
from fixtures.axe import violations
from fixtures.core import Open, Opened, large_table, page_of
from fixtures.planted import PLANTED, planted

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
ORIENTATIONS = pytest.mark.parametrize("orientation", ["horizontal", "vertical"])


def selected(page: Opened) -> set[str]:
    """The samples that are selected, as their ids are copied."""
    tray = page.page.locator("[data-part=tray]")
    if tray.is_hidden():
        return set()
    page.page.evaluate("navigator.clipboard.writeText('')")
    tray.get_by_role("button", name="Copy ids").click()
    page.until("navigator.clipboard.readText().then((text) => text !== '')")
    return set(page.page.evaluate("navigator.clipboard.readText()").split("\n"))


def block(page: Opened, name: str) -> Any:
    return page.page.get_by_role("toolbar", name="Blocks of samples").get_by_role("button", name=f"Select {name}:")


def in_order(page: Opened, axis: str = "x") -> list[str]:
    labels = page.page.locator(f'g[aria-label="{axis}-axis tick label"] text')
    return labels.all_text_contents()


@ORIENTATIONS
@pytest.mark.parametrize("name", ["nobody", "everybody"])
def test_a_click_on_a_block_selects_its_samples(opened: Open, name: str, orientation: str) -> None:
    page = opened(page_of(planted(), orientation=orientation, height=500), **CLIPBOARD)
    own = block(page, name)
    assert own.get_attribute("aria-pressed") == "false"
    own.click()
    assert selected(page) == set(PLANTED[name])
    assert own.get_attribute("aria-pressed") == "true"


@ORIENTATIONS
def test_buttons_lie_over_the_names_of_their_blocks(opened: Open, orientation: str) -> None:
    page = opened(page_of(planted(), orientation=orientation, height=500))
    for _ in range(2):
        texts = page.page.locator("[data-part=samples] g g text")
        buttons = page.page.get_by_role("toolbar", name="Blocks of samples").get_by_role("button")
        assert texts.count() == buttons.count() > 2
        for text, button in zip(texts.all(), buttons.all(), strict=True):
            inner, outer = text.bounding_box(), button.bounding_box()
            assert inner
            assert outer
            assert outer["width"] >= 23.9
            assert outer["height"] >= 23.9
            assert outer["x"] <= inner["x"] + 1
            assert outer["y"] <= inner["y"] + 1
            assert outer["x"] + outer["width"] >= inner["x"] + inner["width"] - 1
            assert outer["y"] + outer["height"] >= inner["y"] + inner["height"] - 1
        page.wheel(0.5, 0.5, 2)


def test_blocks_combine_by_keys_that_are_held(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    block(page, "nobody").click()
    block(page, "everybody").click(modifiers=["Shift"])
    both = {*PLANTED["nobody"], *PLANTED["everybody"]}
    assert selected(page) == both
    block(page, "nobody").click(modifiers=["Alt"])
    assert selected(page) == set(PLANTED["everybody"])


def test_blocks_are_one_stop_of_the_tab_key_and_arrows_go_on(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    stops = page.page.locator("[data-part=handles] [tabindex='0']")
    assert stops.count() >= 1
    keyboard = page.page.keyboard
    page.page.locator("[data-part=cells]").focus()
    names: list[str] = []
    while names[-1:] != ["Select nobody: 3 samples"] and len(names) < 9:
        keyboard.press("Tab")
        names.append(page.page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert names[-2:] == ["Step through 3 errors", "Select nobody: 3 samples"]
    keyboard.press("Enter")
    assert page.page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    keyboard.press("ArrowLeft")
    assert page.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Select everybody: 2 samples"
    keyboard.press("Shift+Enter")
    assert selected(page) == {*PLANTED["nobody"], *PLANTED["everybody"]}


def test_blocks_answer_a_finger(opened: Open) -> None:
    page = opened(page_of(planted()), has_touch=True, viewport={"width": 600, "height": 700}, **CLIPBOARD)
    block(page, "nobody").tap()
    assert selected(page) == set(PLANTED["nobody"])


def middle_of(page: Opened, sample: str) -> tuple[float, float]:
    """A place of the window in the strip over a sample."""
    strip = page.page.locator("[data-sign=strip]").bounding_box()
    assert strip
    return page.label(sample, "x"), strip["y"] + strip["height"] / 2


def test_a_click_on_a_bar_selects_the_samples_with_such_a_bar(opened: Open) -> None:
    page = opened(page_of(planted(), width=1000), viewport={"width": 1000, "height": 700}, **CLIPBOARD)
    page.page.mouse.click(*middle_of(page, "s2"))
    assert selected(page) == {"s2", "r2", "x1"} == {name for name in in_order(page) if share(name) == share("s2")}


def share(sample: str) -> float:
    """Mean over the models of a sample, as the strip shows it."""
    return float(planted().groupby(["id", "model"]).score_s.mean().loc[sample].mean())


def test_a_drag_on_the_strip_selects_a_stretch(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    names = in_order(page)
    mouse = page.page.mouse
    mouse.move(*middle_of(page, names[2]))
    mouse.down()
    mouse.move(*middle_of(page, names[6]), steps=4)
    mouse.up()
    assert selected(page) == set(names[2:7])
    page.page.keyboard.down("Alt")
    mouse.move(*middle_of(page, names[6]))
    mouse.down()
    mouse.move(*middle_of(page, names[5]), steps=3)
    mouse.up()
    page.page.keyboard.up("Alt")
    assert selected(page) == set(names[2:5])


@ORIENTATIONS
def test_a_drag_over_cells_with_shift_selects_and_without_pans(opened: Open, orientation: str) -> None:
    way = "x" if orientation == "horizontal" else "y"
    page = opened(page_of(planted(), orientation=orientation, height=500), **CLIPBOARD)
    names = in_order(page, way)

    def at(sample: str) -> tuple[float, float]:
        box = page.box()
        place = page.label(sample, way)
        return (place, box["y"] + 20) if way == "x" else (box["x"] + 20, place)

    mouse, keyboard = page.page.mouse, page.page.keyboard
    keyboard.down("Shift")
    mouse.move(*at(names[1]))
    mouse.down()
    mouse.move(*at(names[3]), steps=4)
    mouse.up()
    keyboard.up("Shift")
    assert page.page.locator("[role=tooltip][data-pinned]").count() == 0
    assert selected(page) == set(names[1:4])
    mouse.move(*at(names[5]))
    mouse.down()
    mouse.move(*at(names[7]), steps=4)
    mouse.up()
    assert selected(page) == set(names[1:4])
    mouse.move(*at(names[5]))
    keyboard.down("Shift")
    mouse.click(*at(names[5]))
    keyboard.up("Shift")
    page.page.locator("[role=tooltip][data-pinned]").wait_for()


def test_a_drag_in_a_zoomed_picture_selects_what_is_under_it(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    page.wheel(0.5, 0.5, 12)
    names = in_order(page)
    assert len(names) < 13
    keyboard, mouse = page.page.keyboard, page.page.mouse
    box = page.box()
    keyboard.down("Shift")
    mouse.move(page.label(names[1], "x"), box["y"] + 20)
    mouse.down()
    mouse.move(page.label(names[2], "x"), box["y"] + 20, steps=3)
    mouse.up()
    keyboard.up("Shift")
    assert selected(page) == set(names[1:3])


@ORIENTATIONS
def test_shift_with_arrows_selects_from_the_sample_that_keys_are_at(opened: Open, orientation: str) -> None:
    way = "x" if orientation == "horizontal" else "y"
    on, back = ("ArrowRight", "ArrowLeft") if way == "x" else ("ArrowDown", "ArrowUp")
    page = opened(page_of(planted(), orientation=orientation, height=500), **CLIPBOARD)
    names = in_order(page, way)
    keyboard = page.page.keyboard
    page.page.locator("[data-part=cells]").focus()
    keyboard.press("Control+Home")
    keyboard.press(on)
    for key in (on, on, back):
        keyboard.press(f"Shift+{key}")
    assert page.page.locator("[data-part=tray]").is_visible()
    page.page.locator("[data-part=cells]").focus()
    keyboard.press(on)
    keyboard.press(on)
    keyboard.press(on)
    keyboard.press("Shift+End")
    assert selected(page) == {*names[1:3], *names[5:]}


def test_a_new_stretch_of_keys_begins_after_the_selection_is_cleared(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    names = in_order(page)
    keyboard = page.page.keyboard
    page.page.locator("[data-part=cells]").focus()
    keyboard.press("Control+Home")
    for _ in range(3):
        keyboard.press("Shift+ArrowRight")
    keyboard.press("Escape")
    keyboard.press("Escape")
    assert page.page.locator("[data-part=tray]").is_hidden()
    keyboard.press("Shift+ArrowRight")
    assert selected(page) == set(names[3:5])


def test_space_selects_and_a_those_alike(opened: Open) -> None:
    page = opened(page_of(planted()), **CLIPBOARD)
    names = in_order(page)
    keyboard = page.page.keyboard
    cells = page.page.locator("[data-part=cells]")
    cells.focus()
    keyboard.press("Control+Home")
    keyboard.press(" ")
    keyboard.press("ArrowRight")
    keyboard.press(" ")
    assert selected(page) == set(names[:2])
    cells.focus()
    keyboard.press(" ")
    assert selected(page) == {names[0]}
    cells.focus()
    keyboard.press("a")
    assert selected(page) == {name for name in names if share(name) == share(names[1])}


def test_a_stretch_of_a_raster_is_what_lies_under_the_drag(opened: Open) -> None:
    page = opened(page_of(large_table(3000, 4), sort=None), **CLIPBOARD)
    mouse, keyboard = page.page.mouse, page.page.keyboard
    keyboard.down("Shift")
    page.hover(0.2, 0.5)
    mouse.down()
    mouse.move(*page.at(0.4, 0.5), steps=5)
    mouse.up()
    keyboard.up("Shift")
    numbers = sorted(int(name[1:]) for name in selected(page))
    assert abs(numbers[0] - 600) <= 3
    assert abs(numbers[-1] - 1200) <= 3
    assert numbers == list(range(numbers[0], numbers[-1] + 1))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_axe_finds_nothing_with_blocks_selected(opened: Open, scheme: str, orientation: str) -> None:
    page = opened(page_of(planted(), orientation=orientation, height=500), color_scheme=scheme, bypass_csp=True)
    block(page, "nobody").click()
    assert violations(page.page) == []


def test_a_finger_drags_along_the_strip(opened: Open) -> None:
    page = opened(page_of(planted()), has_touch=True, viewport={"width": 900, "height": 700}, **CLIPBOARD)
    names = in_order(page)
    session = page.page.context.new_cdp_session(page.page)

    def touch(kind: str, sample: str | None) -> None:
        x, y = middle_of(page, sample) if sample else (0, 0)
        points = [{"x": x, "y": y}] if sample else []
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", names[1])
    for name in names[2:5]:
        touch("touchMove", name)
    touch("touchEnd", None)
    assert selected(page) == set(names[1:5])
