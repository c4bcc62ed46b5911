"""The fifteen questions of issue 9, each with a planted answer, in at most two moves by mouse and by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import asked
import pandas as pd
import pytest
from fixtures.core import Open, page_of
from fixtures.hands import Hand
from fixtures.views import status
from playwright.sync_api import Locator

Begin = Callable[..., Hand]
HANDS = ("mouse", "keyboard")
CONTEXT = {"viewport": {"width": 1000, "height": 1000}, "permissions": ["clipboard-read", "clipboard-write"]}
OPTIONS = {"height": None, "details": ["error"], "bars": ["metadata_topic", "metadata_length"]}


@pytest.fixture(params=HANDS)
def begin(request: pytest.FixtureRequest, opened: Open) -> Begin:
    """Opens the table for a mouse or a keyboard."""

    def start(epochs: Sequence[int] = (1, 2), **options: Any) -> Hand:
        return Hand(opened(page_of(asked.rows(epochs), **{**OPTIONS, **options}), **CONTEXT), request.param)

    return start


def button(hand: Hand, name: str | re.Pattern[str]) -> Locator:
    return hand.page.get_by_role("button", name=name)


def menu(hand: Hand, name: str) -> Locator:
    return hand.page.locator("summary").get_by_text(name, exact=True)


def part(hand: Hand, name: str) -> str:
    return hand.page.locator(f"[data-part={name}]").first.inner_text()


def texts(hand: Hand, name: str) -> list[str]:
    return hand.page.locator(f"svg [data-part={name}] text").all_text_contents()


def columns(hand: Hand) -> list[str]:
    """The sample of each column, as keys reach it."""
    hand.page.locator("[data-part=cells]").focus()
    hand.page.keyboard.press("Control+Home")
    found = []
    for _ in asked.LEVELS:
        found.append(str(part(hand, "lead")).split(" on ")[1].split(":")[0])
        hand.page.keyboard.press("ArrowRight")
    return found


def clipboard(hand: Hand) -> set[str]:
    hand.opened.until("navigator.clipboard.readText().then((text) => text !== '')")
    return set(hand.page.evaluate("navigator.clipboard.readText()").split("\n"))


def compare(hand: Hand, first: str, second: str) -> str:
    for model in (first, second):
        hand.press(button(hand, re.compile(f"^{re.escape(model)}: (order|compare)")))
    return status(hand.opened)


@pytest.mark.parametrize(("who", "ids"), [("nobody", asked.NOBODY), ("everybody", asked.EVERYBODY)])
def test_a_which_samples_does_nobody_or_everybody_solve(begin: Begin, who: str, ids: list[str]) -> None:
    hand = begin()
    hand.press(button(hand, f"Select {who}"))
    assert f"{len(ids)} of {len(asked.LEVELS)} samples selected: {who}" in part(hand, "tray")
    hand.press(button(hand, "Copy ids"))
    assert clipboard(hand) == set(ids)


@pytest.mark.parametrize("by", ["disagreement", "discrimination"])
def test_b_which_samples_separate_the_models(begin: Begin, by: str) -> None:
    hand = begin()
    hand.press(menu(hand, "Order"))
    hand.choose(hand.page.get_by_role("group", name="samples").get_by_label(by))
    assert status(hand.opened) == f"Order of samples: {by}"
    hand.page.keyboard.press("Escape")
    order = columns(hand)
    if by == "disagreement":
        assert set(order[-5:]) == set(asked.DIVIDING)
        assert set(order[:7]) == set(asked.NOBODY + asked.EVERYBODY)
    else:
        assert set(order[:2]) == set(asked.WRONG)
        assert order.index("geometry-09") > order.index("algebra-06")


def test_c_where_do_two_models_differ(begin: Begin) -> None:
    hand = begin()
    wins, losses = asked.better("amber", "birch"), asked.better("birch", "amber")
    told = compare(hand, "amber", "birch")
    assert told.startswith(f"amber better on {len(wins)}, birch on {len(losses)}, alike on {59 - 9}")
    assert f"p = {asked.p_of('amber', 'birch'):.2g}" in told
    assert told.endswith("not separated.")
    order = columns(hand)
    assert set(order[: len(wins)]) == set(wins)
    assert set(order[-1 - len(losses) : -1]) == set(losses)
    assert order[-1] == "law-09"


def test_d_what_is_missing_and_why(begin: Begin) -> None:
    hand = begin()
    hand.press(button(hand, f"Step through {len(asked.ERRORS)} errors"))
    assert "by model: dune 2, elm 1, none in 16 others" in part(hand, "steps")
    hand.opened.until("document.querySelector('[role=tooltip] [data-part=error]')")
    assert asked.ERROR in hand.opened.tip


def test_e_which_samples_flip(begin: Begin) -> None:
    hand = begin()
    hand.press(menu(hand, "Select"))
    hand.press(button(hand, f"flips {len(asked.FLIPPING)}"))
    assert f"{len(asked.FLIPPING)} of {len(asked.LEVELS)} samples selected: flips" in part(hand, "tray")
    for sample, models in asked.FLIPPING.items():
        hand.point(sample, models[0])
        assert "0.5, 1 of 2" in hand.opened.tip


def test_e_order_by_flips(begin: Begin) -> None:
    hand = begin()
    hand.press(menu(hand, "Order"))
    hand.choose(hand.page.get_by_role("group", name="samples").get_by_label("flips"))
    hand.page.keyboard.press("Escape")
    order = columns(hand)
    assert set(order[-2:]) == set(asked.FLIPPING)


def test_f_open_that_transcript(begin: Begin) -> None:
    hand = begin()
    with hand.page.expect_popup() as popup:
        hand.cell("law-14", "birch")
    assert popup.value.url == f"https://logs.example.org/{asked.MODELS.index('birch')}/law-14/1"


def transcripts(hand: Hand, *models: str) -> None:
    """Waits until those of a sample are open."""
    wanted = {f"https://logs.example.org/{asked.MODELS.index(model)}/law-14/1" for model in models}
    for _ in range(600):
        opened = {page.url for page in hand.page.context.pages[1:]}
        if opened == wanted:
            return
        hand.opened.frame()
    assert opened == wanted


def test_f_two_transcripts_side_by_side(begin: Begin) -> None:
    hand = begin()
    if hand.has_mouse:
        hand.page.keyboard.down("Shift")
    hand.cell("law-14", "birch", key="p")
    hand.page.keyboard.up("Shift")
    panel = hand.page.locator("[role=tooltip][data-pinned]")
    hand.press(panel.get_by_role("button", name="Open both: birch and dune", exact=True))
    transcripts(hand, "birch", "dune")


def test_f_two_transcripts_of_two_models_that_are_compared(begin: Begin) -> None:
    hand = begin()
    compare(hand, "birch", "dune")
    if hand.has_mouse:
        hand.point("law-14", "amber")
        assert "o opens both" in hand.opened.tip
        hand.page.keyboard.press("o")
    else:
        hand.moves = 1  # what compares is another question
        hand.cell("law-14", "amber", key="o")
    transcripts(hand, "birch", "dune")


def test_g_which_topic_is_weak(begin: Begin) -> None:
    hand = begin(group="metadata_topic")
    shares = asked.topics()
    assert shares.index[0] == "law"
    told = dict(re.findall(r"(\w+)(?: \d+)? \u00b7 (\d+ %)", " ".join(texts(hand, "samples"))))
    assert told == {topic: f"{100 * share:.0f} %" for topic, share in shares.items()}
    assert columns(hand)[0].startswith("law")
    assert hand.moves == 0


def test_g_topics_from_the_menu(begin: Begin) -> None:
    hand = begin()
    hand.press(menu(hand, "Order"))
    hand.choose(hand.page.get_by_role("group", name="groups").get_by_label("topic"))
    assert status(hand.opened) == "Grouped by topic"
    assert "law" in " ".join(texts(hand, "samples"))
    hand.page.keyboard.press("Escape")
    assert columns(hand)[0].startswith("law")


def test_g_topics_by_zooming_out(begin: Begin) -> None:
    hand = begin(group="metadata_topic")
    hand.press(button(hand, "Zoom out"))
    labels = hand.page.locator('g[aria-label="x-axis tick label"] text').all_text_contents()
    assert labels == ["law", "other", "geometry", "algebra"]


def test_h_is_a_sample_mislabelled(begin: Begin) -> None:
    hand = begin()
    hand.press(button(hand, "Suspects"))
    listed = hand.page.locator("[data-part=suspect-list] li").all_inner_texts()
    assert {text.split()[0] for text in listed} == set(asked.WRONG)
    assert all("the 6 best fail, the 6 weakest pass" in text for text in listed)


@pytest.mark.parametrize("name", ["geometry-09", "heath"])
def test_i_find_a_sample_or_a_model(begin: Begin, name: str) -> None:
    hand = begin()
    hand.write(hand.page.get_by_role("combobox", name="Find a sample or model"), name)
    frame = hand.page.locator('[data-sign="found line"]').bounding_box()
    assert frame
    if name in asked.MODELS:
        assert abs(frame["y"] + frame["height"] / 2 - hand.opened.label(name, "y")) < 3
    else:
        hand.page.mouse.move(frame["x"] + frame["width"] / 2, hand.opened.label("heath", "y"))
        assert f"on {name}" in hand.opened.tip


@pytest.mark.parametrize("epochs", [(1,), (1, 2)])
def test_j_what_changed_since_yesterday(begin: Begin, epochs: Sequence[int]) -> None:
    hand = begin(epochs)
    hand.press(menu(hand, "Compare"))
    hand.press(button(hand, f"{asked.YESTERDAY} \u2192 {asked.TODAY}"))
    words = ("broken", "fixed") if len(epochs) == 1 else ("worse", "better")
    alike = len(asked.LEVELS) - len(asked.BROKEN) - len(asked.FIXED)
    assert status(hand.opened).startswith(
        f"{len(asked.BROKEN)} {words[0]}, {len(asked.FIXED)} {words[1]}, {alike} alike: +8 points"
    )
    assert status(hand.opened).endswith("not separated.")
    order = columns(hand)
    assert set(order[: len(asked.BROKEN)]) == set(asked.BROKEN)
    assert set(order[-len(asked.FIXED) :]) == set(asked.FIXED)


def test_k_ids_of_the_hard_ones(begin: Begin) -> None:
    hand = begin()
    hand.press(button(hand, "Select about 1\u20136 of 18"))
    hand.press(button(hand, "Copy ids"))
    assert clipboard(hand) == asked.hard()


def test_l_two_prompts_of_one_model(begin: Begin) -> None:
    hand = begin()
    gained, lost = len(asked.better(asked.CAREFUL, asked.PLAIN)), len(asked.better(asked.PLAIN, asked.CAREFUL))
    told = compare(hand, asked.PLAIN, asked.CAREFUL)
    assert told.startswith(f"{lost} worse, {gained} better, {len(asked.LEVELS) - gained - lost} alike")
    assert f"p = {asked.p_of(asked.PLAIN, asked.CAREFUL):.2g}" in told


def test_m_does_refusing_differ_between_models(begin: Begin) -> None:
    hand = begin()
    hand.press(button(hand, f"Step through {len(asked.REFUSED)} refused"))
    counts = pd.Series([model for _, model, _ in asked.REFUSED]).value_counts()
    assert f"by model: jade {counts['jade']}, amber {counts['amber']}, none in 16 others" in part(hand, "steps")


def test_n_how_sure_is_the_ranking(begin: Begin) -> None:
    hand = begin()
    hand.press(menu(hand, "Compare"))
    hand.press(button(hand, "All pairs"))
    pairs = [(a, b) for i, a in enumerate(asked.MODELS) for b in asked.MODELS[:i]]
    _, separated = asked.holm(pairs)
    assert f"{separated} of {len(pairs)} pairs are separated" in part(hand, "pairs")
    assert f"Holm\u2019s correction for {len(pairs)} pairs" in part(hand, "pairs")


@pytest.mark.parametrize("only", [False, True])
@pytest.mark.parametrize(("column", "value"), [("metadata_topic", "law"), ("metadata_length", "long")])
def test_o_what_if_only_some_samples_count(begin: Begin, column: str, value: str, only: bool) -> None:
    hand = begin()
    hand.press(menu(hand, "Filter"))
    values = hand.page.get_by_role("group", name=column.removeprefix("metadata_"))
    if only:
        hand.press(values.get_by_role("button", name=f"only {value}"))
    else:
        hand.press(values.get_by_label(value, exact=True), key="Space")
    kept = asked.having(column, value, so=only)
    assert status(hand.opened) == f"{len(kept)} samples and 18 models are shown"
    assert any(f"only {len(kept)} of {len(asked.LEVELS)} samples" in text for text in texts(hand, "footer"))
    hand.page.keyboard.press("Escape")
    assert set(columns(hand)[: len(kept)]) == kept
