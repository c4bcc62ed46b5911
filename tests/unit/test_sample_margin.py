"""What stands beside the samples: blocks of like difficulty with gaps, a strip of shares, words; and what gives way."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pandas as pd
import pytest
from heatmaps import SVG, Picture, data, drawn, graded, heatmap, picture, scores

from inspect_viz.mark import cell, text
from inspect_viz.plot import plot
from inspect_viz.transform import avg

GAP = 6.0
STRIP = 20.0
BAR = re.compile(r"M([-\d.]+) ([-\d.]+)H([-\d.]+)V([-\d.]+)H")


def steps(models: int, samples: int) -> list[dict[str, Any]]:
    """Sample i is solved by i * (models + 1) // samples models, the best ones; ids as many as there are samples."""
    solved = {f"q{i:05}": i * (models + 1) // samples for i in range(samples)}
    return scores({f"m{j}": {id: float(j < n) for id, n in solved.items()} for j in range(models)})


def said(found: Picture) -> list[str]:
    group = found.part("samples")
    return [] if group is None else ["".join(t.itertext()) for t in group.iter(f"{SVG}text")]


def bars(found: Picture) -> list[tuple[float, float, float]]:
    """From, to and height of each bar of the strip, the lines below them left out."""
    group = found.part("samples")
    assert group is not None
    path = next(group.iter(f"{SVG}path")).get("d") or ""
    all_bars = [tuple(float(n) for n in match) for match in BAR.findall(path)]
    return [(x0, x1, y0 - y1) for x0, y0, x1, y1 in all_bars if y0 == min(b[1] for b in all_bars)]


def place(axis: dict[str, Any], i: int) -> float:
    gaps = axis.get("gaps", {"before": [], "size": 0})
    return axis["start"] + i * axis["step"] + gaps["size"] * sum(b <= i for b in gaps["before"])


def test_blocks_are_named_counted_and_parted():
    found = picture(steps(4, 50))
    names = ["nobody 10", "1 of 4 models: 10 samples", "2: 10", "3: 10", "everybody 10"]
    assert said(found)[:6] == ["solved by", *names]
    assert found.plot["x"]["gaps"]["before"] == [10, 20, 30, 40]
    lefts = sorted({float(r.get("x")) for r in found.rects()})
    jumps = np.diff(lefts)
    usual = found.plot["x"]["step"]
    assert [i + 1 for i, jump in enumerate(jumps) if jump > usual + GAP / 2] == [10, 20, 30, 40]
    assert all(abs(jump - usual - GAP) < 1 for jump in jumps if jump > usual + GAP / 2)


def test_cells_lie_within_the_frame_and_fill_it():
    found = picture(steps(4, 50), cell={"inset": 0})
    area = found.plot["area"]
    edges = [(float(r.get("x")), float(r.get("x")) + float(r.get("width"))) for r in found.rects()]
    assert min(a for a, _ in edges) == pytest.approx(area["x"], abs=0.5)
    assert max(b for _, b in edges) == pytest.approx(area["x"] + area["width"], abs=0.5)


def test_the_strip_is_the_share_of_models_that_solve():
    found = picture(steps(4, 50))
    heights = [height / STRIP for _, _, height in bars(found)]
    assert heights == pytest.approx([0.25, 0.5, 0.75, 1])
    axis = found.plot["x"]
    for k, (low, high, _) in enumerate(bars(found), start=1):
        assert low == pytest.approx(place(axis, 10 * k), abs=1.1)
        assert high == pytest.approx(place(axis, 10 * k + 9) + axis["bandwidth"], abs=1.1)


def test_the_strip_of_many_samples_shows_the_means_under_each_unit():
    found = picture(graded(3, 4000))
    table = pd.DataFrame(graded(3, 4000))
    means = np.sort(table.groupby("id")["score_s"].mean().to_numpy())
    axis, area = found.plot["x"], found.plot["area"]
    for low, _, height in bars(found):
        at = low + 0.5
        gaps = sum(b * axis["step"] + axis["start"] + k * GAP < at for k, b in enumerate(axis["gaps"]["before"]))
        middle = (at - area["x"] - gaps * axis["gaps"]["size"]) / axis["step"]
        nearby = means[max(0, int(middle) - 12) : int(middle) + 12]
        assert nearby.min() - 0.01 <= height / STRIP <= nearby.max() + 0.01


def test_ticks_stand_under_their_cells():
    found = picture(steps(4, 20), cell={"inset": 0})
    axis = found.plot["x"]
    group = next(e for e in found.root.iter() if e.get("aria-label") == "x-axis tick label")
    shift = float(re.match(r"translate\(([-\d.]+)", group.get("transform") or "").group(1))
    labels = {"".join(t.itertext()): t for t in group.iter(f"{SVG}text")}
    assert len(labels) >= 5
    for label, element in labels.items():
        x = shift + float(re.match(r"translate\(([-\d.]+)", element.get("transform")).group(1))
        i = axis["labels"].index(label)
        assert x == pytest.approx(place(axis, i) + axis["bandwidth"] / 2, abs=0.6)


def is_hidden(found: Picture, axis: str) -> bool:
    groups = [e for e in found.root.iter() if e.get("aria-label") == f"{axis}-axis tick label"]
    return bool(groups) and all(e.get("display") == "none" for e in groups)


@pytest.mark.parametrize(("samples", "hidden"), [(20, False), (120, True), (6000, True)])
def test_blocks_stand_for_ids_where_columns_are_narrow(samples, hidden):
    found = picture(steps(4, samples))
    assert is_hidden(found, "x") is hidden
    assert (found.plot["x"]["step"] < found.plot["x"]["labelledFrom"]) is hidden
    assert said(found)[-2:] == ["← hardest", "easiest →"]
    assert f"{samples:,} samples<" in found.svg


def test_the_words_follow_the_order():
    found = picture(steps(4, 120), sort="descending")
    assert said(found)[-2:] == ["← easiest", "hardest →"]
    assert said(found)[1].startswith("everybody")


def test_an_order_of_the_data_has_a_strip_but_no_blocks_and_keeps_its_ids():
    rows = graded(4, 120)
    found = picture(rows, sort=None)
    assert said(found) == ["mean"]
    assert "gaps" not in found.plot["x"]
    assert not is_hidden(found, "x")
    assert len(bars(found)) > 20


def test_samples_without_a_score_stand_apart_after_a_double_gap():
    table = {f"m{j}": {f"q{i}": float(j <= i % 4) if i < 30 else None for i in range(34)} for j in range(3)}
    for sort in ("ascending", {"x": {"value": "fill", "reduce": "max"}}):
        found = picture(scores(table), sort=sort)
        assert "no score 4" in said(found)
        assert found.plot["x"]["gaps"]["before"][-2:] == [30, 30]
        assert list(found.x[30:]) == ["q30", "q31", "q32", "q33"]


def test_blocks_stand_where_the_fit_alone_would_order_samples_otherwise():
    """Where much is missing, those that nobody and everybody solves stand at the ends whatever the fit expects."""
    rng = np.random.default_rng(36)
    chance = 1 / (1 + np.exp(rng.normal(0, 1.6, 40) - np.linspace(-1.6, 1.6, 4)[:, None]))
    solved, there = rng.random((4, 40)) < chance, rng.random((4, 40)) < 0.45
    rows = scores({f"m{j}": {f"q{i}": float(solved[j, i]) for i in range(40) if there[j, i]} for j in range(4)})
    told = heatmap(rows).describe().to_dict()["plots"][0]["blocks"]
    shown = picture(rows).plot["beside"]["blocks"]
    assert [block["label"] for block in shown] == [block["label"] for block in told]
    assert len(told) == 5


def test_one_model_solves_or_does_not():
    found = picture(steps(1, 40))
    assert said(found)[:2] == ["not solved 20", "solved 20"]
    assert not any("by" in t for t in said(found))


def test_samples_of_one_difficulty_have_no_order():
    found = picture(scores({"m": {"a": 1.0, "b": 1.0}, "n": {"a": 0.0, "b": 0.0}}))
    assert said(found) == ["solved by", "1 of 2 models: 2"]
    one = picture(scores({"m": {"a": 1.0}, "n": {"a": 1.0}}))
    assert said(one) == ["solved by", "everybody 1"]


def test_vertical_pictures_have_it_at_the_right():
    found = picture(steps(4, 50), orientation="vertical")
    assert found.plot["y"]["gaps"]["before"] == [10, 20, 30, 40]
    between = [f"{n} of 4 models: 10 samples" for n in (3, 2, 1)]
    assert said(found)[:6] == ["solved by", "everybody 10", *between, "nobody 10"]
    area = found.plot["area"]
    group = found.part("samples")
    assert group is not None
    xs = [float(t.get("x")) for t in group.iter(f"{SVG}text")]
    assert min(xs) > area["x"] + area["width"]


@pytest.mark.parametrize(("width", "names"), [(700, ["solved by"]), (400, [])])
def test_the_name_of_a_vertical_strip_stands_inside_or_not_at_all(width, names):
    found = picture(steps(4, 18), orientation="vertical", width=width)
    assert [text for text in found.texts("samples") if text == "solved by"] == names
    assert len(found.plot["beside"]["shares"]) == 18


def test_margins_can_be_left_out():
    found = picture(steps(4, 50), margins=False)
    assert found.part("samples") is None
    assert "gaps" not in found.plot["x"]
    plain = cell(data(steps(4, 50)), x="id", y="model_display_name", fill=avg("score_s"))
    assert drawn(plot(plain)).part("samples") is None


def test_marks_of_the_grammar_keep_plots_scale():
    mark = text(data([{"x": "q00010", "y": "m1", "t": "here"}]), x="x", y="y", text="t")
    found = drawn(heatmap(steps(4, 50), marks=mark))
    assert "gaps" not in found.plot["x"]
    assert said(found)[1] == "nobody 10"


@pytest.mark.parametrize(
    ("height", "names", "strip"), [(400, True, 20), (160, True, 12), (120, False, 12), (90, False, 0)]
)
def test_the_strip_becomes_lower_then_names_go_then_all(height, names, strip):
    found = picture(steps(4, 50), height=height)
    beside = found.plot.get("beside")
    assert (beside["strip"] if beside else 0) == strip
    assert any(t.startswith("nobody") for t in said(found)) is names
    if not names and strip:
        assert not is_hidden(found, "x")


def test_what_the_callers_margin_leaves_is_used():
    assert said(picture(steps(4, 50), margin_top=60))[1] == "nobody 10"
    assert picture(steps(4, 50), margin_top=5).part("samples") is None


def test_no_name_of_a_block_is_outside_of_the_picture():
    for models, samples in ((4, 50), (20, 900), (9, 30), (6, 7)):
        found = picture(steps(models, samples), width=420)
        group = found.part("samples")
        assert group is not None
        for element in group.iter(f"{SVG}text"):
            assert 0 <= float(element.get("x")) <= found.width
            assert 0 <= float(element.get("y")) <= found.height
