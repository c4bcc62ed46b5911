"""The table of topics: one column a group of samples."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import numpy as np
import pytest
from heatmaps import drawn, heatmap, picture, told
from runtime_v8 import context
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from test_view_groups import ROWS, TABLE


def means(rows):
    assert len(rows)
    asked = "SELECT metadata_topic, model, avg(score), count(score) FROM rows GROUP BY ALL"
    return {(topic, model): (mean, n) for topic, model, mean, n in duckdb.sql(asked).fetchall()}


def told_of(component, plot):
    """What tips say of cells besides their mean: texts by column and row."""
    found = told(component)
    pairs = [(x, y) for y in plot["y"]["labels"] for x in plot["x"]["labels"]]
    return [dict(zip(pairs, texts, strict=True)) for name, texts in found.items() if name != "links"]


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_cells_are_the_means_of_topics(orientation):
    found = picture(ROWS, group="metadata_topic", level="groups", orientation=orientation)
    across = orientation == "horizontal"
    values = {(x, y) if across else (y, x): value for (x, y), value in found.values().items()}
    assert values == {pair: pytest.approx(mean, abs=1e-12) for pair, (mean, _) in means(TABLE).items()}
    assert (found.x if across else found.y[::-1]) == ["logic", "geometry", "algebra"]
    usual = picture(ROWS, orientation=orientation)
    assert (found.y, found.plot["margin"]["rows"]) == (usual.y, usual.plot["margin"]["rows"]) if across else found.x
    assert found.plot["x" if across else "y"]["name"] == "topic"
    assert "standing" not in found.plot


def test_every_mean_is_printed_and_those_of_all_models_stand_above():
    found = picture(ROWS, group="metadata_topic", level="groups")
    printed = found.texts("paint")
    assert len(printed) == 24
    assert {float(text) for text in printed} == {round(mean, 2) for mean, _ in means(TABLE).values()}
    overall = TABLE.groupby("metadata_topic")["score"].mean().sort_values()
    assert [text for text in found.texts("samples") if "%" in text] == [f"{round(100 * mean)} %" for mean in overall]
    assert "samples by topic, hardest first" in " ".join(found.texts("footer"))


def test_tips_tell_how_many_samples_and_the_interval():
    rows = TABLE[~((TABLE["model"] == "m1") & (TABLE["id"].isin(["s0", "s3"])))]
    component = heatmap(rows, group="metadata_topic", level="groups")
    samples, intervals = told_of(component, drawn(component).plot)
    assert samples["algebra", "m1"] == "18 of 20"
    assert samples["algebra", "m2"] == "20"
    for pair, (mean, n) in means(rows).items():
        low, high = proportion_confint(round(mean * n), n, method="wilson")
        assert intervals[pair] == f"{low:.3f} to {high:.3f}, Wilson\u2019s for shares".replace("0.", "0.")


def test_intervals_of_grades_are_students():
    rows = TABLE.assign(score=TABLE["score"] * 3 + TABLE["metadata_level"])
    component = heatmap(rows, group="metadata_topic", level="groups")
    _, intervals = told_of(component, drawn(component).plot)
    own = rows[(rows["metadata_topic"] == "logic") & (rows["model"] == "m4")]["score"]
    low, high = stats.t.interval(0.95, len(own) - 1, own.mean(), stats.sem(own))
    text = intervals["logic", "m4"].split(",")[0].split(" to ")
    assert [float(end) for end in text] == [pytest.approx(low, abs=0.01), pytest.approx(high, abs=0.01)]


def test_a_topic_that_a_model_lacks_is_no_mean():
    rows = TABLE[~((TABLE["model"] == "m1") & (TABLE["metadata_topic"] == "logic"))].assign(error="")
    failed = (rows["model"] == "m2") & (rows["metadata_topic"] == "logic")
    rows = rows.assign(score=rows["score"].mask(failed), error=rows["error"].mask(failed, "boom"))
    found = picture(rows, group="metadata_topic", level="groups")
    assert found.cells()["logic", "m1"] == (None, "absent")
    assert found.cells()["logic", "m2"] == (None, "error")
    assert found.counts == {"absent": 1, "error": 1}


def test_several_columns_make_one_column_each():
    found = picture(ROWS, group=["metadata_topic", "family"], level="groups")
    assert sorted(found.x) == ["algebra", "geometry", "logic"]
    assert len(found.plot["y"]["gaps"]["before"]) == 2
    assert [own["name"] for own in found.plot["attributes"]] == ["family"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"level": "groups"}, "level='groups' shows groups of samples; group= must name a column of samples"),
        ({"level": "groups", "group": "family"}, "group= must name a column of samples"),
        ({"level": "groups", "group": "metadata_topic", "suspects": True}, "level='groups' shows none"),
        ({"level": "group"}, "level='group' must be 'samples', 'groups'.*Did you mean 'groups'"),
    ],
)
def test_what_is_no_level_says_so_at_the_call(options, said):
    with pytest.raises(ValueError, match=said):
        heatmap(ROWS, **options)


def oracle(table, parts, scored=None):
    v8 = context(Path(__file__).with_name("analysis_oracle.js"))
    plane = {
        "values": [None if np.isnan(v) else v for v in table.ravel()],
        "rows": len(table),
        "columns": table.shape[1],
    }
    return json.loads(v8.call("groupsOracle", json.dumps({"table": plane, "parts": parts, "scored": scored})))


def test_the_table_of_topics_has_the_intervals_of_the_margin():
    random = np.random.default_rng(4)
    parts = [{"from": 0, "to": 12}, {"from": 12, "to": 13}, {"from": 13, "to": 40}, {"from": 40, "to": 42}]
    passed = (random.uniform(size=(5, 42)) < 0.6).astype(float)
    passed[random.uniform(size=passed.shape) < 0.2] = np.nan
    passed[:, 40:] = np.nan
    for table, is_passed in ((passed, True), (random.normal(size=(5, 42)), False)):
        for cell, (m, part) in zip(oracle(table, parts), [(m, part) for m in range(5) for part in parts], strict=True):
            own = table[m, part["from"] : part["to"]]
            own = own[~np.isnan(own)]
            assert (cell["n"], cell["of"]) == (len(own), part["to"] - part["from"])
            if not len(own):
                assert cell == {"mean": None, "low": None, "high": None, "method": None, "n": 0, "of": cell["of"]}
                continue
            assert cell["mean"] == pytest.approx(own.mean(), abs=1e-12)
            if is_passed:
                low, high = proportion_confint(own.sum(), len(own), method="wilson")
                assert (cell["low"], cell["high"]) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))
            elif len(own) > 1:
                fit = stats.t.interval(0.95, len(own) - 1, own.mean(), stats.sem(own))
                assert (cell["low"], cell["high"]) == (pytest.approx(fit[0], abs=1e-9), pytest.approx(fit[1], abs=1e-9))
            else:
                assert cell["low"] is None
