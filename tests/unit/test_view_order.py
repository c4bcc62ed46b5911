"""The order of samples and models; Observable Plot is the oracle of `SortOrder`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from heatmaps import data, drawn, heatmap, picture, scores
from runtime_v8 import context

from inspect_viz.mark import cell
from inspect_viz.plot import plot

Domains = Callable[..., tuple[list[str], list[str]]]
Rows = list[dict[str, Any]]

SAMPLES = "gbfaecdh"
MODELS = "zxyw"


def ragged() -> Rows:
    """One row a cell, some cells without a row, some without a score; no two means alike."""
    cells = [(i, j) for j in range(len(MODELS)) for i in range(len(SAMPLES)) if (i * 3 + j) % 11 != 5]
    return [
        {
            "id": SAMPLES[i],
            "model": MODELS[j],
            "score": None if (i + 5 * j) % 13 == 4 else (i * 29 + j * 31 + i * j * 7) % 97 / 97,
        }
        for i, j in cells
    ]


@pytest.fixture(scope="module")
def oracle() -> Domains:
    observable = context(Path(__file__).with_name("plot_oracle.js"))

    def domains(rows: Rows, sort: object = None, **options: Any) -> tuple[list[str], list[str]]:
        request = json.dumps({"rows": rows, "sort": sort, "options": options})
        found = json.loads(observable.eval(f"JSON.stringify(plotOracle.domains({request}))"))
        return found["x"], found["y"]

    return domains


def ours(rows: Rows, sort: object, **options: Any) -> tuple[list[str], list[str]]:
    found = drawn(plot(cell(data(rows), x="id", y="model", fill="score", sort=sort), **options))
    return found.x, found.y


REDUCERS = ["first", "last", "count", "distinct", "sum", "proportion", "deviation", "min", "min-index", "max"]
REDUCERS += ["max-index", "mean", "median", "variance", "mode", "p10", "p25", "p75"]


@pytest.mark.parametrize("reduce", REDUCERS)
def test_reducers_are_plots(oracle, reduce):
    sort = {"x": {"value": "fill", "reduce": reduce}, "y": {"value": "fill", "reduce": reduce, "reverse": True}}
    assert ours(ragged(), sort) == oracle(ragged(), sort)


@pytest.mark.parametrize(
    "sort",
    [
        {"x": "fill", "y": "fill"},
        {"x": "-fill", "y": "-fill"},
        {"x": "y", "y": "x"},
        {"x": "-y", "y": "-x", "reduce": "first"},
        {"x": None, "y": None},
        {"x": "fill"},
        {"y": {"value": "fill", "reduce": "mean", "order": "descending"}},
        {"y": {"value": "fill", "reduce": "mean", "order": None}},
        {"x": {"value": "-fill", "reduce": "mean", "order": "ascending"}},
        {"x": "fill", "y": "fill", "reduce": "median"},
        {"x": "fill", "y": "fill", "reverse": True},
        {"x": "fill", "y": "fill", "order": "descending", "reverse": True},
        {"x": "fill", "reduce": False},
        {"x": {"value": "fill", "reduce": None}},
        {"x": {"value": "fill", "reduce": True}},
        {"x": {"value": "fill", "limit": 3}},
        {"x": {"value": "fill", "limit": -3}},
        {"x": {"value": "fill", "limit": [1, 4]}, "y": {"value": "fill", "reduce": "mean", "limit": 2}},
        {"x": "fill", "y": "fill", "limit": 2},
        {"x": {"value": "fill", "reduce": "mean", "reverse": True, "limit": 50}},
    ],
    ids=json.dumps,
)
def test_sort_orders_are_plots(oracle, sort):
    assert ours(ragged(), sort) == oracle(ragged(), sort)


def test_without_a_sort_bands_are_as_plot_has_them(oracle):
    found = drawn(plot(cell(data(ragged()), x="id", y="model", fill="score")))
    assert (found.x, found.y) == oracle(ragged(), {})


@pytest.mark.parametrize("sort", ["fill", {"value": "fill"}, {"value": "fill", "order": "descending"}], ids=str)
def test_a_sort_of_rows_leaves_the_bands_alone(oracle, sort):
    assert ours(ragged(), sort) == oracle(ragged(), {})


def test_reversed_scales_and_domains_of_the_caller(oracle):
    sort = {"x": {"value": "fill", "reduce": "mean"}}
    found = drawn(plot(cell(data(ragged()), x="id", y="model", fill="score", sort=sort), x_reverse=True))
    assert found.x == list(reversed(oracle(ragged(), sort)[0]))
    some = drawn(plot(cell(data(ragged()), x="id", y="model", fill="score"), x_domain=["c", "none such", "a"]))
    assert some.x == ["c", "none such", "a"]
    assert some.states()["none such", "z"] == "absent"


def mean_of(oracle: Domains, x: dict[str, Any], y: dict[str, Any]) -> tuple[list[str], list[str]]:
    base = {"value": "fill", "reduce": "mean"}
    return oracle(ragged(), {"x": {**base, **x}, "y": {**base, **y}})


def order_of(sort: object, rows: Rows | None = None, **options: Any) -> tuple[list[str], list[str]]:
    found = drawn(heatmap(rows or ragged(), model_name="model", score_value="score", sort=sort, **options))
    return found.x, found.y


def test_ascending_puts_the_best_at_the_top_right_and_descending_at_the_bottom_left(oracle):
    up, down = {"order": "ascending"}, {"order": "descending"}
    assert order_of("ascending") == mean_of(oracle, up, down)
    assert order_of("descending") == mean_of(oracle, down, up)
    rows = scores({"good": {"easy": 1.0, "hard": 0.5}, "bad": {"easy": 0.5, "hard": 0.0}})
    found = picture(rows)
    assert (found.x[-1], found.y[0]) == ("easy", "good")
    found = picture(rows, sort="descending")
    assert (found.x[0], found.y[-1]) == ("easy", "good")
    found = picture(rows, orientation="vertical")
    assert (found.y[0], found.x[-1]) == ("easy", "good")


def test_bands_without_any_score_come_last_in_either_direction():
    rows = scores({"m": {"b": 0.5, "a": None, "c": 0.25}, "n": {"b": None, "a": None, "c": None}})
    assert picture(rows).x == ["c", "b", "a"]
    assert picture(rows).y == ["m", "n"]
    assert picture(rows, sort="descending").x == ["b", "c", "a"]


def test_missing_samples_do_not_push_a_model_down():
    rows = scores({"few": {"a": 0.9}, "all": {"a": 0.5, "b": 0.5, "c": 0.5}})
    assert picture(rows).y == ["few", "all"]


def test_ties_are_in_natural_order():
    names = ["q10", "q9", "q2", "q1", "q02", "a", "Q3"]
    rows = scores({"m10": dict.fromkeys(names, 0.5), "m9": dict.fromkeys(names, 0.5)})
    for sort in ("ascending", "descending"):
        found = picture(rows, sort=sort)
        assert found.x == ["Q3", "a", "q1", "q02", "q2", "q9", "q10"]
        assert found.y == ["m9", "m10"]


def test_none_keeps_the_order_of_first_appearance():
    rows = scores({"m2": {"b": 0.1, "a": 0.9}, "m10": {"c": 0.5, "a": 0.2}, "m1": {"0": 1.0}})
    found = picture(rows, sort=None)
    assert (found.x, found.y) == (["b", "a", "c", "0"], ["m2", "m10", "m1"])


@pytest.mark.parametrize(
    ("sort", "x", "y"),
    [
        ("fill", {}, {}),
        ("-fill", {"value": "-fill"}, {"value": "-fill"}),
        ({"value": "fill", "order": "descending"}, {"order": "descending"}, {"order": "descending"}),
        ({"x": "-fill"}, {"value": "-fill"}, {"order": "descending"}),
        ({"y": {"value": "fill", "reduce": "max"}}, {}, {"reduce": "max"}),
        (
            {"x": {"value": "fill", "reduce": "mean", "reverse": False, "limit": 5}, "y": "fill"},
            {"limit": 5},
            {},
        ),
        (
            {"x": {"value": "fill", "reduce": "p25"}, "y": {"value": "x", "reduce": "first"}},
            {"reduce": "p25"},
            {"value": "x", "reduce": "first"},
        ),
    ],
    ids=str,
)
def test_every_form_of_sort(oracle, sort, x, y):
    assert order_of(sort) == mean_of(oracle, x, y)


def test_one_scale_without_an_order():
    found = order_of({"x": None})
    assert found[0] == list(dict.fromkeys(row["id"] for row in ragged()))


def test_a_limit_leaves_only_its_cells():
    found = picture(scores({"m": {"a": 0.1, "b": 0.5, "c": None, "d": 3.0}}), sort={"x": {"value": "fill", "limit": 2}})
    assert found.cells() == {("a", "m"): (0.1, "ok"), ("b", "m"): (0.5, "ok")}
    assert found.counts == {}
    assert (found.plot["color"]["low"], found.plot["color"]["high"]) == (0, 1)


def test_the_order_uses_means_over_epochs():
    rows = [
        {"id": sample, "model": "m", "score": score}
        for sample, scored in {"often": [0.4] * 5, "once": [0.9], "twice": [0.5, 0.7]}.items()
        for score in scored
    ]
    assert order_of("ascending", rows)[0] == ["often", "twice", "once"]


def natural_key(label: str) -> list[object]:
    """Texts and numbers by turns, then the text itself."""
    parts = re.split(r"([0-9]+)", label)
    return [[(int(p) if k % 2 else 0, p if k % 2 == 0 else "") for k, p in enumerate(parts)], label]


def test_ties_are_in_natural_order_whatever_the_labels():
    random = np.random.default_rng(11)
    alphabet = list("0019aB-/:é ")
    labels = sorted({"x" + "".join(random.choice(alphabet, random.integers(0, 8))) + "." for _ in range(900)})
    frame = pd.DataFrame({"id": random.permutation(labels), "model": "m", "score_a": 0.5})
    assert drawn(heatmap(frame)).x == sorted(labels, key=natural_key)
