"""Notebooks in the manner of the published package run, are drawn without a warning, and show what DuckDB counts."""

from __future__ import annotations

import ast
import calendar
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import notebooks
import pytest
from notebooks import Notebook, Seen

FACTS = notebooks.FOLDER.parents[2] / "shared/compat/peer_api_0_4_2.json"
STATES = {"chosen": [(1, 2), (0, 1)], "expressed": [(3, 1)], "bandwidth": [(0,)]}
"""States of inputs, by their numbers, in which a notebook is looked at, too."""


@cache
def ran(name: str) -> tuple[Notebook, Seen]:
    notebook = notebooks.run(name)
    return notebook, notebooks.see(notebook.shown, *STATES.get(name, []))


@pytest.mark.parametrize("name", notebooks.NAMES)
def test_a_notebook_is_drawn_without_a_warning(name: str) -> None:
    _, seen = ran(name)
    assert seen.warnings == []
    assert all(sum(seen.marks(plot).values()) for plot in range(len(seen.states[0])))


def test_brushed_histograms_count_the_rows_of_each_bin() -> None:
    notebook, seen = ran("crossfilter")
    for plot, (column, step) in enumerate({"tokens": 500, "seconds": 5}.items()):
        bins = notebook.ask(f"SELECT floor({column} / {step}) AS bin, count(*) FROM rows GROUP BY bin ORDER BY bin")
        assert seen.marks(plot) == {"rect": len(bins)}
        assert seen.domain("x", plot) == [bins[0][0] * step, (bins[-1][0] + 1) * step]
        assert seen.domain("y", plot) == [0, max(count for _, count in bins)]


def test_dots_have_a_regression_for_each_kind_and_a_legend_of_them() -> None:
    notebook, seen = ran("regression")
    assert seen.marks() == {"dot": 120, "area": 3, "line": 3}
    assert seen.domain("x") == list(notebook.ask("SELECT min(size), max(size) FROM rows")[0])
    assert seen.domain("color") == ["closed", "open", "tuned"]
    (legend,) = (e for e in seen.root.iter() if e.get("data-part") == "legend")
    kinds = [text for e in legend.iter() if (text := (e.text or "").strip())]
    assert kinds == ["closed", "open", "tuned"]
    colors = [e.get("fill") for e in legend.iter() if e.tag.endswith("}rect") and e.get("width") == e.get("height")]
    rises = {line.get("stroke"): rise(line.get("d") or "") for line in seen.shapes("line", "path")}
    slopes = dict(notebook.ask("SELECT kind, regr_slope(score, size) FROM rows GROUP BY kind"))
    drawn = [rises[color] / rises[colors[0]] for color in colors]
    assert drawn == pytest.approx([slopes[kind] / slopes["closed"] for kind in kinds], rel=0.02)


def rise(path: str) -> float:
    """The slope of a straight line."""
    (x1, y1), *_, (x2, y2) = (map(float, point.split(",")) for point in path.removeprefix("M").split("L"))
    return (y2 - y1) / (x2 - x1)


def test_a_smaller_bandwidth_makes_a_sharper_density() -> None:
    notebook, seen = ran("bandwidth")
    for state in (0, 1):
        assert seen.domain("x", 0, state) == list(notebook.ask("SELECT min(delay), max(delay) FROM rows")[0])
        assert seen.marks(0, state) == {"area": 1}
    assert seen.domain("y", 0, 1)[1] > 1.5 * seen.domain("y", 0, 0)[1]


def test_menus_filter_their_data_or_their_selection() -> None:
    notebook, seen = ran("chosen")
    for state, (menu, island) in enumerate([("true", "Dream"), ("sex = 'female'", "Dream"), ("true", "Biscoe")]):
        assert seen.marks(0, state)["dot"] == notebook.one(f"SELECT count(*) FROM rows WHERE {menu}")
        assert seen.marks(1, state)["dot"] == notebook.one(f"SELECT count(*) FROM rows WHERE island = '{island}'")
    fixed = [list(notebook.ask("SELECT min(mass), max(mass) FROM rows")[0]), ["Biscoe", "Dream", "Torgersen"]]
    assert [[seen.domain("x", 0, state), seen.domain("color", 0, state)] for state in (0, 1)] == [fixed, fixed]


def test_bars_stand_in_the_order_and_the_colours_of_their_domains() -> None:
    notebook, seen = ran("toggled")
    counts = dict(notebook.ask("SELECT weather, count(*) FROM rows GROUP BY weather"))
    assert seen.domain("y") == seen.domain("color") == notebook.names["WEATHER"]
    assert seen.domain("x") == [0, max(counts.values())]
    drawn = {bar.get("fill"): float(bar.get("width") or 0) for bar in seen.shapes("bar", "rect")}
    shares = [drawn[color] / max(drawn.values()) for color in notebook.names["colors"]]
    most = max(counts.values())
    assert shares == pytest.approx([counts[weather] / most for weather in notebook.names["WEATHER"]], abs=0.01)
    assert seen.marks(1) == {"line": 4}


def test_a_table_beside_a_plot_shows_means_of_groups() -> None:
    notebook, seen = ran("tabled")
    told = ["".join(e.itertext()) for e in seen.root.iter() if e.tag.endswith("}text")]
    for model, mean, n in notebook.ask("SELECT model, avg(score), count(*) FROM rows GROUP BY model ORDER BY model"):
        at = told.index(model)
        assert told[at : at + 3] == [model, f"{mean:.3f}", str(n)]
    assert seen.marks() == {"bar": 3}


def test_facets_have_a_frame_and_their_bars_each() -> None:
    notebook, seen = ran("faceted")
    assert len(seen.shapes("bar", "rect")) == notebook.one("SELECT count(*) FROM rows")
    assert seen.domain("fx") == seen.texts("fx-axis tick label") == ["algebra", "geometry", "law"]
    assert len(seen.shapes("frame", "rect")) == 3
    assert seen.texts("x-axis tick label") == []


def test_error_bars_span_the_intervals_of_means() -> None:
    notebook, seen = ran("intervals")
    sql = "SELECT avg(score), stddev(score) / sqrt(count(*)) FROM rows GROUP BY model ORDER BY model"
    lengths = [float(e.get("x2") or 0) - float(e.get("x1") or 0) for e in seen.shapes("rule", "line")]
    means, errors = zip(*notebook.ask(sql), strict=True)
    assert [length / lengths[0] for length in lengths[:3]] == pytest.approx([e / errors[0] for e in errors], abs=0.01)
    assert len(lengths) == 5
    assert lengths[3] / lengths[4] == pytest.approx(0.05 / 0.02, abs=0.01)
    ada, bob, cyd = (float(dot.get("cx") or 0) for dot in seen.shapes("dot", "circle"))
    assert (cyd - ada) / (bob - ada) == pytest.approx((means[2] - means[0]) / (means[1] - means[0]), rel=0.02)


def test_baselines_stand_where_their_values_are() -> None:
    notebook, seen = ran("baselines")
    human, mean = (float(line.get("y1") or 0) for line in seen.shapes("rule", "line"))
    ticks = {"".join(e.itertext()): y_of(e) for e in seen.shapes("y-axis tick label", "text")}
    unit = ticks["0.0"] - ticks["1.0"]
    average = notebook.one("SELECT avg(score) FROM rows")
    assert (mean - human) / unit == pytest.approx(0.9 - average, abs=0.002)
    assert {"Human", "Mean", "0.35", "0.5", "0.8", "0.65"} == set(seen.texts("text"))


def y_of(text: Any) -> float:
    return float(text.get("transform").removesuffix(")").rpartition(",")[2])


def test_dates_have_the_ticks_and_formats_that_were_asked_for() -> None:
    notebook, seen = ran("dated")
    labels = seen.texts("x-axis tick label")
    months = [label for label in labels if len(label) > 3]
    assert months == ["Jan 2024", "May 2024", "Sep 2024", "Jan 2025", "May 2025"]
    assert labels[len(months) :] == [calendar.month_abbr[month] for month in range(1, 13)]
    low, high = seen.domain("x")
    assert [low[:10], high[:10]] == [
        str(d) for d in notebook.ask("SELECT min(released)::DATE, max(released)::DATE FROM rows")[0]
    ]
    assert seen.marks()["text"] == notebook.one("SELECT count(name) FROM rows")
    assert seen.marks(1)["dot"] == 40
    assert [day[5:10] for day in seen.domain("x", 1)] == [
        "01-01",
        notebook.one("SELECT max(strftime(released, '%m-%d')) FROM rows"),
    ]


def test_channels_are_sql_with_the_values_of_params() -> None:
    notebook, seen = ran("expressed")
    for state, (bias, measure) in enumerate([(100, "input"), (300, "output")]):
        ends = notebook.ask(
            f"SELECT min(input) + {bias}, max(input) + {bias}, min({measure}), max({measure}) FROM rows"
        )[0]
        assert [*seen.domain("x", 0, state), *seen.domain("x", 2, state)] == list(ends)
    shares = notebook.ask("SELECT max(s) FROM (SELECT sum(output) / sum(input) AS s FROM rows GROUP BY model)")
    assert seen.domain("x", 1) == [0, pytest.approx(shares[0][0])]


def test_nothing_is_near_before_the_pointer_comes() -> None:
    notebook, seen = ran("nearby")
    assert seen.marks() == {"line": 3}
    assert seen.domain("x") == list(notebook.ask("SELECT min(day), max(day) FROM rows")[0])
    points = [path.get("d", "").count("L") + 1 for path in seen.shapes("line", "path")]
    assert points == [n for (n,) in notebook.ask("SELECT count(*) FROM rows GROUP BY symbol ORDER BY symbol")]


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """The calls of functions that a notebook imports from inspect_viz, each with the module it comes from."""
    tree = ast.parse((notebooks.FOLDER / f"{name}.py").read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    home = {alias.name: node.module or "" for node in imports for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in home:
            yield home[node.func.id], node


@pytest.mark.parametrize("name", notebooks.NAMES)
def test_a_notebook_calls_nothing_but_what_is_published(name: str) -> None:
    if not FACTS.exists():
        pytest.skip("the facts of the published package are not here")
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    for module, call in calls(name):
        if module == "inspect_viz" or not module.startswith("inspect_viz"):
            continue
        fact = facts["modules"][module][getattr(call.func, "id", "")]
        params = fact.get("params") or fact["init"]
        options = [p[2].removeprefix("Unpack[").removesuffix("]") for p in params if p[1] == "**" and len(p) > 2]
        known = {p[0] for p in params} | {key for option in options for key in facts["typed_dicts"][option]["keys"]}
        assert {keyword.arg for keyword in call.keywords} <= known, ast.unparse(call)
