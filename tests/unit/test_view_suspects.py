"""Diamonds at samples that go against the others; the table of suspects is the oracle."""

from __future__ import annotations

import re

import numpy as np
import pytest
from heatmaps import data, drawn, heatmap, picture, starts
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from inspect_viz.analysis import suspects
from inspect_viz.view import sample_heatmap

NAN = np.nan


def rows(scores):
    return [
        {"model": f"m{m}", "id": f"q{s}", "score": None if np.isnan(score) else float(score)}
        for (m, s), score in np.ndenumerate(np.asarray(scores, dtype=float))
    ]


def mislabelled(models=20, samples=60, wrong=6, seed=1):
    """Passes and fails of models that differ much; in some samples they are exchanged."""
    random = np.random.default_rng(seed)
    ability, difficulty = np.linspace(3, -3, models)[:, None], random.normal(size=samples)
    scores = random.uniform(size=(models, samples)) < 1 / (1 + np.exp(difficulty - ability))
    chosen = random.choice(samples, wrong, replace=False)
    scores[:, chosen] = ~scores[:, chosen]
    return scores.astype(float), {f"q{s}" for s in chosen}


def marked(found):
    labels = found.plot[found.plot["sampleAxis"]]["labels"]
    return [labels[i] for i in found.plot["suspects"]["samples"]]


def footer(found):
    return " ".join(found.texts("footer"))


def test_diamonds_stand_at_the_samples_of_the_table():
    scores, wrong = mislabelled()
    found = picture(rows(scores), suspects=True)
    expected = suspects(data(rows(scores)))["id"].to_pylist()
    assert marked(found) == expected
    assert set(expected[: len(wrong)]) == wrong
    assert f"diamonds mark {len(expected)} suspects: samples that strong models fail" in footer(found)


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_each_diamond_stands_at_the_middle_of_its_band_outside_the_frame(orientation):
    found = picture(rows(mislabelled()[0]), suspects=True, orientation=orientation)
    axis, area = found.plot[found.plot["sampleAxis"]], found.plot["area"]
    x, y = found.origin("suspects")
    tips = [re.match(r"M([\d.]+) ([\d.]+)l3 3", path.get("d")).groups() for path in found.part("suspects")]
    middles = [(float(cx) + x, float(cy) + 3 + y) for cx, cy in tips]
    along = starts(axis)[found.plot["suspects"]["samples"]] + axis["bandwidth"] / 2
    if orientation == "horizontal":
        np.testing.assert_allclose([cx for cx, _ in middles], along, atol=0.01)
        assert all(area["y"] + area["height"] < cy - 3 for _, cy in middles)
    else:
        np.testing.assert_allclose([cy for _, cy in middles], along, atol=0.01)
        assert all(area["x"] + area["width"] < cx - 3 for cx, _ in middles)


def test_beside_rows_they_leave_bars_free():
    given = [{**row, "minutes": len(row["id"])} for row in rows(mislabelled()[0])]
    plain, barred = (
        picture(given, suspects=True, orientation="vertical", **more) for more in ({}, {"bars": ["minutes"]})
    )

    def away(found):
        tip = re.match(r"M([\d.]+) ", found.part("suspects")[0].get("d"))
        return float(tip[1]) + found.origin("suspects")[0] - found.plot["area"]["x"] - found.plot["area"]["width"]

    assert away(barred) > away(plain) + 6


@settings(deadline=None, max_examples=40)
@given(
    scores=hnp.arrays(float, st.tuples(st.integers(3, 7), st.integers(2, 9)), elements=st.sampled_from([0, 1, 1, NAN])),
    sort=st.sampled_from(["ascending", "descending", "natural", "similarity"]),
    orientation=st.sampled_from(["horizontal", "vertical"]),
)
@example(scores=np.array([[1, 1, 0, 0], [1, 0, 0, 0], [0, 1, 1, 1]]), sort="natural", orientation="vertical")
def test_whatever_the_order_they_are_those_of_the_table(scores, sort, orientation):
    if np.isnan(scores).all():
        scores[0, 0] = 1
    found = picture(rows(scores), suspects=True, sort=sort, orientation=orientation)
    assert marked(found) == suspects(data(rows(scores)))["id"].to_pylist()


def test_a_threshold_says_who_fails():
    scores = np.array([[9, 8, 2, 9], [8, 7, 3, 8], [2, 1, 8, 2], [1, 3, 9, 1]])
    found = picture(rows(scores), suspects=True, threshold=5)
    table = suspects(data(rows(scores)), threshold=5).to_pylist()
    assert marked(found) == ["q2"] == [row["id"] for row in table]
    assert table[0]["reason"] == "the best fails, the weakest passes"


def test_few_models_are_grey_and_cannot_tell():
    found = picture(rows([[1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1]]), suspects=True)
    assert "diamonds mark 1 suspect, which 3 models cannot tell from chance: that takes 12" in footer(found)
    (diamond,) = found.part("suspects")
    (dark,) = {path.get("fill") for path in picture(rows(mislabelled()[0]), suspects=True).part("suspects")}
    assert (diamond.get("fill"), dark) == ("#7d8590", "currentColor")


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([[1, 0, 1]], "no suspects: 1 model, and it takes 3 to find one"),
        ([[1, 0, 1], [0, 1, 1]], "no suspects: 2 models, and it takes 3 to find one"),
        ([[1, 1], [1, 1], [1, 1]], "no suspects: scores do not differ between models"),
        ([[1, 1, 1], [1, 1, 0], [1, 0, 0]], "no suspects: no sample goes against what models do elsewhere"),
        ([[NAN, NAN], [NAN, NAN], [NAN, NAN]], "no suspects: no sample has a score"),
    ],
)
def test_where_there_is_none_the_footer_says_why(scores, said):
    found = picture(rows(scores), suspects=True)
    assert said in footer(found)
    assert len(found.part("suspects")) == 0


def test_no_more_than_fifty_are_marked():
    random = np.random.default_rng(0)
    found = picture(rows(random.integers(0, 2, (12, 200))), suspects=True)
    assert len(marked(found)) == len(found.part("suspects")) == 50
    assert re.search(r"diamonds mark the 50 most suspect of \d+ samples that strong models fail", footer(found))


def test_without_it_nothing_is_marked():
    given = rows(mislabelled()[0])
    assert "suspects" not in picture(given).plot
    assert picture(given, suspects=False).svg == picture(given).svg


def test_it_needs_no_margins():
    found = picture(rows(mislabelled()[0]), suspects=True, margins=False, title="", legend=None)
    assert len(found.part("suspects")) == len(marked(found)) > 0


def test_anything_else_is_refused():
    with pytest.raises(TypeError, match="suspects='yes' must be True or False"):
        heatmap(rows([[1, 0]]), suspects="yes")
    assert drawn(sample_heatmap(data(rows([[1, 0]])), suspects=True)).warnings == ()
