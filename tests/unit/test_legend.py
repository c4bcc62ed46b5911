"""The legend: ticks apart and all different whatever the numbers, few values in words with their shares."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from heatmaps import graded, picture, scores
from hypothesis import assume, example, given
from hypothesis import strategies as st
from runtime_v8 import called, context

from inspect_viz.plot import legend


@pytest.fixture(scope="module")
def v8():
    return context(Path(__file__).with_name("legend_oracle.js"))


ANY = st.floats(allow_nan=False, allow_infinity=False)
USUAL = st.floats(-1e9, 1e9) | st.integers(-10_000_000, 10_000_000).map(float)
ENDS = st.tuples(ANY, ANY) | st.tuples(USUAL, USUAL)
NEAR = st.tuples(USUAL, st.floats(1e-9, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))
TYPES = st.sampled_from(["linear", "log", "symlog", "sqrt", "pow", "diverging", "diverging-log"])


@given(
    ends=ENDS | NEAR,
    width=st.integers(20, 400),
    type=TYPES,
    specifier=st.sampled_from([None, None, ".0f", ".1f", "~s", ".2%", "d"]),
)
@example(ends=(1e9, 1e9 + 1), width=200, type="linear", specifier=None)
@example(ends=(0.0, 1.0), width=200, type="linear", specifier=".0f")
@example(ends=(3.0, 3_600_000.0), width=60, type="linear", specifier=None)
@example(ends=(1100.0, 1450.0), width=40, type="linear", specifier=None)
@example(ends=(1e-7, 5e-7), width=120, type="linear", specifier=None)
@example(ends=(5e-324, 1.7e308), width=120, type="log", specifier=None)
def test_ticks_are_apart_and_all_different_whatever_the_numbers(v8, ends, width, type, specifier):
    low, high = sorted(ends)
    assume("log" not in type or "sym" in type or low > 0)
    ticks = called(v8, "ticksOracle", {"domain": [low, high], "width": width, "type": type, "specifier": specifier})
    assert ticks
    assert len({tick["text"] for tick in ticks}) == len(ticks)
    assert all(a["to"] < b["from"] for a, b in pairwise(ticks))
    assert all(0 <= tick["at"] <= 1 for tick in ticks)
    assert all(tick["from"] >= -14.1 or tick["size"] > width for tick in ticks)


@pytest.mark.parametrize(
    ("domain", "width", "texts"),
    [
        ([0, 1], 200, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([0, 3600], 200, ["0", "1,000", "2,000", "3,000"]),
        ([0, 2_500_000], 320, ["0.0M", "0.5M", "1.0M", "1.5M", "2.0M", "2.5M"]),
        ([1100, 1450], 120, ["1,200", "1,400"]),
        ([1e-7, 5e-7], 220, ["1e-7", "2e-7", "3e-7", "4e-7", "5e-7"]),
    ],
)
def test_ticks_of_times_tokens_ratings_and_costs(v8, domain, width, texts):
    found = called(v8, "ticksOracle", {"domain": domain, "width": width, "type": "linear"})
    assert [tick["text"].replace("\u2212", "-") for tick in found] == texts


@given(counts=st.lists(st.integers(0, 50), min_size=1, max_size=9), epochs=st.integers(1, 4))
def test_few_values_have_a_word_and_their_share(v8, counts, epochs):
    assume(sum(counts))
    values = [i % (epochs + 1) / epochs for i, n in enumerate(counts) for _ in range(n)]
    found = called(v8, "valuesOracle", {"values": [None, *values], "scored": [0] + [epochs] * len(values)})
    distinct = sorted(set(values), reverse=True)
    words = ["pass" if v == 1 else "fail" if v == 0 else f"{round(v * epochs)} of {epochs} epochs" for v in distinct]
    assert found["isBinary"]
    assert [entry.rpartition(" ")[0] for entry in found["entries"]] == words
    for entry, value in zip(found["entries"], distinct, strict=True):
        percent = entry.split(" ")[-1] if "\u00a0" in entry else entry
        number = percent.split("\u00a0")[0]
        exact = 100 * values.count(value) / len(values)
        assert number.startswith(("<", ">")) or abs(float(number) - exact) <= 0.5


@pytest.mark.parametrize(
    ("count", "of", "text"), [(0, 9, "0 %"), (1, 1000, "<1 %"), (999, 1000, ">99 %"), (9, 9, "100 %"), (1, 3, "33 %")]
)
def test_what_is_there_is_never_none_and_what_is_not_all_is_never_all(v8, count, of, text):
    assert called(v8, "shareOracle", [count, of]) == text.replace(" ", "\u00a0")


def told(found):
    return [text.replace("\u00a0", " ") for text in found.texts("legend")]


def table(values, epochs=1):
    rows = scores({"m": {f"s{i}": value for i, value in enumerate(values)}})
    return [{**row, "epoch": e} for row in rows for e in range(epochs)]


def test_passed_and_failed_are_told_with_shares():
    assert told(picture(table([1, 1, 1, 0]), color_label="score_s")) == ["score_s", "pass 75 %", "fail 25 %"]
    assert told(picture(table([1, 1, 1, 0]))) == ["Score: s", "pass 75 %", "fail 25 %"]
    rows = scores({"m": {"a": 1, "b": 0}}) + scores({"m": {"a": 1, "b": 1}})
    assert told(picture(rows)) == ["Score: s", "pass 50 %", "1 of 2 epochs 50 %"]
    assert told(picture(table(["C", "I", "I", "I"]))) == ["Score: s", "pass 25 %", "fail 75 %"]


def test_up_to_six_grades_are_told_one_by_one_and_more_are_a_ramp():
    six = told(picture(table([0, 1, 2, 3, 4, 5, 5, 5]), score_range=(0, 5)))
    assert six == ["Score: s", "0: 13 %", "1: 13 %", "2: 13 %", "3: 13 %", "4: 13 %", "5: 38 %"]
    seven = told(picture(table([0, 1, 2, 3, 4, 5, 6])))
    assert seven[:2] == ["Score: s", "0 to 6: lowest and highest drawn"]


def test_swatches_have_the_colours_of_their_cells():
    found = picture(table([0, 2, 5]), score_range=(0, 5), color_scheme="magma")
    swatches = [rect.get("fill") for rect in found.part("legend-ramp").iter("{http://www.w3.org/2000/svg}rect")]
    assert sorted(swatches) == sorted(rect.get("fill") for rect in found.rects())


def test_a_ramp_over_what_is_drawn_says_so_and_one_over_the_true_range_does_not():
    values = [5.2, 6, 6.5, 7, 7.7, 8, 9]
    drawn, true = picture(table(values)), picture(table(values), score_range=(0, 10))
    assert "5.2 to 9: lowest and highest drawn" in told(drawn)
    assert not any("drawn" in text for text in told(true))
    assert (true.plot["color"]["low"], true.plot["color"]["high"]) == (0, 10)
    whole = picture(table([0, *values, 10]), score_range=[0, 10])
    assert not any("drawn" in text for text in told(whole))


def test_cells_below_a_pixel_have_a_ramp_as_their_colours_are_means():
    rows = scores({"m": {f"s{i}": i % 4 == 0 for i in range(3000)}})
    found = picture(rows)
    assert told(found)[:3] == ["Score: s", "pass 25 %", "fail 75 %"]
    assert told(found)[3].endswith("samples: their mean")
    steps = [path.get("fill") for path in found.part("legend-blend").iter("{http://www.w3.org/2000/svg}path")]
    swatches = [rect.get("fill") for rect in found.part("legend-ramp").iter("{http://www.w3.org/2000/svg}rect")]
    assert [steps[-1], steps[0]] == swatches
    assert len(set(steps)) > 30


def test_a_colour_near_paper_has_an_outline_in_the_legend():
    found = picture(table([0, 1]), color_scheme="greens")
    rects = found.part("legend-ramp").iter("{http://www.w3.org/2000/svg}rect")
    assert [rect.get("stroke") is not None for rect in rects] == [False, True]


def test_the_grammar_keeps_its_plain_ramp():
    from heatmaps import data, drawn

    from inspect_viz.mark import cell
    from inspect_viz.plot import plot

    cells = cell(data(graded(1, 3)), x="id", y="model_display_name", fill="score_s")
    found = drawn(plot(cells, legend="color"))
    assert len(list(found.part("legend-ramp"))) == 200


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ((1, 0), ValueError),
        ((0, float("inf")), ValueError),
        ((0, 0), ValueError),
        ("01", TypeError),
        ((0,), TypeError),
        (5, TypeError),
        ((True, 2), TypeError),
    ],
)
def test_a_range_that_is_none_is_refused(given, error):
    with pytest.raises(error, match="score_range="):
        picture(table([0, 1]), score_range=given)


def test_a_range_beside_a_domain_is_refused():
    with pytest.raises(ValueError, match="color_domain says"):
        picture(table([0, 1]), score_range=(0, 1), color_domain=[0, 1])


@pytest.mark.parametrize(
    ("column", "shown"), [("score", "Score"), ("grade", "grade"), ("score_match_all", "Score: match_all")]
)
def test_the_legend_has_a_name_for_readers_unless_one_is_given(column, shown):
    rows = [{"id": i, "model": "m", column: i % 2} for i in range(4)]
    assert told(picture(rows, score_value=column))[0] == shown
    assert told(picture(rows, score_value=column, color_label="Solved"))[0] == "Solved"
    assert told(picture(rows, score_value=column, legend=legend("color", label="Own")))[0] == "Own"
