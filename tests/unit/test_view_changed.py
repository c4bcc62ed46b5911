"""Two runs of one model: what is broken and fixed since. The planted changes and statsmodels are the oracles."""

from __future__ import annotations

import numpy as np
import pytest
from heatmaps import data, drawn
from statsmodels.stats.contingency_tables import mcnemar

from inspect_viz.analysis import paired
from inspect_viz.view import sample_compare, sample_heatmap

BROKEN, FIXED, KEPT, FAILED = 7, 12, 60, 34
BEFORE = np.repeat([1, 0, 1, 0], [BROKEN, FIXED, KEPT, FAILED])
AFTER = np.repeat([0, 1, 1, 0], [BROKEN, FIXED, KEPT, FAILED])
FIRST, SECOND = "m run 1 (2026-11-21)", "m run 2 (2026-11-22)"


def rows(before=BEFORE, after=AFTER, epochs=1, **columns):
    return [
        {"id": f"s{s:03}", "model": "m", "score": float(score), "log": log, "epoch": e, "created": created, **columns}
        for log, created, scores in (
            ("1.eval", "2026-11-21T10:00:00", before),
            ("2.eval", "2026-11-22T10:00:00", after),
        )
        for s, score in enumerate(scores)
        for e in range(epochs)
    ]


def blocks(found):
    return {b["label"]: b["count"] for b in found.plot["beside"]["blocks"]}


def compared(made, a=FIRST, b=SECOND, **options):
    return drawn(sample_compare(data(made), a, b, **options))


def test_what_changed_since_the_first_run_is_broken_or_fixed():
    found = compared(rows())
    assert blocks(found) == {"broken": BROKEN, "both solve": KEPT, "neither solves": FAILED, "fixed": FIXED}
    said = " ".join(found.texts("subtitle"))
    p = mcnemar([[0, BROKEN], [FIXED, 0]], exact=True).pvalue
    points = 100 * (FIXED - BROKEN) / len(BEFORE)
    assert said.startswith(f"7 broken, 12 fixed, 94 alike: +{points:.0f} points, 95 % interval \u2212")
    assert said.endswith(f"exact McNemar test p = {p:.2g}: not separated.")
    assert found.texts("title") == [f"{FIRST} \u2192 {SECOND}"]
    shares = np.array(found.plot["beside"]["shares"])
    assert (shares[:BROKEN] == -1).all()
    assert (shares[-FIXED:] == 1).all()
    assert "change" in found.texts("samples")


def test_the_interval_is_that_of_the_table_turned_around():
    (row,) = paired(data(rows()), baseline=FIRST).to_pylist()
    said = " ".join(compared(rows()).texts("subtitle")).replace("\u2212", "-")
    low, high = (100 * row[end] for end in ("low", "high"))
    assert row["difference"] > 0
    assert f"95 % interval {low:.0f} to {high:.0f}," in said


def test_turned_around_the_same_samples_are_the_other():
    found = compared(rows(), SECOND, FIRST)
    assert blocks(found) == {"broken": FIXED, "both solve": KEPT, "neither solves": FAILED, "fixed": BROKEN}
    assert " ".join(found.texts("subtitle")).startswith("12 broken, 7 fixed, 94 alike: \u2212")


@pytest.mark.parametrize(("epochs", "before"), [(2, BEFORE), (1, BEFORE * 7.5)])
def test_epochs_and_grades_are_worse_or_better(epochs, before):
    found = compared(rows(before, before[::-1], epochs=epochs))
    n = int((before > before[::-1]).sum())
    assert {label: count for label, count in blocks(found).items() if label in ("worse", "better", "broken")} == {
        "worse": n,
        "better": n,
    }
    assert " ".join(found.texts("subtitle")).startswith(f"{n} worse, {n} better, ")


def test_runs_that_differ_in_a_setting_are_of_one_model_too():
    told = [
        {**row, "model_generate_config": '{"temperature": %s}' % (0 if row["log"] == "1.eval" else 1)} for row in rows()
    ]
    names = drawn(sample_heatmap(data(told))).y
    assert len(names) == 2
    assert "temperature" in " ".join(names)
    first = next(name for name in names if "0" in name)
    assert "broken" in blocks(compared(told, first, next(name for name in names if name != first)))


def test_two_models_are_better_or_worse_as_ever():
    made = [{**row, "model": "n" if row["log"] == "2.eval" else "m"} for row in rows()]
    found = compared(made, "m", "n")
    assert "m better" in blocks(found)
    assert found.texts("title") == ["m against n"]
    other = [*rows(), *({**row, "model": "n", "log": "3.eval"} for row in rows()[: len(BEFORE)])]
    assert "broken" in blocks(compared(other))
    assert "broken" not in blocks(compared(other, FIRST, "n"))
