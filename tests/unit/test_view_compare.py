"""Two models against each other, as a picture."""

from __future__ import annotations

import numpy as np
import pytest
from heatmaps import data, drawn, scores

from inspect_viz import Data
from inspect_viz.analysis import paired
from inspect_viz.view import sample_compare

A = {"p": 1, "q": 1, "r": 0, "s": 0, "t": 1, "u": None, "v": 1}
B = {"p": 0, "q": 1, "r": 0, "s": 1, "t": 0, "u": 1, "v": 0}
C = {"p": 1, "q": 0, "r": 0, "s": 1, "t": 1, "u": 1, "v": 1}
ROWS = scores({"lab/c": C, "lab/a": A, "lab/b": B})


def compared(a="lab/a", b="lab/b", rows=ROWS, **options):
    return drawn(sample_compare(data(rows), a, b, **options))


def blocks(found):
    return [(b["label"], found.x[b["from"] : b["to"]]) for b in found.plot["beside"]["blocks"]]


def test_samples_stand_by_who_does_better():
    found = compared()
    assert [(label, sorted(names)) for label, names in blocks(found)] == [
        ("a better", ["p", "t", "v"]),
        ("both solve", ["q"]),
        ("neither solves", ["r"]),
        ("b better", ["s"]),
        ("not compared", ["u"]),
    ]
    assert found.y == ["lab/a", "lab/b", "lab/c"]
    assert found.plot["y"]["gaps"]["before"] == [2]
    assert found.texts("title") == ["a against b"]
    said = " ".join(found.texts("subtitle"))
    assert said.startswith("a better on 3, b on 1, alike on 2: +33 points, 95 % interval ")
    assert "exact McNemar test p = 0.63: not separated." in said
    assert "6 of 7 samples: those that both have a score of" in " ".join(found.texts("footer"))


def test_the_strip_shows_the_differences():
    found = compared()
    shares, x = np.array(found.plot["beside"]["shares"]), found.x
    assert dict(zip(x, shares, strict=True)) == {"p": 1, "t": 1, "v": 1, "q": 0, "r": 0, "s": -1, "u": 0}
    assert "difference" in found.texts("samples")
    samples = found.part("samples")
    assert [path.get("fill") for path in samples if path.get("fill")] == ["#1f6fb8", "#c2570c"]


def test_turned_around_it_says_the_opposite():
    found, turned = compared(), compared("lab/b", "lab/a")
    assert turned.y[:2] == ["lab/b", "lab/a"]
    assert sorted(found.plot["beside"]["shares"]) == sorted(-np.array(turned.plot["beside"]["shares"]))
    assert " ".join(turned.texts("subtitle")).startswith("b better on 1, a on 3, alike on 2: \u221233 points, ")


def test_the_others_may_be_left_out():
    found = compared(others=False)
    assert found.y == ["lab/a", "lab/b"]
    assert "gaps" not in found.plot["y"]
    assert len(found.x) == 7


@pytest.mark.parametrize("threshold", [None, 7])
def test_grades_that_are_alike_stay_together_unless_a_threshold_parts_them(threshold):
    rows = scores({"a": {"p": 9, "q": 8, "r": 3, "s": 2}, "b": {"p": 9, "q": 2, "r": 3, "s": 5}})
    found = dict(blocks(compared("a", "b", rows, threshold=threshold)))
    assert found["a better"] == ["q"]
    assert found["b better"] == ["s"]
    if threshold is None:
        assert found["alike"] == ["p", "r"]
    else:
        assert (found["both solve"], found["neither solves"]) == (["p"], ["r"])


def test_it_says_what_the_tables_and_the_description_say():
    example, names = Data.example(), ("tiny/almanac-1", "tiny/abacus-2")
    picture = sample_compare(example, *names, score_value="score_includes")
    (row,) = [
        r for r in paired(example, baseline=names[1], score_value="score_includes").to_pylist() if r["a"] == names[0]
    ]
    said = picture.describe().to_dict()["plots"][0]["finding"]
    counts = f"{names[0]} better on {row['wins']}, {names[1]} on {row['losses']}, alike on {row['ties']}"
    points = [f"{100 * row[key]:.0f}" for key in ("difference", "low", "high")]
    assert said.startswith(
        f"{counts}: +{points[0]} points, 95 % interval {points[1]} to {points[2]}, paired t test p < "
    )


def test_it_takes_what_a_heatmap_takes():
    found = compared(title="Mine", subtitle=None, margins=False, height=300, x_label="id")
    assert found.texts("title") == ["Mine"]
    assert not found.texts("subtitle")
    assert found.part("margin") is None
    assert found.x[:3] == sorted(found.x[:3])


def test_bad_names_are_named_at_the_call():
    with pytest.raises(ValueError, match=r"a='lab/x' is not a model; models: 'lab/a', 'lab/b', 'lab/c'"):
        compared("lab/x")
    with pytest.raises(ValueError, match=r"b='lab/B' is not a model.*Did you mean 'lab/b'"):
        compared(b="lab/B")
    with pytest.raises(ValueError, match="a and b are the same model, 'lab/a'"):
        compared(b="lab/a")
    with pytest.raises(TypeError, match="a=1 must be the name of a model"):
        compared(1)
    with pytest.raises(TypeError, match="others='no' must be True or False"):
        compared(others="no")


def test_a_model_that_is_left_out_is_named():
    with pytest.raises(ValueError, match=r"y_domain=\['lab/a', 'lab/c'\] leaves out 'lab/b', by whose scores"):
        compared(y_domain=["lab/a", "lab/c"])
    assert compared(y_domain=["lab/c", "lab/b", "lab/a"]).y == ["lab/a", "lab/b", "lab/c"]


def test_models_without_a_common_sample_stand_apart():
    rows = scores({"a": {"p": 1, "q": None}, "b": {"p": None, "q": 1}})
    found = compared("a", "b", rows)
    assert [label for label, _ in blocks(found)] == ["not compared"]
    assert found.texts("subtitle") == ["a and b have no sample in common."]
