"""The truth of a cell: its value, its state, and what the key counts."""

from __future__ import annotations

import math
import warnings

import duckdb
import numpy as np
import pandas as pd
import pytest
from heatmaps import BARE, data, drawn, graded, picture, scores, unpacked

from inspect_viz._host._figure import draw
from inspect_viz.mark import cell
from inspect_viz.plot import legend, plot
from inspect_viz.transform import avg, sql
from inspect_viz.view import sample_heatmap


def epochs(rows: list[tuple[str, str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["id", "model_display_name", "score_s"])


def test_values_are_duckdbs_means_over_finite_scores():
    rows = pd.DataFrame(
        {
            "id": [f"s{i % 7}" for i in range(210)],
            "model_display_name": [f"m{i // 7 % 5}" for i in range(210)],
            "score_s": [[i * i % 97 / 97, math.nan, math.inf][(i % 13 == 0) or 2 * (i % 17 == 0)] for i in range(210)],
        }
    )
    expected = duckdb.sql(
        "SELECT id, model_display_name, avg(score_s) FILTER (WHERE isfinite(score_s)) FROM rows GROUP BY ALL"
    ).fetchall()
    found = picture(rows).values()
    assert len(found) == len(expected) == 35
    for sample, model, mean in expected:
        assert found[sample, model] == pytest.approx(mean, abs=1e-12)


@pytest.mark.parametrize("bad", [None, math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_no_score(bad):
    found = picture(epochs([("a", "m", 0.25), ("a", "m", bad), ("b", "m", bad), ("c", "m", 0.75)]))
    word = "infinite" if bad in (math.inf, -math.inf) else "unscored"
    assert found.cells() == {("b", "m"): (None, word), ("a", "m"): (0.25, word), ("c", "m"): (0.75, "ok")}
    assert found.texts("legend-key") == [f"2 {word}"]
    assert found.plot["color"]["low"] == 0
    assert found.plot["color"]["high"] == 1


def test_grades_count_as_inspect_counts_them():
    found = picture(scores({"m": {"c": "C", "i": "I", "p": "P", "n": "N", "none": None, "empty": ""}}))
    assert found.values() == {
        ("c", "m"): 1,
        ("i", "m"): 0,
        ("p", "m"): 0.5,
        ("n", "m"): 0,
        ("none", "m"): None,
        ("empty", "m"): None,
    }
    assert found.counts == {"unscored": 2}


def test_means_of_grades():
    found = picture(epochs([("a", "m", "C"), ("a", "m", "I"), ("a", "m", "P"), ("b", "m", "C"), ("b", "m", None)]))
    assert found.values() == {("a", "m"): 0.5, ("b", "m"): 1}


@pytest.mark.parametrize("kind", ["bool", "boolean", "int8", "uint64", "float32", "Int64", "category"])
def test_scores_of_every_kind(kind):
    table = epochs([("a", "m", 0), ("b", "m", 1), ("b", "m", 1)])
    grades = pd.Series(["I", "C", "C"])
    table["score_s"] = grades.astype("category") if kind == "category" else table["score_s"].astype(kind)
    assert picture(table).values() == {("a", "m"): 0, ("b", "m"): 1}


def test_decimals_and_wide_integers_are_scores():
    import pyarrow as pa

    from inspect_viz import Data

    base = {"id": ["a", "b"], "model_display_name": ["m", "m"]}
    for kind, values in ((pa.decimal128(10, 2), ["0.25", "7.5"]), (pa.int64(), [2**60, 2**62])):
        column = pa.array(values).cast(kind) if isinstance(values[0], str) else pa.array(values, kind)
        found = drawn(sample_heatmap(Data.from_dataframe(pa.table({**base, "score_s": column})))).values()
        assert found == {("a", "m"): float(values[0]), ("b", "m"): float(values[1])}


def row(sample: str, score: object, error: object = "", limit: object = None) -> dict[str, object]:
    return {"id": sample, "model_display_name": "m", "score_s": score, "error": error, "limit": limit}


def test_states_and_their_precedence():
    rows = [
        row("fine", 0.5),
        row("fine without text", 0.5, error=None, limit=""),
        row("zero", 0.0),
        row("error", None, error="ValueError"),
        row("error with score", 1.0, error="ValueError"),
        row("error over limit", None, error="ValueError", limit="token"),
        row("limit", None, limit="token"),
        row("limit with score", 0.25, limit="time"),
        row("unscored", None),
        row("nan", math.nan),
        {**row("elsewhere", 1.0), "model_display_name": "other"},
    ]
    found = picture(rows)
    assert {pair[0]: cell for pair, cell in found.cells().items() if pair[1] == "m"} == {
        "fine": (0.5, "ok"),
        "fine without text": (0.5, "ok"),
        "zero": (0.0, "ok"),
        "error": (None, "error"),
        "error with score": (1.0, "error"),
        "error over limit": (None, "error"),
        "limit": (None, "limit"),
        "limit with score": (0.25, "limit"),
        "unscored": (None, "unscored"),
        "nan": (None, "unscored"),
        "elsewhere": (None, "absent"),
    }
    # ten samples of the other model, one of this
    assert found.counts == {"error": 3, "limit": 2, "unscored": 2, "absent": 11}
    assert found.texts("legend-key") == ["3 errors", "2 limits", "2 unscored", "11 absent"]


def test_one_of_several_epochs_decides_the_state():
    rows = [row("a", 1.0), row("a", None, error="x"), row("a", 0.5), row("b", 1.0), row("b", None), row("b", 0.0)]
    found = picture(rows)
    assert found.cells() == {("b", "m"): (0.5, "unscored"), ("a", "m"): (0.75, "error")}
    assert found.texts("legend-key") == ["1 error", "1 unscored"]
    by_sample = dict(zip(found.x, range(2), strict=True))
    for name, expected in {"rows": (3, 3), "scored": (2, 2), "errors": (1, 0)}.items():
        assert [int(found.plot[name][by_sample[s]]) for s in "ab"] == list(expected)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_the_gravest_of_unlike_rows_is_the_state_and_each_is_counted(order):
    epochs = [row("a", None, error="x"), row("a", 1.0, limit="token"), row("a", None)]
    found = picture([*(epochs[i] for i in order), row("b", 0.5, limit="time"), row("b", None), row("c", 0.25)])
    assert found.cells() == {("c", "m"): (0.25, "ok"), ("b", "m"): (0.5, "limit"), ("a", "m"): (1.0, "error")}
    assert found.counts == {"error": 1, "limit": 2, "unscored": 2}
    assert found.texts("legend-key") == ["1 error", "2 limits", "2 unscored"]
    at = found.x.index("a")
    assert [int(found.plot[name][at]) for name in ("rows", "scored", "errors", "limits")] == [3, 1, 1, 1]


def test_the_key_counts_only_what_occurs():
    assert picture([row("a", 1.0), row("b", None, limit="token")]).texts("legend-key") == ["1 limit"]
    assert picture([row("a", 1.0)]).part("legend-key") is None


def test_counts_have_separators():
    rows = [{"id": i, "model_display_name": "m", "score_s": None} for i in range(1234)]
    assert picture(rows).texts("legend-key") == ["1,234 unscored"]


def test_states_look_different_from_each_other_and_from_a_score_of_zero():
    looks = set()
    for options in ({"score": 0.0}, {"score": None}, {"score": None, "error": "x"}, {"score": None, "limit": "x"}):
        rows = [row("a", **options), row("b", 0.5), {**row("b", 0.5), "model_display_name": "n"}]
        paint = picture(rows, legend=None, sort=None).part("paint")
        looks.add(" ".join(str(sorted(e.attrib.items())) for e in paint if e.tag.endswith("path") or e is paint[0]))
    assert len(looks) == 4


def test_without_columns_for_states_there_are_scores_and_gaps_only():
    found = picture(scores({"a": {"x": 1.0, "y": None}, "b": {"x": 0.0}}))
    assert found.counts == {"unscored": 1, "absent": 1}


def test_vertical_pictures_hold_the_same_cells():
    rows = graded(4, 9, states=True)
    across, down = picture(rows), picture(rows, orientation="vertical")
    assert {(y, x): cell for (x, y), cell in down.cells().items()} == across.cells()
    assert down.x == list(reversed(across.y))
    assert down.y == list(reversed(across.x))
    assert (across.plot["sampleAxis"], down.plot["sampleAxis"]) == ("x", "y")


def lower_level(samples, fill="score_s"):
    return plot(
        cell(
            samples,
            x="id",
            y="model_display_name",
            fill=fill,
            inset=1,
            tip=True,
            channels={"Model": "model_display_name", "Score": "score_s"},
            sort={
                "y": {"value": "fill", "reduce": "sum", "reverse": True},
                "x": {"value": "fill", "reduce": "sum", "reverse": False},
            },
        ),
        padding=0,
        height=250,
        x_label=None,
        y_label=None,
        x_scale="band",
        legend=legend("color", frame_anchor="bottom", border=False),
    )


def test_the_lower_level_way_gives_the_same_cells_in_the_same_order():
    samples = data(graded(5, 11))
    ready, own = drawn(sample_heatmap(samples, height=250)), drawn(lower_level(samples))
    assert (own.x, own.y) == (ready.x, ready.y)
    assert own.cells() == ready.cells()


def test_an_average_groups_and_a_bare_column_warns_of_rows_that_overlap():
    samples = data(epochs([("a", "m", 0.0), ("a", "m", 1.0), ("b", "m", 0.5), ("a", "m", 0.25)]))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        grouped = drawn(lower_level(samples, avg("score_s")))
    assert grouped.values() == {("a", "m"): pytest.approx(1.25 / 3), ("b", "m"): 0.5}
    with pytest.warns(UserWarning, match=r"2 rows lie under another row .* fill=avg"):
        drawn(lower_level(samples))


@pytest.mark.parametrize("suffix", [".png", ".svg", ".html"])
def test_warnings_name_the_line_of_the_caller(suffix, tmp_path):
    samples = data(epochs([("a", "m", 0.0), ("a", "m", 1.0)]))
    with pytest.warns(UserWarning, match="1 row lies under") as caught:
        lower_level(samples).save(tmp_path / f"picture{suffix}")
    assert caught[0].filename == __file__


def test_an_average_of_the_grammar_skips_what_is_not_finite():
    samples = data(epochs([("a", "m", 0.5), ("a", "m", math.nan), ("b", "m", math.inf), ("c", "m", 1.0)]))
    with_nan = drawn(plot(cell(samples, x="id", y="model_display_name", fill=avg("score_s"))))
    assert with_nan.cells() == {
        ("a", "m"): (0.5, "unscored"),
        ("b", "m"): (None, "unscored"),
        ("c", "m"): (1.0, "ok"),
    }


def test_channels_of_a_cell_are_those_of_its_first_row():
    rows = pd.DataFrame({"x": ["a", "b", "a", "b"], "y": "m", "n": [0.0, 1.0, 2.0, 3.0], "c": ["mm", "aa", "zz", "bb"]})
    marks = cell(data(rows), x="x", y="y", fill=avg("n"), channels={"C": "c"}, tip=True)
    (details,) = unpacked(draw(plot(marks), planes=True).drawing.details)
    assert details["texts"][0]["bytes"].tobytes() == b"mmaa"


def test_expressions_are_cells_too():
    samples = data(epochs([("a", "m", 0.25), ("b", "m", 0.5)]))
    found = drawn(plot(cell(samples, x="id", y="model_display_name", fill=sql("1 - score_s"))))
    assert found.values() == {("a", "m"): 0.75, ("b", "m"): 0.5}


def test_each_cell_is_drawn_where_its_bands_are():
    found = picture(graded(3, 4), sort=None, **BARE)
    drawn_at = {(round(float(r.get("x"))), round(float(r.get("y")))) for r in found.rects()}
    axes = [found.plot[axis] for axis in "xy"]
    starts = [[axis["start"] + i * axis["step"] + 1 for i in range(len(axis["labels"]))] for axis in axes]
    assert len(drawn_at) == 12
    assert all(any(abs(x - a) <= 1 and abs(y - b) <= 1 for x, y in drawn_at) for a in starts[0] for b in starts[1])


@pytest.mark.parametrize(("samples", "width"), [(3, 700), (200, 700), (600, 300), (4000, 500), (3000, 60)])
@pytest.mark.parametrize("inset", [0, 1, 40])
def test_cells_never_vanish(samples, width, inset):
    found = picture(graded(2, samples), width=width, height=200, cell={"inset": inset})
    paint = found.part("paint")
    if found.plot["paint"] == "rects":
        sizes = np.array([[float(r.get("width")), float(r.get("height"))] for r in found.rects()])
        assert len(sizes) == 2 * samples
        bands = [found.plot["x"]["bandwidth"], found.plot["y"]["bandwidth"]]
        assert (sizes >= np.minimum(0.8 * np.array(bands) - 0.5, bands)).all()
        assert (sizes > 0).all()
    else:
        assert [e.tag.split("}")[1] for e in paint] == ["image"]


def test_the_inset_shrinks_with_the_cell():
    def gap(samples: int) -> float:
        found = picture(graded(2, samples), sort=None, width=700, cell={"inset": 4}, **BARE)
        first, second = found.rects()[:2]
        return float(second.get("x")) - float(first.get("x")) - float(first.get("width"))

    wide, narrow, tiny = gap(5), gap(30), gap(160)
    assert wide == 8
    assert wide > narrow > tiny
    assert tiny <= 0.5


@pytest.mark.parametrize("fill", ["red", "#f00", "rgb(255, 0, 0)", "none"])
def test_a_colour_fills_all_cells_of_the_grammar(fill):
    samples = data(graded(2, 3))
    svg = drawn(plot(cell(samples, x="id", y="model_display_name", fill=fill, tip=True))).svg
    assert svg.count("<rect") >= 6
    assert f'fill="{fill}"' in svg
