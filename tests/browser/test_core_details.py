"""Single rows behind the cells: epochs in their order, texts that were asked for, and where rows are to be found."""

from __future__ import annotations

import random
import re
from typing import Any

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.core import Open, heatmap, large_table, page_of, small_table
from fixtures.views import pinned
from playwright.sync_api import Locator

HOSTILE = "<img src=x onerror=\"document.title='ran'\"></script><script>document.title='ran'</script>\u202egnorw"


def epochs() -> pd.DataFrame:
    """Of q-1 and alpha: passed, an error, failed; the rows stand in the table with the last epoch first."""
    table = small_table(epochs=3)
    table["score_s"] = [float((i + j + e) % 2) for j in range(3) for i in range(12) for e in range(3)]
    mine = (table.id == "q-1") & (table.model_display_name == "alpha")
    table.loc[mine, "score_s"] = [1.0, float("nan"), 0.0]
    table.loc[mine & (table.epoch == 2), "error"] = "TimeoutError: it broke\nTraceback: line 1"
    table["target"] = "the answer to " + table["id"]
    return table.iloc[::-1]


def colors(dots: Locator) -> list[str]:
    found: list[str] = dots.evaluate_all("(all) => all.map((e) => e.style.backgroundColor)")
    return found


def test_epochs_are_told_in_their_order(opened: Open) -> None:
    page = opened(page_of(epochs()))
    panel = pinned(page, "q-1", "alpha")
    assert panel.locator("li").all_inner_texts() == ["epoch 1: 1", "epoch 2: error", "epoch 3: 0"]
    hrefs = [a.get_attribute("href") for a in panel.locator("li a").all()]
    assert hrefs == [f"https://logs.example.org/alpha/1/{e}" for e in (1, 2, 3)]
    passed, none, failed = colors(panel.locator("li i"))
    assert none == ""
    assert passed != failed
    assert colors(panel.locator("[aria-current] i")) == [passed, none, failed]
    gamma = epochs().query("id == 'q-1' and model_display_name == 'gamma'").sort_values("epoch").score_s
    row = panel.locator("tr").filter(has_text="gamma")
    assert colors(row.locator("i")) == [passed if score else failed for score in gamma]
    page.page.keyboard.press("Escape")
    page.point("q-1", "alpha")
    assert colors(page.page.locator("[role=tooltip] [data-part=runs] i")) == [passed, none, failed]


def test_grades_have_a_dot_for_each_epoch(opened: Open) -> None:
    page = opened(page_of(small_table(epochs=2)))
    panel = pinned(page, "q-2", "beta")
    own = small_table(epochs=2).query("id == 'q-2' and model_display_name == 'beta'").score_s.tolist()
    assert panel.locator("li").all_inner_texts() == [f"epoch {e}: {score:g}" for e, score in enumerate(own, 1)]
    assert len(set(colors(panel.locator("li i")))) == len(set(own)) == 2


def test_without_links_path_id_and_epoch_are_copied(opened: Open) -> None:
    table = epochs().assign(log=lambda t: "/home/someone/logs/" + t.model_display_name + "/a.eval")
    table.loc[table.model_display_name != "beta", "log_viewer"] = None
    html = page_of(table)
    page = opened(html)
    context = page.page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = pinned(page, "q-4", "alpha")
    panel.get_by_role("button", name="Copy path, id, epoch").click()
    page.until("document.querySelector('[data-part=status]').textContent.startsWith('Copied')")
    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied == "\n".join(f"alpha/a.eval\tq-4\t{e}" for e in (1, 2, 3))
    page.page.keyboard.press("Escape")
    assert pinned(page, "q-4", "beta").get_by_role("button", name="Copy path").count() == 0


def test_details_stand_in_the_pinned_tip_and_the_page_says_so(opened: Open) -> None:
    page = opened(page_of(epochs(), details=["error", "target"]))
    assert page.page.locator("[data-part=carried]").inner_text() == "This page carries: error, target of each sample."
    tip = page.point("q-1", "alpha")
    page.until("document.querySelector('[role=tooltip] [data-part=error]')")
    tip = page.tip
    assert "TimeoutError: it broke" in tip
    assert "Traceback" not in tip
    assert "the answer to" not in tip
    panel = pinned(page, "q-1", "alpha")
    told = panel.locator("[data-part=told]")
    assert told.locator("dt").all_inner_texts() == ["error, epoch 2", "target"]
    assert told.locator("dd").all_inner_texts() == ["TimeoutError: it broke\nTraceback: line 1", "the answer to q-1"]
    page.page.keyboard.press("Escape")
    assert pinned(page, "q-2", "beta").locator("dt").all_inner_texts() == ["target"]


def test_details_are_text_and_ask_for_nothing(opened: Open) -> None:
    table = small_table().assign(target=HOSTILE, error=HOSTILE, input="=1+1")
    page = opened(page_of(table, details=["target", "error", "input"]))
    title = page.page.title()
    panel = pinned(page, "q-3", "beta")
    assert HOSTILE in panel.locator("dd").all_inner_texts()
    assert page.page.title() == title
    assert page.page.locator("[data-inspect-viz] :is(img, script:not([type]))").count() == 0


def test_pages_carry_nothing_that_was_not_asked_for() -> None:
    table = small_table(epochs=2)
    plain, long = page_of(table), page_of(table.assign(target="secret", input="word " * 400))
    asked = page_of(table.assign(target="secret"), details=["target"])
    assert plain == long
    assert len(asked) > len(plain)
    assert page_of(table, details=[]) == page_of(table, details=None) == plain


def test_still_pictures_carry_none_and_look_the_same() -> None:
    from inspect_viz._host._figure import draw

    def svg(**options: Any) -> str:
        table = small_table(epochs=2).assign(target="secret")
        return re.sub(r"iv[0-9a-f]{8}", "iv", draw(heatmap(table, **options)).drawing.svg)

    assert "secret" not in svg(details=["target"])
    assert svg(details=["target"]) == svg()


def test_equal_texts_are_carried_once() -> None:
    table = large_table(40, 30)
    letters = random.Random(0)
    texts = {name: "".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=2000)) for name in table.id.unique()}
    long = table.assign(input=table.id.map(texts))

    def added(rows: pd.DataFrame) -> int:
        return len(page_of(rows, details=["input"])) - len(page_of(rows))

    one = added(long[long.model_display_name == "m0"])
    assert one > 40 * 1000
    assert added(long) < one + 6_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_panel_with_long_texts(opened: Open, scheme: str) -> None:
    table = epochs().assign(input="many words " * 400)
    html = page_of(table, details=["error", "target", "input"], title="A picture")
    page = opened(html, color_scheme=scheme, bypass_csp=True, viewport={"width": 1300, "height": 800})
    panel = pinned(page, "q-1", "alpha")
    texts = panel.locator("[data-part=told] div")
    assert texts.last.evaluate("(e) => e.scrollHeight > e.clientHeight")
    page.page.evaluate("document.getAnimations().forEach((a) => a.finish())")
    assert violations(page.page) == []
    box = panel.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 800
