"""Labels in less room than they need: two that differ never look alike."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from heatmaps import picture, scores
from hypothesis import example, given
from hypothesis import strategies as st
from runtime_v8 import called, context

NONE = {"skip": 0, "drop": 0}


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("labels_oracle.js"))


def shown(v8, labels, room, measure="letters", bands=None, cut=NONE):
    bands = list(range(len(labels))) if bands is None else bands
    given = {"labels": labels, "bands": bands, "cut": {"room": room, **cut}, "measure": measure}
    return called(v8, "labelsOracle", given)


def seen(text):
    """What a reader sees: no format characters, no runs of spaces."""
    text = unicodedata.normalize("NFC", text)
    return " ".join(
        "".join(c for c in text if unicodedata.category(c) != "Cf" and not 0xFE00 <= ord(c) <= 0xFE0F).split()
    )


PARTS = st.sampled_from(
    ["a", "b", "ab", "1", "2", "12", "#1", "#2", "-", "/", "…", " ", "  ", "é", "e\u0301", "日", "🙂", "\u200b", "gpt"]
)
NAMES = st.lists(PARTS, max_size=12).map("".join)
FAMILIES = st.tuples(NAMES, NAMES, st.lists(NAMES, min_size=1, max_size=8)).map(
    lambda f: [f[0] * 3 + middle + f[1] * 3 for middle in f[2]]
)
LABELS = st.lists(NAMES, min_size=1, max_size=12) | FAMILIES


@given(labels=LABELS, room=st.integers(0, 40), measure=st.sampled_from(["letters", "font"]))
@example(labels=["a b", "a  b", "a\u200b b"], room=20, measure="letters")
@example(labels=["aaaaaaaaa1bbbbbbbbb", "aaaaaaaaa2bbbbbbbbb"], room=5, measure="letters")
@example(labels=["…#2", "x", "xx"], room=3, measure="letters")
def test_labels_that_differ_look_different_in_any_room(v8, labels, room, measure):
    room = room if measure == "letters" else room * 3
    found = shown(v8, labels, room, measure)
    by_look: dict[str, set[str]] = {}
    for label, text in zip(labels, found["texts"], strict=True):
        if seen(text):
            by_look.setdefault(seen(text), set()).add(label)
    assert all(len(of) == 1 for of in by_look.values()), found["texts"]


@given(labels=LABELS, room=st.integers(2, 40))
def test_labels_keep_to_their_room_and_whole_ones_stay_whole(v8, labels, room):
    texts = shown(v8, labels, room)["texts"]
    looks = [seen(label) for label in labels]
    for label, text in zip(labels, texts, strict=True):
        assert len(text) == 0 or sum(1 for _ in text) <= room
        fits = len(label) <= room
        alone = all(seen(label) != look for other, look in zip(labels, looks, strict=True) if other != label)
        if fits and alone and all(len(other) <= room for other in labels):
            assert text == label


def test_what_differs_is_shown(v8):
    labels = [f"{'x' * 30}-{n}-{'y' * 30}" for n in ("red", "green", "blue")]
    texts = shown(v8, labels, 12)["texts"]
    assert all(word in text for word, text in zip(("red", "green", "blue"), texts, strict=True))


def test_what_no_cut_tells_apart_has_its_number(v8):
    labels = ["a" * 40 + c + "b" * 40 + d + "c" * 40 for c in "12" for d in "34"]
    texts = shown(v8, labels, 8)["texts"]
    assert len(set(texts)) == 4
    assert shown(v8, ["same  text", "same text"], 20)["texts"] == ["same  text#1", "same text#2"]


def test_only_labels_that_are_drawn_are_compared(v8):
    labels = ["a" * 30 + str(i) for i in range(4)]
    assert shown(v8, labels, 8, bands=[2])["texts"] == ["aaaaaaa…"]


@pytest.mark.parametrize(
    ("labels", "kept", "said"),
    [
        (["swe-bench/a__a-1", "swe-bench/b__b-2"], ["a__a-1", "b__b-2"], "swe-bench/"),
        (["m-temperature-0.7", "n-temperature-0.7"], ["m", "n"], "-temperature-0.7"),
        (["org/gpt-4.1-x", "org/gpt-4.5-x"], ["4.1", "4.5"], "org/gpt- and -x"),
        (["temperature=0.7", "temperature=0.8"], ["0.7", "0.8"], "temperature="),
        (["gpt-4", "gpt-4-turbo"], ["4", "4-turbo"], "gpt-"),
        (["x-a-preview", "x-preview"], ["a-preview", "preview"], "x-"),
        (["-1", "-2"], ["-1", "-2"], None),
        (["q10", "q11"], ["q10", "q11"], None),
        (["a/b"], ["a/b"], None),
        (["a/b", "a/b"], ["a/b", "a/b"], None),
        (["", "a/b"], ["", "a/b"], None),
    ],
)
def test_what_all_labels_share_is_dropped_by_whole_words(v8, labels, kept, said):
    last = called(v8, "commonsOracle", labels)[-1]
    assert (last["kept"], last["said"]) == (kept, said)


@given(labels=LABELS)
def test_nothing_is_lost_by_dropping(v8, labels):
    for common in called(v8, "commonsOracle", labels):
        units = labels[0].encode("utf-16-le")
        cuts = (units[: 2 * common["skip"]], units[len(units) - 2 * common["drop"] :])
        start, end = (cut.decode("utf-16-le") for cut in cuts)
        assert all(start + kept + end == label for kept, label in zip(common["kept"], labels, strict=True))
        assert common["said"] == (" and ".join(filter(None, (start, end))) or None)
        assert common["said"] is None or all(common["kept"])


ORGANISATION = [f"an-organisation-with-a-long-name/model-{c}-temperature-0.7" for c in "abcdef"]
PATHS = [f"swe-bench/django__django-{11000 + i * 37}" for i in range(60)]


@pytest.mark.parametrize("margins", [True, False], ids=["margins", "bare"])
@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
@pytest.mark.parametrize("size", [(700, 433), (300, 200), (120, 100), (1400, 900)], ids=str)
def test_axes_never_show_two_alike_and_say_once_what_they_drop(orientation, size, margins):
    rows = scores(
        {model: {path: (i + j) % 3 / 2 for i, path in enumerate(PATHS)} for j, model in enumerate(ORGANISATION)}
    )
    options = {"orientation": orientation, "width": size[0], "height": size[1], "margins": margins}
    found = picture(rows, legend=None, **options)
    for axis in "xy":
        labels = f"{axis}-axis tick label"
        texts = [text for text in found.group(labels) if text]
        assert len(set(texts)) == len(texts)
        said = [text for text in found.group(f"{axis}-axis label") if re.match("(names )?witho", text)]
        facts = found.plot[axis]
        is_hidden = facts["step"] < facts.get("labelledFrom", 0)
        assert is_shown(found, labels) is not is_hidden
        assert len(said) == (bool(facts["skip"] + facts["drop"]) and not is_hidden)
        assert len(texts) > 1 or is_hidden
    assert margins or not any("labelledFrom" in found.plot[axis] for axis in "xy")
    wide = size[0] >= 700
    models = found.group(f"{'y' if orientation == 'horizontal' else 'x'}-axis tick label")
    assert not wide or any("model-a" in text or text == "a" for text in models)


def is_shown(found, label):
    """Whether the group is drawn; blocks of samples stand for the labels of one that is not."""
    group = next(e for e in found.root.iter() if e.get("aria-label") == label)
    return group.get("display") != "none"


def test_there_may_be_hundreds_of_thousands_of_labels(v8):
    last = called(v8, "commonsOracle", [f"sample-{i:06d}" for i in range(300_000)])[-1]
    assert (last["skip"], last["drop"]) == (len("sample-"), 0)
