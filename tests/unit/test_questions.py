"""The fifteen questions of issue 9 in Python and on paper: the planted answers that pages give, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import asked
import pandas as pd
import pytest
from heatmaps import Picture, drawn

from inspect_viz import Data
from inspect_viz.analysis import items, models, paired, suspects
from inspect_viz.view import sample_compare, sample_heatmap


@pytest.fixture(scope="module")
def data() -> Data:
    return Data.from_dataframe(asked.rows())


@pytest.fixture(scope="module")
def of_samples(data: Data) -> pd.DataFrame:
    return items(data).to_pandas().set_index("id")


@pytest.fixture(scope="module")
def of_models(data: Data) -> pd.DataFrame:
    return models(data).to_pandas().set_index("model")


def paper(data: Data, **options: Any) -> Picture:
    return drawn(sample_heatmap(data, **options))


def said(picture: Picture) -> str:
    return " ".join(picture.root.itertext())


def blocks(picture: Picture) -> dict[str, list[str]]:
    """What stands in each block."""
    return {b["label"]: picture.x[b["from"] : b["to"]] for b in picture.plot["beside"]["blocks"]}


def pair(data: Data, a: str, b: str) -> dict[str, Any]:
    [row] = [row for row in paired(data, baseline=b).to_pylist() if row["a"] == a]
    return dict(row)


def test_a_which_samples_does_nobody_or_everybody_solve(data: Data, of_samples: pd.DataFrame) -> None:
    picture = paper(data)
    for block, ids in (("nobody", asked.NOBODY), ("everybody", asked.EVERYBODY)):
        assert set(of_samples.index[of_samples.block == block]) == set(ids)
        assert set(blocks(picture)[block]) == set(ids)
    assert "3 samples nobody solves, 4 everybody." in said(picture)


def test_b_which_samples_separate_the_models(data: Data, of_samples: pd.DataFrame) -> None:
    assert set(of_samples.spread.nlargest(len(asked.DIVIDING)).index) == set(asked.DIVIDING)
    assert set(paper(data, sort={"samples": "disagreement"}).x[-5:]) == set(asked.DIVIDING)
    order = paper(data, sort={"samples": "discrimination"}).x
    assert set(order[:2]) == set(asked.WRONG)
    scored = of_samples.discrimination.dropna()
    assert list(scored[order[: len(scored)]]) == pytest.approx(sorted(scored))


def test_c_where_do_two_models_differ(data: Data) -> None:
    wins, losses = asked.better("amber", "birch"), asked.better("birch", "amber")
    found = pair(data, "amber", "birch")
    assert (found["n"], found["wins"], found["losses"]) == (59, len(wins), len(losses))
    assert found["p"] == pytest.approx(asked.p_of("amber", "birch"))
    picture = drawn(sample_compare(data, "amber", "birch"))
    assert f"amber better on {len(wins)}, birch on {len(losses)}, alike on 50" in said(picture)
    assert set(blocks(picture)["amber better"]) == set(wins)
    assert set(blocks(picture)["birch better"]) == set(losses)


def test_d_what_is_missing_and_why(data: Data, of_models: pd.DataFrame) -> None:
    assert of_models.error[of_models.error > 0].to_dict() == {"dune": 1, "elm": 1}
    told = said(paper(data))
    assert f"{len(asked.ERRORS)} errors" in told
    assert f"{len(asked.REFUSED)} refused" in told
    picture = sample_heatmap(data, details=["error"])
    assert f"Without a score: {len(asked.REFUSED)} refused, {len(asked.ERRORS)} errors." in str(picture.describe())
    assert asked.rows().error.ne("").sum() == len(asked.ERRORS)
    assert data.column_unique("error") == ["", asked.ERROR]


def test_e_which_samples_flip(data: Data, of_samples: pd.DataFrame) -> None:
    rates = {sample: len(which) / len(asked.MODELS) for sample, which in asked.FLIPPING.items()}
    assert of_samples.flip_rate[of_samples.flip_rate > 0].to_dict() == pytest.approx(rates)
    assert paper(data, sort={"samples": "flips"}).x[-2:] == ["flip-2", "flip-1"]


def test_f_open_that_transcript(data: Data) -> None:
    where = data.where("id = 'law-14' AND log = '01.eval' AND epoch = 1")
    assert where.column_unique("log_viewer") == [f"https://logs.example.org/{asked.MODELS.index('birch')}/law-14/1"]


def test_g_which_topic_is_weak(data: Data) -> None:
    means = asked.topics()
    table = paper(data, group="metadata_topic", level="groups")
    assert table.x == list(means.index)
    blocks = paper(data, group="metadata_topic")
    for topic, mean in means.items():
        assert f"{topic} \u00b7 {100 * mean:.0f} %" in said(blocks).replace("  ", " ")
    assert blocks.x[0].startswith("law")


def test_h_is_a_sample_mislabelled(data: Data) -> None:
    found = suspects(data).to_pandas()
    assert set(found.id) == set(asked.WRONG)
    assert found.telling.all()
    assert set(found.reason) == {"the 6 best fail, the 6 weakest pass"}
    assert "diamonds mark 2 suspects" in said(paper(data, suspects=True))


def test_i_find_a_sample_or_a_model(data: Data) -> None:
    assert paper(data.where("id = 'geometry-09'")).x == ["geometry-09"]
    assert paper(data.where("model = 'heath'")).y == ["heath"]


@pytest.mark.parametrize("epochs", [(1,), (1, 2)])
def test_j_what_changed_since_yesterday(epochs: Sequence[int]) -> None:
    data = Data.from_dataframe(asked.rows(epochs))
    found = pair(data, asked.TODAY, asked.YESTERDAY)
    assert (found["losses"], found["wins"]) == (len(asked.BROKEN), len(asked.FIXED))
    picture = drawn(sample_compare(data, asked.YESTERDAY, asked.TODAY))
    worse, fixed = ("broken", "fixed") if len(epochs) == 1 else ("worse", "better")
    assert set(blocks(picture)[worse]) == set(asked.BROKEN)
    assert set(blocks(picture)[fixed]) == set(asked.FIXED)
    assert f"{len(asked.BROKEN)} {worse}, {len(asked.FIXED)} {fixed}, {len(asked.LEVELS) - 19} alike" in said(picture)


def test_k_ids_of_the_hard_ones(data: Data, of_samples: pd.DataFrame) -> None:
    assert set(of_samples.index[of_samples.block == "few"]) == asked.hard()
    [few] = [ids for label, ids in blocks(paper(data)).items() if label.startswith("about 1\u20136")]
    assert set(few) == asked.hard()


def test_l_two_prompts_of_one_model(data: Data) -> None:
    gained, lost = len(asked.better(asked.CAREFUL, asked.PLAIN)), len(asked.better(asked.PLAIN, asked.CAREFUL))
    found = pair(data, asked.CAREFUL, asked.PLAIN)
    assert (found["wins"], found["losses"]) == (gained, lost)
    assert found["p"] == pytest.approx(asked.p_of(asked.PLAIN, asked.CAREFUL))
    assert f"{lost} worse, {gained} better" in said(drawn(sample_compare(data, asked.PLAIN, asked.CAREFUL)))


def test_m_does_refusing_differ_between_models(of_models: pd.DataFrame, data: Data) -> None:
    assert of_models.refused[of_models.refused > 0].to_dict() == {"jade": 5, "amber": 1}
    assert "cells: 5 refused" in str(sample_heatmap(data).describe())


def test_n_how_sure_is_the_ranking(data: Data) -> None:
    table = paired(data).to_pandas()
    adjusted, separated = asked.holm(zip(table.a, table.b, strict=True))
    assert table.p_holm.tolist() == pytest.approx(adjusted)
    assert (table.p_holm < 0.05).sum() == separated > 0


@pytest.mark.parametrize(("column", "value"), [("metadata_topic", "law"), ("metadata_length", "long")])
def test_o_what_if_only_some_samples_count(data: Data, column: str, value: str) -> None:
    left = asked.having(column, value, so=False)
    assert set(paper(data.where(f"{column} <> '{value}'")).x) == left
    kept = paper(data, state={"keep": {"samples": sorted(left)}})
    assert set(kept.x) == left
    assert f"only {len(left)} of {len(asked.LEVELS)} samples" in said(kept)
