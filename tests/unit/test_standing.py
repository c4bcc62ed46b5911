"""Where each sample stands among the others, beside pandas' ranks of a least-squares fit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from heatmaps import drawn

from inspect_viz import Data
from inspect_viz.view import sample_heatmap

RNG = np.random.default_rng(8)


def scores(samples: int, models: int, values: list[float], missing: float) -> pd.DataFrame:
    rows = [
        {"id": f"s{i}", "model": f"m{j}", "score_s": RNG.choice(values)}
        for i in range(samples)
        for j in range(models)
        if RNG.random() >= missing or i < 3
    ]
    return pd.DataFrame(rows)


def adjusted(frame: pd.DataFrame) -> pd.Series:
    """Least-squares means of the samples, by numpy's own solver."""
    wide = pd.get_dummies(frame[["id", "model"]].rename(columns=str), dtype=float)
    found = np.linalg.lstsq(wide.to_numpy(), frame["score_s"].to_numpy(), rcond=None)[0]
    effects = pd.Series(found, index=wide.columns)
    return effects.filter(like="id_").rename(lambda name: name[3:])


@pytest.mark.parametrize("missing", [0.0, 0.3])
@pytest.mark.parametrize("values", [[0.0, 1.0], list(np.arange(0, 10.5, 0.5))], ids=["binary", "grades"])
@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_ranks_are_those_of_least_squares_means(missing: float, values: list[float], orientation: str) -> None:
    frame = scores(60, 7, values, missing)
    cells = drawn(sample_heatmap(Data.from_dataframe(frame), orientation=orientation)).plot
    labels = cells["x" if orientation == "horizontal" else "y"]["labels"]
    expected = adjusted(frame).round(7).rank(method="min")
    ranks = np.cumsum(cells["standing"]["steps"].astype(np.uint32), dtype=np.uint32)
    assert dict(zip(labels, ranks.tolist(), strict=True)) == expected.astype(int).to_dict()
    assert cells["standing"]["threshold"] == (0.5 if values == [0.0, 1.0] else None)


def test_a_sample_without_a_score_has_no_rank_and_one_model_none() -> None:
    frame = scores(5, 3, [0.0, 1.0], 0.0)
    frame.loc[frame.id == "s2", "score_s"] = None
    cells = drawn(sample_heatmap(Data.from_dataframe(frame))).plot
    ranks = np.cumsum(cells["standing"]["steps"], dtype=np.uint32)
    assert [label for label, rank in zip(cells["x"]["labels"], ranks, strict=True) if rank == 0] == ["s2"]
    assert "standing" not in drawn(sample_heatmap(Data.from_dataframe(frame[frame.model == "m1"]))).plot
