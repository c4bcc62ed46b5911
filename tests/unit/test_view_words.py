"""What a picture says of its own order and of its numbers, beside them."""

from __future__ import annotations

import pytest
from heatmaps import graded, picture, scores

ROWS = graded(4, 25)
HALF = scores(
    {
        "whole": {f"q{i}": i < 20 for i in range(40)},
        "half": {f"q{i}": i < 11 for i in range(20)},
        "weak": {f"q{i}": i < 2 for i in range(40)},
    }
)


def texts(found, part):
    return found.texts(part) if found.part(part) is not None else []


@pytest.mark.parametrize(
    ("options", "head"),
    [
        ({}, "best first"),
        ({"sort": "descending"}, "best last"),
        ({"orientation": "vertical"}, "mean, 95 % interval; best last"),
        ({"sort": "descending", "orientation": "vertical"}, "mean, 95 % interval; best first"),
    ],
)
def test_the_head_of_the_models_says_how_they_stand(options, head):
    found = picture(ROWS, **options)
    assert head in texts(found, "margin" if "orientation" in options else "order")


@pytest.mark.parametrize(
    ("sort", "words"),
    [
        (None, "samples and models in the order of the data"),
        ("fill", "samples and models by plain mean, rising"),
        ({"x": None}, "samples in the order of the data \u00b7 models by plain mean, falling"),
        ({"y": {"value": "y"}}, "samples by plain mean, rising \u00b7 models by name, rising"),
        ({"y": {"value": "-fill", "reduce": "max"}}, "models by highest score, falling"),
        ({"y": {"value": "fill", "reduce": "median", "reverse": True}}, "models by median of their scores, falling"),
    ],
)
def test_an_order_of_the_callers_own_is_told_in_the_footer(sort, words):
    found = picture(ROWS, sort=sort)
    assert words in " ".join(texts(found, "footer"))
    assert not any("best" in text for text in texts(found, "margin") + texts(found, "order"))


def test_bands_that_the_caller_named_stand_in_the_order_given():
    models = sorted({row["model_display_name"] for row in ROWS})
    found = picture(ROWS, y_domain=models)
    assert "models in the order given" in " ".join(texts(found, "footer"))
    assert "samples" not in " ".join(texts(found, "footer"))


def test_the_default_order_is_not_told_twice():
    assert "stand" not in " ".join(texts(picture(ROWS), "footer"))


def test_the_mean_by_which_rows_stand_is_beside_the_plain_one():
    found = picture(HALF)
    margin, rows = found.plot["margin"], dict(zip(found.y, found.plot["margin"]["rows"], strict=True))
    assert found.y == ["whole", "half", "weak"]
    assert "mean (adjusted)" in texts(found, "margin")
    assert rows["half"]["adjusted"].startswith("(0.")
    assert rows["whole"]["adjusted"] == ""
    assert margin["mean"] < margin["adjusted"] < margin["scale"]["from"]
    assert "the mean if all had the same samples; rows stand by it" in " ".join(texts(found, "footer"))
    given = " ".join(picture(HALF, sort="fill").texts())
    assert "the mean if all had the same samples" in given
    assert "stand by it" not in given


def test_without_adjusted_means_there_is_no_word_of_them():
    found = picture(ROWS)
    assert "mean" in texts(found, "margin")
    assert not any("adjusted" in text for text in found.texts())


def test_means_have_the_digits_that_show_the_difference_that_is_told():
    """0.777 and 0.744 differ by 3.3 points; 0.78 and 0.74 would by 4."""
    rows = scores({m: {f"q{i}": i < n for i in range(1000)} for m, n in {"a": 777, "b": 744, "c": 100}.items()})
    found = picture(rows)
    assert "leads b by 3.3" in " ".join(texts(found, "subtitle"))
    assert [row["mean"] for row in found.plot["margin"]["rows"]] == ["0.777", "0.744", "0.100"]
    clear = scores({m: {f"q{i}": i < n for i in range(100)} for m, n in {"a": 77, "b": 44}.items()})
    assert [row["mean"] for row in picture(clear).plot["margin"]["rows"]] == ["0.77", "0.44"]


def solved_by_rule(models: int, samples: int) -> list[dict[str, object]]:
    return scores({f"m{j}": {f"q{i}": float((7 * i + 3 * j) % 11 > 4) for i in range(samples)} for j in range(models)})


def legend(found):
    return [t for t in found.texts("legend-ramp") if t]


@pytest.mark.parametrize(
    ("models", "samples", "words"),
    [(4, 100, None), (8, 900, "a pixel holds about 2 samples: their mean"), (4, 9000, "samples: their mean")],
)
def test_the_legend_says_what_pixels_of_several_samples_show(models, samples, words):
    found = picture(solved_by_rule(models, samples))
    said = legend(found)
    assert any(text.startswith("pass ") for text in said)
    assert any(text.startswith("fail ") for text in said)
    assert (found.part("legend-blend") is not None) == (words is not None)
    if words is not None:
        assert any(words in text for text in said)
        (number,) = [int(t.split()[4].replace(",", "")) for t in said if "a pixel holds" in t]
        assert number == round(1 / found.plot["x"]["step"])


def test_pixels_of_several_models_are_said_to_hold_cells():
    found = picture(solved_by_rule(1600, 900), margins=False, width=400)
    (said,) = [t for t in legend(found) if "their mean" in t]
    x, y = found.plot["x"]["step"], found.plot["y"]["step"]
    assert said == f"a pixel holds about {round(1 / x / y)} cells: their mean"


@pytest.mark.parametrize("samples", [20, 6000])
def test_colours_that_stand_for_nothing_have_no_legend(samples):
    rows = [{**row, "score_s": None, "error": "boom"} for row in solved_by_rule(3, samples)]
    found = picture(rows)
    assert found.part("legend-ramp") is None
    assert found.part("legend-key") is not None
    assert any("errors" in text for text in found.texts("legend-key"))


def test_scores_of_the_colour_of_paper_have_an_outline():
    rows = solved_by_rule(4, 20)
    edges = {
        scheme: {r.get("fill"): r.get("stroke") for r in picture(rows, **options).rects()}
        for scheme, options in (("greens", {"color_scheme": "greens"}), ("own", {}))
    }
    assert sorted(map(bool, edges["greens"].values())) == [False, True]
    assert not any(edges["own"].values())


def test_a_line_of_the_subtitle_never_begins_with_a_per_cent_sign():
    for width in range(300, 700, 20):
        lines = texts(picture(ROWS, width=width), "subtitle")
        assert not any(line.startswith("%") for line in lines)


def test_means_have_no_more_digits_than_that():
    equal = picture(scores({m: dict.fromkeys("abcdef", 1.0) for m in ("a", "b")}))
    assert [row["mean"] for row in equal.plot["margin"]["rows"]] == ["1.00", "1.00"]
    apart = picture(scores({m: {f"q{i}": i < n for i in range(25)} for m, n in {"a": 17, "b": 15}.items()}))
    assert "8.0 points" in " ".join(texts(apart, "subtitle"))
    assert [row["mean"] for row in apart.plot["margin"]["rows"]] == ["0.68", "0.60"]
