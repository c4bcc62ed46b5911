"""Everything by keyboard, and what a screen reader hears."""

from __future__ import annotations

from fixtures.core import Open, Opened, page_of, small_table

NAME = "(e => e.getAttribute('aria-label') || e.textContent)(document.activeElement)"


def focused(opened: Open, epochs: int = 1) -> Opened:
    """A page whose cells have the focus, at the upper left cell."""
    page = opened(page_of(small_table(epochs)), permissions=["clipboard-read", "clipboard-write"])
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("Control+Home")
    return page


def labels(page: Opened, axis: str) -> list[str]:
    return page.page.locator(f'g[aria-label="{axis}-axis tick label"] text').all_text_contents()


def here(page: Opened) -> tuple[str, str]:
    """Sample and model in the tip."""
    model, sample = page.page.locator("[role=tooltip] bdi").all_inner_texts()
    return sample, model


def test_tab_reaches_cells_and_tools(opened: Open) -> None:
    page = opened(page_of(small_table()))
    names = []
    for _ in range(20):
        page.page.keyboard.press("Tab")
        names.append(page.page.evaluate(NAME))
    assert names[0] == "Find a sample or model"
    assert {"Order", "Select", "Suspects", "SVG", "PNG", "Table"} <= set(names)
    assert any("Arrow keys" in name for name in names)


def test_arrows_move_from_cell_to_cell(opened: Open) -> None:
    page = focused(opened)
    xs, ys = labels(page, "x"), labels(page, "y")
    assert here(page) == (xs[0], ys[0])
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.page.keyboard.press(key)
    assert here(page) == (xs[2], ys[1])
    page.page.keyboard.press("ArrowLeft")
    page.page.keyboard.press("ArrowUp")
    page.page.keyboard.press("ArrowUp")
    assert here(page) == (xs[1], ys[0])


def test_home_end_and_pages(opened: Open) -> None:
    page = focused(opened)
    xs, ys = labels(page, "x"), labels(page, "y")
    page.page.keyboard.press("End")
    assert here(page) == (xs[-1], ys[0])
    page.page.keyboard.press("Control+End")
    assert here(page) == (xs[-1], ys[-1])
    page.page.keyboard.press("Home")
    assert here(page) == (xs[0], ys[-1])
    page.page.keyboard.press("PageDown")
    assert here(page) == (xs[1], ys[-1])


def test_moves_are_announced(opened: Open) -> None:
    page = focused(opened)
    page.page.keyboard.press("ArrowRight")
    spoken = page.page.locator("[aria-live=polite]").inner_text()
    sample, model = here(page)
    assert spoken.startswith(f"{model} on {sample}: ")
    cells = page.page.locator("[data-part=cells]")
    described = page.page.locator(f"#{cells.get_attribute('aria-describedby')}")
    assert described.get_attribute("role") == "tooltip"


def test_enter_opens_and_escape_closes(opened: Open) -> None:
    page = focused(opened)
    sample, model = here(page)
    with page.page.context.expect_page() as new:
        page.page.keyboard.press("Enter")
    assert new.value.url == f"https://logs.example.org/{model}/{sample[2:]}/1"
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("Escape")
    assert not page.tip_is_shown


def test_p_enters_the_links_and_escape_returns(opened: Open) -> None:
    page = focused(opened, epochs=2)
    page.page.keyboard.press("p")
    page.page.locator("[role=tooltip][data-pinned] a").first.wait_for()
    assert page.page.evaluate("document.activeElement.textContent") == "epoch 1"
    page.page.keyboard.press("Escape")
    assert page.page.evaluate("document.activeElement.dataset.part") == "cells"


def test_c_copies_the_sample(opened: Open) -> None:
    page = focused(opened)
    page.page.keyboard.press("ArrowRight")
    page.page.keyboard.press("c")
    page.page.get_by_role("status").get_by_text("Copied").wait_for()
    assert page.page.evaluate("navigator.clipboard.readText()") == here(page)[0]


def test_slash_and_control_f_open_find(opened: Open) -> None:
    page = focused(opened)
    for key in ("/", "Control+f"):
        page.page.locator("[data-part=cells]").focus()
        page.page.keyboard.press(key)
        assert page.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
        assert page.page.get_by_role("combobox").input_value() == ""


def test_zoomed_view_moves_along(opened: Open) -> None:
    page = focused(opened)
    for _ in range(3):
        page.page.keyboard.press("+")
    page.frame()
    assert len(labels(page, "x")) < 12
    page.page.keyboard.press("End")
    page.frame()
    last = here(page)[0]
    assert labels(page, "x")[-1] == last
    page.page.keyboard.press("0")
    page.frame()
    assert len(labels(page, "x")) == 12


def hovered(opened: Open, **options: object) -> Opened:
    """A page whose pointer is over a cell; nothing has the focus."""
    page = opened(page_of(small_table(), **options), permissions=["clipboard-read", "clipboard-write"])
    page.point("q-5", "beta")
    assert page.page.evaluate("document.activeElement === document.body")
    return page


def test_keys_work_under_the_pointer(opened: Open) -> None:
    page = hovered(opened)
    xs, ys = labels(page, "x"), labels(page, "y")
    at = (xs.index("q-5"), ys.index("beta"))
    page.page.keyboard.press("ArrowRight")
    assert here(page) == (xs[at[0] + 1], "beta")
    page.page.keyboard.press("ArrowDown")
    assert here(page) == (xs[at[0] + 1], ys[at[1] + 1])
    page.page.keyboard.press("+")
    page.page.keyboard.press("+")
    page.frame()
    assert len(labels(page, "x")) < 12
    page.page.keyboard.press("c")
    page.page.get_by_role("status").get_by_text("Copied").wait_for()
    page.page.keyboard.press("/")
    assert page.page.evaluate("document.activeElement.getAttribute('role')") == "combobox"


def test_keys_work_under_the_pointer_without_a_tip(opened: Open) -> None:
    page = hovered(opened, tip=False)
    page.page.keyboard.press("+")
    page.page.keyboard.press("+")
    page.frame()
    assert len(labels(page, "x")) < 12


def test_keys_elsewhere_are_the_pages_own(opened: Open) -> None:
    page = hovered(opened)
    page.page.mouse.move(5, 690)
    page.page.keyboard.press("ArrowRight")
    assert not page.tip_is_shown
    page.point("q-5", "beta")
    page.page.get_by_role("combobox").focus()
    page.page.keyboard.press("c")
    assert page.page.get_by_role("combobox").input_value() == "c"
    assert page.page.get_by_role("status").get_by_text("Copied").count() == 0


OPENED = "window.opened = []; window.open = (address) => opened.push(address)"


def test_the_first_enter_shows_and_the_second_opens(opened: Open) -> None:
    page = opened(page_of(small_table()), init=OPENED)
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("Escape")
    assert not page.tip_is_shown
    page.page.keyboard.press("Enter")
    assert page.tip_is_shown
    page.page.keyboard.press("Enter")
    page.until("opened.length > 0")
    page.frame()
    assert page.page.evaluate("opened.length") == 1


def test_a_click_that_brings_the_window_to_the_front_opens_nothing(opened: Open) -> None:
    page = opened(page_of(small_table()), init=f"{OPENED}; document.hasFocus = () => window.inFront ?? false")
    page.page.mouse.click(*page.cell("q-5", "beta"))
    assert page.tip_is_shown
    page.page.evaluate("window.inFront = true")
    page.page.mouse.click(*page.cell("q-7", "beta"))
    page.until("opened.length > 0")
    page.frame()
    assert page.page.evaluate("opened") == ["https://logs.example.org/beta/7/1"]
