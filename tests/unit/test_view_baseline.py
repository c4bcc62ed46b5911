"""Every model as its difference from one. The rows that went in and `analysis.paired` are the oracles."""

from __future__ import annotations

import re

import numpy as np
import pytest
from heatmaps import data, drawn, heatmap, picture, scores, starts
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

from inspect_viz._host._figure import draw
from inspect_viz.analysis import paired
from inspect_viz.view import sample_heatmap

RANDOM = np.random.default_rng(11)
ABLE = {"base": 0.5, "worse": 0.2, "same": 0.5, "better": 0.95, "few": 0.9}
ROWS = [
    {"id": f"s{s:02}", "model": m, "score": float(RANDOM.uniform() < able), "error": ""}
    for m, able in ABLE.items()
    for s in range(40)
    if not (m == "few" and s < 20) and not (m == "base" and s == 39)
]
SCORES = {(row["model"], row["id"]): row["score"] for row in ROWS}


def compared(rows=ROWS, baseline="base", **options):
    return picture(rows, baseline=baseline, **options)


def table(rows=ROWS, baseline="base", **options):
    return {row["a"]: row for row in paired(data(rows), baseline=baseline, **options).to_pylist()}


def fills(found):
    dx, dy = found.origin("paint")
    x, y = starts(found.plot["x"]) - dx, starts(found.plot["y"]) - dy
    return {
        (
            found.x[int(np.searchsorted(x, float(r.get("x", "")) + 0.5) - 1)],
            found.y[int(np.searchsorted(y, float(r.get("y", "")) + 0.5) - 1)],
        ): r.get("fill")
        for r in found.rects()
    }


def test_the_baseline_stands_first_and_the_others_by_their_difference():
    rows = table()
    expected = ["base", *sorted(rows, key=lambda name: -rows[name]["difference"])]
    assert compared().y == expected
    assert compared(orientation="vertical").x == expected
    assert "models by their difference from base" in " ".join(compared().texts("footer"))


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_cells_are_differences(orientation):
    found = compared(orientation=orientation, width=900, height=900)
    loss, none, gain = "#6b2b84", "#f0f0f0", "#135c2c"
    shown = {cell if orientation == "horizontal" else cell[::-1]: fill for cell, fill in fills(found).items()}
    expected = {
        (sample, model): {-1: loss, 0: none, 1: gain}[score - SCORES["base", sample]]
        for (model, sample), score in SCORES.items()
        if ("base", sample) in SCORES
    }
    assert shown == expected


def test_both_ends_are_equally_strong():
    color = compared().plot["baseline"]["color"]
    assert color["low"] == -color["high"] == -1
    rgb = color["rgb"].reshape(-1, 3) / 255

    def luminance(at):
        linear = np.where(rgb[at] <= 0.04045, rgb[at] / 12.92, ((rgb[at] + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    assert luminance(0) == pytest.approx(luminance(-1), abs=0.035)
    assert luminance(len(rgb) // 2) > 0.85


def test_the_margin_says_what_the_table_of_pairs_says():
    found, rows = compared(width=1000), table()
    margin = found.plot["margin"]
    for name, row in zip(found.y, margin["rows"], strict=True):
        if name == "base":
            assert (row["mean"], "bar" in row) == ("baseline", False)
            continue
        own = rows[name]
        assert float(row["mean"].replace("\u2212", "-")) == pytest.approx(own["difference"], abs=0.0051)
        assert row["bar"]["texts"] == [str(own["losses"]), str(own["wins"])]
        most = max(max(other["losses"], other["wins"]) for other in rows.values())
        assert (row["bar"]["losses"], row["bar"]["wins"]) == (own["losses"] / most, own["wins"] / most)
        shown = row["n"]
        assert own["p_holm"] < 0.001 if shown.startswith("<") else float(shown) == pytest.approx(own["p_holm"], rel=0.1)
        assert row["isTied"] == (own["p_holm"] >= 0.05)
        whole = (row["high"] - row["low"]) / (own["high"] - own["low"])
        assert (row["at"] - row["low"]) / (own["difference"] - own["low"]) == pytest.approx(whole)
    bars = found.part("margin-rows")
    assert [e.get("fill") for e in bars if e.get("fill", "").startswith("#")] == ["#9054aa", "#428252"]


def test_p_values_are_corrected_as_statsmodels_does():
    rows = table()
    tests = []
    for name in rows:
        pairs = [(SCORES[name, s], SCORES["base", s]) for m, s in SCORES if m == name and ("base", s) in SCORES]
        wins, losses = sum(a > b for a, b in pairs), sum(a < b for a, b in pairs)
        tests.append(mcnemar([[0, wins], [losses, 0]], exact=True).pvalue)
    corrected = multipletests(tests, method="holm")[1]
    np.testing.assert_allclose([rows[name]["p_holm"] for name in rows], corrected, atol=1e-9)


def test_the_finding_names_those_that_differ():
    rows = table()
    apart = [name for name in compared().y[1:] if rows[name]["p_holm"] < 0.05]
    said = " ".join(compared().texts("subtitle"))
    verb = "differs" if len(apart) == 1 else "differ"
    assert said.startswith(f"{len(apart)} of 4 models {verb} from base after Holm\u2019s correction for 4 pairs: ")
    assert re.findall(r"(\w+) [+\u2212][\d.]+ points", said) == apart
    assert compared().texts("title") == ["4 models against base"]
    alike = [row for row in ROWS if row["model"] in ("base", "same")]
    assert compared(alike).texts("subtitle") == ["same is not separated from base."]
    signs = "~ not separated from base (paired test, Holm\u2019s correction for 4 pairs)"
    assert " ".join(compared(width=1000).texts()).count(signs) == 1


def test_samples_that_either_lacks_are_absent_and_told():
    found = compared()
    assert not any(sample == "s39" for sample, _ in fills(found))
    assert "each over the samples that it and base have: 19 to 39 of 40" in " ".join(found.texts("footer"))
    both = [row for row in ROWS if row["model"] in ("worse", "better")]
    assert "all 40 samples are compared" in " ".join(compared(both, "worse").texts("footer"))
    apart = scores({"a": {"p": 1, "q": None}, "b": {"p": None, "q": 1}})
    assert compared(apart, "a").texts("subtitle") == ["No model has two samples in common with a."]


def test_grades_have_the_range_of_their_differences():
    grades = scores({"a": {"p": 9, "q": 2, "r": 5}, "b": {"p": 4, "q": 3, "r": 5}})
    color = compared(grades, "a").plot["baseline"]["color"]
    assert (color["low"], color["high"]) == (-5, 5)
    given = compared(grades, "a", score_range=(0, 10)).plot["baseline"]["color"]
    assert (given["low"], given["high"]) == (-10, 10)
    assert "Score: s, difference from a" in drawn(sample_heatmap(data(grades), baseline="a")).texts("legend")


def test_where_lower_is_better_differences_say_by_how_much_less():
    turned = [{**row, "score": 1 - row["score"]} for row in ROWS]
    found = compared(turned, higher_is_better=False)
    assert found.y == compared().y
    assert fills(found) == fills(compared())
    assert found.plot["margin"]["rows"] == compared().plot["margin"]["rows"]


def test_chosen_colours_are_kept():
    assert "#6b2b84" not in set(fills(compared(color_scheme="brbg")).values())


def test_bad_baselines_are_named_at_the_call():
    with pytest.raises(ValueError, match=r"baseline='bas' is not a model; models: .*Did you mean 'base'"):
        compared(baseline="bas")
    with pytest.raises(TypeError, match="baseline=3 must be the name of a model"):
        compared(baseline=3)
    with pytest.raises(ValueError, match="baseline='base' is the only model, so that there is none to compare with it"):
        compared([row for row in ROWS if row["model"] == "base"])
    with pytest.raises(ValueError, match=r"leaves out 'base'"):
        compared(y_domain=["worse", "better"])
    with pytest.raises(ValueError, match="epochs='split' shows epochs"):
        compared(epochs="split")


def test_only_pictures_that_asked_change():
    assert "baseline" not in picture(ROWS).plot
    assert draw(heatmap(ROWS), scale=2, planes=True) == draw(heatmap(ROWS, baseline=None), scale=2, planes=True)
