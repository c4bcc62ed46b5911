"""The panel of a sample: two models' transcripts side by side, and what differs in their texts."""

from __future__ import annotations

import random
from typing import Any

import pandas as pd
import pytest
from fixtures.axe import violations
from fixtures.core import Open, heatmap, page_of
from fixtures.planted import planted
from fixtures.views import knob, pinned

from inspect_viz.plot import to_html

HOSTILE = "<img src=x onerror=\"document.title='ran'\"> & <b>bold</b>"


def answers(first: str, second: str) -> pd.DataFrame:
    """Texts of ann and bob for s1, one epoch."""
    table = planted()
    table = table[table.epoch == 1].drop(columns="epoch")
    table["target"] = "the same"
    table.loc[(table.id == "s1") & (table.model == "ann"), "answer"] = first
    table.loc[(table.id == "s1") & (table.model == "bob"), "answer"] = second
    return table


def compared(opened: Open, first: str, second: str) -> Any:
    page = opened(page_of(answers(first, second), details=["answer", "target"]))
    own = pinned(page, "s1", "ann")
    own.get_by_label("Mark bob").check()
    own.get_by_role("button", name="Differences").click()
    return own.locator("[data-part=differences]")


def pieces(found: Any) -> list[tuple[str, str]]:
    shown: list[list[str]] = found.locator("dd div").first.evaluate(
        "(e) => [...e.children].map((piece) => [piece.localName, piece.textContent])"
    )
    return [(name, text) for name, text in shown]


def test_both_transcripts_open_from_one_click(opened: Open) -> None:
    page = opened(page_of(planted()))
    own = pinned(page, "s1", "ann")
    assert own.get_by_label("Mark ann").is_checked()
    both = own.get_by_role("button", name="Open both", exact=True)
    assert both.get_attribute("aria-disabled") == "true"
    own.get_by_label("Mark cid").check()
    both.click()
    page.until("document.querySelector('[data-part=differences]').textContent.startsWith('Opening')")
    wanted = {f"https://logs.example.org/{model}/s1/1" for model in ("ann", "cid")}
    for _ in range(600):
        new = page.page.context.pages[1:]
        if {one.url for one in new} == wanted:
            break
        page.frame()
    assert {one.url for one in new} == wanted
    assert [one.evaluate("window.opener") for one in new] == [None, None]


def test_models_that_are_compared_are_marked(opened: Open) -> None:
    page = opened(page_of(planted(), height=None))
    for name in ("bob", "dee"):
        knob(page, name).click()
    own = pinned(page, "s1", "ann")
    marks = {name: own.get_by_label(f"Mark {name}").is_checked() for name in ("ann", "bob", "cid", "dee")}
    assert marks == {"ann": False, "bob": True, "cid": False, "dee": True}


def test_the_key_that_opens_both_says_why_it_does_not(opened: Open) -> None:
    page = opened(page_of(planted()))
    page.point("s1", "ann")
    assert "o opens both" not in page.tip
    page.page.keyboard.press("o")
    page.until("document.querySelector('[data-part=status]').textContent.startsWith('Compare two models first')")
    assert len(page.page.context.pages) == 1


def test_of_three_marks_the_last_two_stay(opened: Open) -> None:
    own = pinned(opened(page_of(planted())), "s1", "ann")
    for name in ("bob", "cid"):
        own.get_by_label(f"Mark {name}").check()
    marks = {name: own.get_by_label(f"Mark {name}").is_checked() for name in ("ann", "bob", "cid", "dee")}
    assert marks == {"ann": False, "bob": True, "cid": True, "dee": False}


def test_one_mark_opens_nothing_and_says_why(opened: Open) -> None:
    page = opened(page_of(planted()))
    own = pinned(page, "s1", "ann")
    own.get_by_role("button", name="Open both", exact=True).click(force=True)
    assert "Mark two models first" in own.inner_text()
    assert len(page.page.context.pages) == 1


def test_every_epoch_of_every_model_has_a_link(opened: Open) -> None:
    own = pinned(opened(page_of(planted())), "s1", "ann")
    links = own.locator("[data-part=column] a")
    hrefs = {link.get_attribute("href") for link in links.all()}
    assert hrefs == {f"https://logs.example.org/{m}/s1/{e}" for m in ("ann", "bob", "cid", "dee") for e in (1, 2)}
    assert own.get_by_label("dee, epoch 2").get_attribute("href") == "https://logs.example.org/dee/s1/2"


def test_differences_are_words_that_are_gone_or_new(opened: Open) -> None:
    found = compared(opened, "the quick brown fox jumps", "the slow brown fox, jumps")
    assert pieces(found) == [
        ("span", "the "),
        ("del", "quick"),
        ("ins", "slow"),
        ("span", " brown fox"),
        ("ins", ","),
        ("span", " jumps"),
    ]
    assert "Alike: target" in found.inner_text()


def common(a: list[str], b: list[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        last = row[:]
        for j, y in enumerate(b):
            row[j + 1] = last[j] + 1 if x == y else max(row[j], last[j + 1])
    return row[-1]


@pytest.mark.parametrize("seed", range(3))
def test_pieces_make_both_texts_and_keep_all_that_they_share(opened: Open, seed: int) -> None:
    chosen = random.Random(seed)
    first, second = ([chosen.choice("abcde") for _ in range(40)] for _ in range(2))
    found = pieces(compared(opened, " ".join(first), " ".join(second)))
    assert "".join(text for kind, text in found if kind != "ins") == " ".join(first)
    assert "".join(text for kind, text in found if kind != "del") == " ".join(second)
    spaced = [list(" ".join(words)) for words in (first, second)]
    assert sum(len(text) for kind, text in found if kind == "span") == common(*spaced)


def test_long_texts_are_compared_at_once(opened: Open) -> None:
    words = [f"word{i}" for i in range(6000)]
    other = [*words[:10], *reversed(words[10:5990]), *words[5990:]]
    found = pieces(compared(opened, " ".join(words), " ".join(other)))
    assert "".join(text for kind, text in found if kind != "ins") == " ".join(words)
    assert "".join(text for kind, text in found if kind != "del") == " ".join(other)


def test_texts_stay_texts(opened: Open) -> None:
    found = compared(opened, HOSTILE, f"{HOSTILE} {HOSTILE}")
    assert "".join(text for kind, text in pieces(found) if kind != "ins") == HOSTILE
    assert found.locator("img, b").count() == 0


def test_epochs_are_compared_with_epochs(opened: Open) -> None:
    table = planted()
    table["answer"] += " in epoch " + table.epoch.astype(str)
    own = pinned(opened(page_of(table, details=["answer"])), "s1", "ann")
    own.get_by_label("Mark bob").check()
    own.get_by_role("button", name="Differences").click()
    assert own.locator("[data-part=differences] dt").all_inner_texts() == ["answer, epoch 1", "answer, epoch 2"]


def test_without_details_there_are_no_differences(opened: Open) -> None:
    own = pinned(opened(page_of(planted())), "s1", "ann")
    assert own.get_by_role("button", name="Differences").count() == 0
    bare = planted().drop(columns="log_viewer")
    own = pinned(opened(page_of(bare)), "s1", "ann")
    assert own.get_by_role("checkbox").count() == 0
    assert own.get_by_role("button", name="Open both", exact=True).count() == 0


def test_the_panel_tells_the_group_of_its_sample(opened: Open) -> None:
    table = planted()
    table["metadata_topic"] = table.id.str[0].map({"n": "algebra", "e": "logic"}).fillna("other things")
    page = opened(to_html(heatmap(table, group="metadata_topic")))
    page.page.locator("[data-part=cells]").focus()
    page.page.get_by_role("combobox").fill("e2")
    page.page.get_by_role("combobox").press("Enter")
    page.page.locator("[data-part=cells]").focus()
    assert "topic" in page.tip
    assert "logic" in page.tip


def test_keys_mark_and_compare(opened: Open) -> None:
    page = opened(page_of(answers("one two", "one three"), details=["answer"]))
    own = pinned(page, "s1", "ann")
    own.get_by_label("Mark dee").focus()
    keyboard = page.page.keyboard
    keyboard.press("Space")
    own.get_by_role("button", name="Differences").focus()
    keyboard.press("Enter")
    assert own.locator("ins, del").count() > 2
    keyboard.press("Escape")
    assert page.page.locator("[role=tooltip][data-pinned]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
def test_axe_finds_nothing_in_the_panel(opened: Open, scheme: str, width: int) -> None:
    html = page_of(answers("one two", "one three"), details=["answer"])
    page = opened(html, color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    page.page.locator("[data-part=cells]").focus()
    page.page.keyboard.press("p")
    own = page.page.locator("[role=tooltip][data-pinned]")
    own.get_by_role("checkbox").nth(2).check()
    own.get_by_role("button", name="Differences").click()
    assert violations(page.page) == []
