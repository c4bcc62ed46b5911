"""What stands around the cells of a heatmap: header, margin, footer, and sizes that follow the rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from heatmaps import BARE, SVG, graded, heatmap, picture, scores
from PIL import ImageFont
from scipy import stats

from inspect_viz._host._assets import asset

ROWS = graded(4, 25)
LACKING = ROWS[1:]
"""One model lacks one sample."""


def advance(text, size):
    """Width of a text in the package's font."""
    return ImageFont.truetype(str(asset("fonts/Arimo_400Regular.ttf")), 100).getlength(text) * size / 100


def texts(found, part):
    return found.texts(part) if found.part(part) is not None else []


def row_of(found, name):
    """What the margin says of a model."""
    return found.plot["margin"]["rows"][found.y.index(name)]


def values_of(rows, model):
    return np.array([row["score_s"] for row in rows if row["model_display_name"] == model])


def test_means_and_intervals_are_those_of_scipy():
    found = picture(ROWS)
    for model in found.y:
        values, row = values_of(ROWS, model), row_of(found, model)
        half = stats.t.ppf(0.975, len(values) - 1) * stats.sem(values)
        assert row["mean"] == f"{values.mean():.3f}"
        assert row["at"] == pytest.approx(values.mean(), abs=1e-9)
        assert (row["low"], row["high"]) == pytest.approx((values.mean() - half, values.mean() + half), abs=1e-9)
        assert row["n"] == "25"
        assert row["mean"] in texts(found, "margin-rows")


def test_rows_without_some_scores_say_of_how_many():
    table = {"full": dict.fromkeys("abcdefghij", 1), "half": {**dict.fromkeys("abcde", 0), "a": 1}}
    found = picture(scores(table))
    assert row_of(found, "half")["n"] == "5 of 10"
    assert row_of(found, "half")["isPartial"]
    assert row_of(found, "full")["n"] == "10"


def test_models_that_no_test_separates_are_tied():
    same, worse = dict.fromkeys("abcdefghij", 1), dict.fromkeys("abcdefghij", 0)
    found = picture(scores({"one": same, "two": same, "three": worse}))
    assert [row["isTied"] for row in found.plot["margin"]["rows"]] == [False, True, False]
    assert texts(found, "margin-rows").count("~") == 1
    assert any(text.startswith("~ not separated from the row above") for text in texts(found, "footer"))


def test_the_margin_stands_right_of_the_cells_in_the_picture():
    found = picture(ROWS)
    area, margin = found.plot["area"], found.plot["margin"]
    assert margin["side"] == "right"
    assert area["x"] + area["width"] + margin["size"] <= found.width == 700


def test_models_in_columns_have_it_above_them():
    found = picture(ROWS, orientation="vertical")
    assert found.plot["margin"]["side"] == "top"
    assert found.plot["area"]["y"] >= found.plot["margin"]["size"]
    assert len([text for text in texts(found, "margin-rows") if text != "~"]) == 4
    lacking = picture(LACKING, orientation="vertical")
    moved = [row["adjusted"] for row in lacking.plot["margin"]["rows"] if row["adjusted"]]
    assert len([text for text in texts(lacking, "margin-rows") if text != "~"]) == 8 + len(moved)


def test_words_beside_a_margin_above_the_cells_begin_at_the_left_edge_or_after_it():
    found = picture(LACKING, orientation="vertical")
    head = next(text for text in found.part("margin").iter(f"{SVG}text") if text.text == "n of 25")
    assert head.get("text-anchor") == "end"
    assert float(head.get("x")) - advance("n of 25", 11) >= 12
    narrow = picture(LACKING, orientation="vertical", width=200)
    for text in narrow.part("margin").iter(f"{SVG}text"):
        assert text.get("text-anchor") != "end" or float(text.get("x")) >= advance(text.text, 11)


def test_numbers_of_samples_stand_in_the_margin_only_where_some_lack():
    full, lacking = picture(ROWS).plot, picture(LACKING).plot
    assert "n of 25" in texts(picture(LACKING), "margin")
    assert lacking["margin"]["n"] is not None
    assert full["margin"]["n"] is None
    assert full["area"]["width"] >= lacking["area"]["width"] + advance("n of 25", 11)


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
@pytest.mark.parametrize("options", [{}, {"title": "Mine"}, {"sort": None}, {"height": 120}, {"width": 180}])
def test_the_number_of_samples_is_told_once(options, orientation):
    found = picture(ROWS, subtitle=None, orientation=orientation, **options)
    assert sum("25 samples" in text for text in found.texts()) == 1


def test_names_of_blocks_do_not_reach_into_the_margin_beside_the_cells():
    solved = {f"m{k}": {f"q{i}": int(i < 20 + 4 * k or (i == 39 and k > 0)) for i in range(60)} for k in range(8)}
    found = picture(scores(solved))
    area, blocks = found.plot["area"], found.plot["beside"]["blocks"]
    assert found.plot["beside"]["overhang"][1] <= 24
    named = [(text, float(text.get("x"))) for text in found.part("samples").iter(f"{SVG}text")]
    ends = [x + advance(text.text, 11) for text, x in named if any(text.text.startswith(b["label"]) for b in blocks)]
    assert ends
    assert max(ends) <= area["x"] + area["width"] + 25


def test_without_margins_there_is_none():
    assert "margin" not in picture(ROWS, margins=False).plot


@pytest.mark.parametrize(
    ("width", "has"),
    [(700, {"scale", "n", "mean"}), (250, {"n", "mean"}), (200, {"mean"}), (100, set())],
)
def test_margins_give_way_in_order(width, has):
    margin = picture(LACKING, width=width).plot.get("margin", {})
    assert {name for name in ("scale", "n", "mean") if margin.get(name) is not None} == has


@pytest.mark.parametrize(("given", "shown"), [("Said so.", ["Said so."]), (None, []), ("", [])])
def test_the_subtitle_is_what_the_caller_says(given, shown):
    assert texts(picture(ROWS, subtitle=given), "subtitle") == shown


def test_the_subtitle_is_the_finding():
    said = " ".join(texts(picture(ROWS), "subtitle"))
    assert "95 % interval" in said


@pytest.mark.parametrize(
    ("pattern", "leader"),
    [("tiny/{}-1", "alpha-1"), ("{}-1", "alpha-1"), ("labs/models/{}-instruct-2026-10-31-temperature-0.7", "alpha")],
)
def test_the_subtitle_drops_what_all_names_share_and_the_description_does_not(pattern, leader):
    solved = {"alpha": 29, "beta": 20, "gamma": 3}
    rows = scores({pattern.format(name): {f"q{i}": i < n for i in range(30)} for name, n in solved.items()})
    found = picture(rows)
    assert " ".join(texts(found, "subtitle")).startswith(f"{leader} leads {leader.replace('alpha', 'beta')} by ")
    assert heatmap(rows).describe().to_dict()["plots"][0]["finding"].startswith(f"{pattern.format('alpha')} leads ")


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("word " * 40 + "end", 2),
        ("A sentence " + "that is long " * 8 + "and ends. Another one.", 2),
        ("One. Two. Three. " + "More words " * 13, 2),
        ("Short. Shorter.", 1),
    ],
)
def test_a_subtitle_of_several_lines_ends_on_no_single_word(told, lines):
    shown = texts(picture(ROWS, subtitle=told), "subtitle")
    assert " ".join(shown) == told.strip()
    assert len(shown) == lines
    assert lines == 1 or shown[0].endswith("ends.") or len(shown[1]) > 0.8 * len(shown[0])


def test_a_picture_without_a_title_names_its_task_and_sizes():
    assert texts(picture(ROWS), "title") == ["4 models, 25 samples"]
    assert texts(picture([{**row, "task_name": "sums"} for row in ROWS]), "title") == ["sums: 4 models, 25 samples"]
    assert texts(picture(ROWS, title="Mine"), "title") == ["Mine"]
    assert texts(picture(ROWS, title=""), "title") == []
    assert texts(picture(ROWS, title="Mine"), "footer")[0].startswith("4 models")


def test_the_footer_counts_logs_and_tells_their_days():
    days = ("2026-10-30T10:00:00", "2026-11-02T10:00:00")
    rows = [{**row, "log": f"{row['model_display_name']}.eval", "created": days[i % 2]} for i, row in enumerate(ROWS)]
    assert "4 logs, 30 October to 2 November 2026" in texts(picture(rows), "footer")


@pytest.mark.parametrize(("models", "row"), [(1, 28), (8, 28), (20, 28), (28, 20), (37, 15), (120, 15), (200, 15)])
def test_the_height_follows_the_rows(models, row):
    found = picture(graded(models, 3))
    assert found.plot["y"]["step"] == pytest.approx(row, abs=0.3)
    assert len(found.group("y-axis tick label")) == models


def test_more_models_are_a_raster_of_a_screen():
    assert picture(graded(300, 40)).plot["area"]["height"] == 720


@pytest.mark.parametrize("options", [{}, {"title": "Mine"}, {"subtitle": "Said."}, {"margins": False}])
@pytest.mark.parametrize("height", [120, 200, 433])
def test_a_given_height_holds_title_and_subtitle(options, height):
    """Without legend and footer, only the header's edges come in addition."""
    found = picture(graded(1, 9), height=height, legend=None, **options)
    footer = 28 if found.part("footer") is not None else 0
    assert height <= found.height <= height + 14 + footer


def test_bare_pictures_are_as_high_as_they_were_asked_to_be():
    rows = graded(1, 9)
    assert picture(rows, height=200, width=500, **BARE).height - 200 <= 28


def test_cells_are_no_wider_than_48_unless_a_width_is_given():
    assert picture(graded(3, 2)).plot["x"]["step"] == pytest.approx(48, abs=1)
    assert picture(graded(3, 2), width=700).plot["x"]["step"] > 100


def test_the_longest_name_begins_where_the_header_does():
    found = picture(graded(3, 9))
    assert found.origin("title")[0] == 12
    named = found.plot["area"]["x"] - 4 - found.plot["y"]["room"]
    (order,) = found.part("order").iter(f"{SVG}text")
    assert min(named, float(order.get("x")) - advance(order.text, 11)) == pytest.approx(12, abs=1)


@pytest.mark.parametrize(("name", "value"), [("margins", 1), ("margins", None), ("subtitle", 3), ("subtitle", True)])
def test_wrong_arguments_are_named(name, value):
    with pytest.raises(TypeError, match=f"{name}={value!r} must be"):
        heatmap(ROWS, **{name: value})


def test_an_adjusted_mean_that_reads_like_the_plain_one_is_not_told():
    random = np.random.default_rng(0)
    table = (random.uniform(size=(60, 800)) < np.linspace(0.7, 0.3, 60)[:, None]).astype(float)
    table[random.uniform(size=table.shape) < 0.01] = np.nan
    m, s = np.nonzero(~np.isnan(table))
    rows = pd.DataFrame({"id": s, "model": [f"m{i}" for i in m], "score": table[m, s]})
    for row in picture(rows).plot["margin"]["rows"]:
        assert row["adjusted"] != f"({row['mean']})"
