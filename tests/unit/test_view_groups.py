"""Samples and models in groups: blocks by the values of columns, and what a page carries of these."""

from __future__ import annotations

import warnings

import duckdb
import numpy as np
import pandas as pd
import pytest
from heatmaps import SVG, data, drawn, heatmap, picture, scores

from inspect_viz.view import sample_heatmap

TOPICS = {"algebra": 0.9, "logic": 0.2, "geometry": 0.55}
HOSTILE = ["<b>x</b>", '"&amp;', "]]>", "</script><script>alert(1)</script>", "\u202eabc", "a\nb", "x" * 3000, "  "]


def planted(models=8, samples=60, seed=0):
    """0 or 1 with a known share for each topic, a level from 1 to 12 and a family of two models."""
    random = np.random.default_rng(seed)
    names = list(TOPICS)
    return [
        {
            "id": f"s{s}",
            "model": f"m{m}",
            "score": int(random.uniform() < TOPICS[names[s % 3]]),
            "metadata_topic": names[s % 3],
            "metadata_level": s % 12 + 1,
            "family": "xyz"[m % 3],
        }
        for m in range(models)
        for s in range(samples)
    ]


ROWS = planted()
TABLE = pd.DataFrame(ROWS)


def blocks(found):
    return [(block["label"], block["count"]) for block in found.plot["beside"]["blocks"]]


def means(sql_key, rows=TABLE):
    """Means by DuckDB, the lowest first."""
    asked = f"SELECT {sql_key} AS k, avg(score) AS mean, count(DISTINCT id) AS n FROM rows GROUP BY k ORDER BY mean, k"
    return duckdb.sql(asked.replace("rows", "rows")).fetchall()


def column(found, name):
    """The values of the samples in drawing order, as a page knows them."""
    own = next(own for own in found.plot["attributes"] if own["name"] == name)
    return [own["labels"][code] for code in own["codes"]]


def test_topics_stand_in_blocks_the_hardest_first():
    found, usual = picture(ROWS, group="metadata_topic"), picture(ROWS)
    expected = means("metadata_topic")
    assert (
        blocks(found) == [(topic, n) for topic, _, n in expected] == [("logic", 20), ("geometry", 20), ("algebra", 20)]
    )
    for (topic, mean, n), block in zip(expected, found.plot["beside"]["blocks"], strict=True):
        assert block["mean"] == f"{round(100 * mean)} %"
        assert f"{topic} {n} \u00b7 {block['mean']}" in found.texts("samples")
    topic_of = dict(zip(TABLE["id"], TABLE["metadata_topic"], strict=True))
    assert found.x == [name for topic, _, _ in expected for name in usual.x if topic_of[name] == topic]
    assert found.y == usual.y
    assert found.plot["x"]["gaps"]["before"] == [20, 40]
    assert "samples by topic, hardest first" in found.texts("samples")
    assert "samples by topic, hardest first, within each by difficulty" in " ".join(found.texts("footer"))


def test_a_page_carries_the_columns_in_drawing_order_and_only_where_somebody_asked():
    found = picture(ROWS, group=["metadata_topic", "metadata_level"])
    rows = TABLE.drop_duplicates("id").set_index("id").loc[found.x]
    assert found.plot["group"] == ["metadata_topic", "metadata_level"]
    assert column(found, "metadata_topic") == list(rows["metadata_topic"])
    assert column(found, "metadata_level") == [str(level) for level in rows["metadata_level"]]
    level = found.plot["attributes"][1]
    assert (level["of"], level["isNumber"], list(level["numbers"])) == ("samples", True, list(range(1, 13)))
    assert not {"attributes", "group", "bars"} & picture(ROWS).plot.keys()


def test_numbers_and_orders_by_name_are_in_natural_order():
    found = picture(ROWS, group="metadata_level")
    assert [label for label, _ in blocks(found)] == [str(level) for level in range(1, 13)]
    found = picture(ROWS, group="metadata_topic", sort="natural")
    assert [label for label, _ in blocks(found)] == ["algebra", "geometry", "logic"]
    assert found.x[:3] == ["s0", "s3", "s6"]
    assert "samples by topic, in natural order" in found.texts("samples")
    falling = picture(ROWS, group="metadata_topic", sort="descending")
    assert [label for label, _ in blocks(falling)] == ["algebra", "geometry", "logic"]
    assert "samples by topic, easiest first" in falling.texts("samples")


def test_an_order_within_blocks_is_that_of_sort():
    usual = picture(ROWS, sort="disagreement").x
    found = picture(ROWS, sort="disagreement", group="metadata_topic")
    topic_of = dict(zip(TABLE["id"], TABLE["metadata_topic"], strict=True))
    for topic in TOPICS:
        assert [x for x in found.x if topic_of[x] == topic] == [x for x in usual if topic_of[x] == topic]
    said = "samples by topic, in natural order, within each by disagreement between models, rising"
    assert said in " ".join(found.texts("footer"))


def test_several_columns_are_one_value():
    found = picture([row for row in ROWS if row["metadata_level"] < 4], group=["metadata_topic", "metadata_level"])
    assert sorted(blocks(found)) == [("algebra / 1", 5), ("geometry / 3", 5), ("logic / 2", 5)]


def test_samples_without_a_value_are_a_group():
    rows = [{**row, "metadata_topic": None if row["id"] in ("s0", "s4") else row["metadata_topic"]} for row in ROWS]
    rows = [{**row, "metadata_topic": " " if row["id"] == "s1" else row["metadata_topic"]} for row in rows]
    found = picture(rows, group="metadata_topic", sort="natural")
    assert blocks(found) == [("algebra", 19), ("geometry", 20), ("logic", 18), ("no topic", 3)]
    alone = picture([{**row, "metadata_topic": None} for row in ROWS], group="metadata_topic")
    assert blocks(alone) == [("no topic", 60)]
    assert "gaps" not in alone.plot["x"]


def test_one_value_is_one_block():
    found = picture([{**row, "metadata_topic": "all"} for row in ROWS], group="metadata_topic")
    assert (blocks(found), found.x) == ([("all", 60)], picture(ROWS).x)


def test_blocks_of_one_mean_stand_in_natural_order():
    table = scores({m: {f"s{i}": i % 2 for i in range(12)} for m in "ab"})
    found = picture([{**row, "kind": "zyx"[int(row["id"][1:]) // 4]} for row in table], group="kind")
    assert [label for label, _ in blocks(found)] == ["x", "y", "z"]


def test_grades_have_their_mean_as_it_is():
    rows = [{**row, "score": row["score"] * 7 + int(row["id"][1:]) % 3} for row in ROWS]
    found = picture(rows, group="metadata_topic")
    for (_, mean, _), block in zip(
        means("metadata_topic", pd.DataFrame(rows)), found.plot["beside"]["blocks"], strict=True
    ):
        assert float(block["mean"]) == pytest.approx(mean, abs=0.005)


def test_samples_may_stand_in_rows():
    found = picture(ROWS, group="metadata_topic", orientation="vertical")
    assert [label for label, _ in blocks(found)] == ["algebra", "geometry", "logic"]
    assert found.plot["y"]["gaps"]["before"] == [20, 40]
    assert "algebra 20" in " ".join(found.texts("samples"))


@pytest.mark.parametrize("group", ["family", {"models": "family"}])
def test_models_stand_in_groups(group):
    found = picture(ROWS, group=group)
    own = found.plot["attributes"][0]
    assert own["of"] == "models"
    families = [family for family, _, _ in means("family")][::-1]
    assert [own["labels"][code] for code in own["codes"]] == [f for f in families for _ in range(3 if f != "z" else 2)]
    assert len(found.plot["y"]["gaps"]["before"]) == 2
    assert "models by family, best first, within each by mean" in " ".join(found.texts("footer"))


def test_groups_of_models_have_their_names_at_the_left():
    found = picture(ROWS, group="family")
    texts = found.texts("margin-rows")
    for family, mean, _ in means("family"):
        assert family in texts
        assert f"{3 if family != 'z' else 2} \u00b7 {round(100 * mean)} %" in texts
    assert found.plot["area"]["x"] > picture(ROWS).plot["area"]["x"]
    at = [float(e.get("x")) for e in found.part("margin-rows").iter(f"{SVG}text") if e.text == "x"]
    assert at == [pytest.approx(12, abs=1.5)]
    assert "groups" not in picture(ROWS, group="metadata_topic").plot["margin"]
    assert "groups" not in picture(ROWS, group="family", width=280).plot["margin"]


def test_names_of_groups_of_models_are_text(tmp_path):
    rows = [{**row, "family": HOSTILE[int(row["model"][1:]) % len(HOSTILE)]} for row in ROWS]
    heatmap(rows, group="family").save(tmp_path / "hostile.png")
    assert "<b>x</b>" in picture(rows, group="family").texts("margin-rows")


def test_both_axes_may_stand_in_groups():
    found = picture(ROWS, group=["metadata_topic", "family"])
    assert [own["of"] for own in found.plot["attributes"]] == ["samples", "models"]
    assert (len(found.plot["x"]["gaps"]["before"]), len(found.plot["y"]["gaps"]["before"])) == (2, 2)


def test_of_many_values_the_largest_stand_apart():
    rows = [
        {"id": f"s{i}", "model": m, "score": i % 2, "kind": f"k{min(i, 10**4 - 1)}"} for m in "ab" for i in range(10020)
    ]
    with pytest.warns(UserWarning, match=r"group='kind': 10,000 different values; the 30 with the most samples stand"):
        component = heatmap(rows, group="kind")
    found = drawn(component)
    told = dict(blocks(found))
    assert len(told) == 31
    assert told["k9999"] == 21
    assert told["other (9,970 values)"] == 10020 - 21 - 29
    assert "10,000 different values" in " ".join(found.texts())
    assert found.part("problems") is None
    assert len(found.plot["attributes"][0]["labels"]) == 10000


def test_many_names_are_turned_and_few_stand_level():
    rows = [{**row, "kind": f"kind number {int(row['id'][1:]) % 12}"} for row in ROWS]
    found = picture(rows, group="kind")
    turned = [e for e in found.part("samples").iter(f"{SVG}text") if "rotate(-45)" in e.get("transform", "")]
    assert [e.text for e in turned] == [label for label, _ in blocks(found)]
    assert found.plot["beside"]["isTurned"] is True
    assert found.height > picture(rows).height + 40
    assert not any("rotate" in e.get("transform", "") for e in picture(ROWS, group="family").root.iter(f"{SVG}text"))
    assert "isTurned" not in picture(ROWS, group="metadata_topic").plot["beside"]


def test_thirty_values_are_not_too_many():
    rows = [{**row, "kind": int(row["id"][1:]) % 30} for row in ROWS]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(blocks(picture(rows, group="kind"))) == 30


def test_values_are_text(tmp_path):
    rows = [{**row, "metadata_topic": HOSTILE[int(row["id"][1:]) % len(HOSTILE)]} for row in ROWS]
    found = picture(rows, group="metadata_topic", sort="natural", orientation="vertical")
    told = " ".join(found.texts("samples"))
    assert "<b>x</b>" in told
    assert "</script><script>alert(1)</script>" in column(found, "metadata_topic")
    assert "a b" in told
    assert {element.tag.split("}")[1] for element in found.part("samples").iter()} <= {"g", "path", "text"}
    heatmap(rows, group="metadata_topic").save(tmp_path / "hostile.png")
    assert (tmp_path / "hostile.png").stat().st_size > 10_000


def test_the_name_of_a_model_is_text_where_a_strip_tells_of_it():
    rows = [{**row, "model": f"<i>{row['model']}</i>"} for row in ROWS]
    for width in (300, 700):
        found = picture(rows, sort="<i>m1</i>", width=width)
        assert "i" not in {element.tag.split("}")[1] for element in found.root.iter()}


@pytest.mark.parametrize(
    ("group", "error", "said"),
    [
        ("metadata_topci", ValueError, "group='metadata_topci' is not a column.*Did you mean 'metadata_topic'"),
        (
            "score",
            ValueError,
            r"group=.score. differs within the sample .s\d+.: .0. and .1.; it must hold one value for each",
        ),
        ({"models": "metadata_topic"}, ValueError, "differs within the model 'm0': 'algebra' and 'logic'"),
        ({"modles": "family"}, ValueError, "'modles' must be 'samples', 'models'.*Did you mean 'models'"),
        (["family", "family"], ValueError, "'family' is named twice"),
        (["family", 3], TypeError, "group: 3 must be the name of a column"),
        (3, TypeError, "group=3 must be the name of a column, or a list of names"),
    ],
)
def test_what_is_no_group_says_so_at_the_call(group, error, said):
    with pytest.raises(error, match=said):
        heatmap(ROWS, group=group)


def test_a_column_of_lists_is_no_group():
    with pytest.raises(ValueError, match=r"group='tags' has the type VARCHAR\[\]"):
        sample_heatmap(data([{**row, "tags": ["a"]} for row in ROWS]), group="tags")
