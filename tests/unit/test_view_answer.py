"""The planes of a picture are what DuckDB says of the same rows: values, states, tallies, whatever their order."""

from __future__ import annotations

import duckdb
import numpy as np
import pandas as pd
import pytest
from heatmaps import STATES, drawn, heatmap

OK, ABSENT, UNSCORED, INFINITE, LIMIT, ERROR = map(
    STATES.index, ("ok", "absent", "unscored", "infinite", "limit", "error")
)
ORACLE = """
    SELECT id, model, avg(s) FILTER (WHERE isfinite(s)) AS value, count(*) AS rows,
        count(*) FILTER (WHERE isfinite(s)) AS scored, count(*) FILTER (WHERE error <> '') AS errors,
        count(*) FILTER (WHERE "limit" <> '' AND NOT coalesce(error, '') <> '') AS limits,
        count(*) FILTER (WHERE isinf(s)) AS infinite
    FROM (SELECT *, score_a AS s FROM frame) GROUP BY id, model
"""


def rows(seed: int, samples: int, models: int, epochs: int, troubles: bool) -> pd.DataFrame:
    """Rows in any order; some cells without any; scores that are not finite; errors and limits, with scores or not."""
    random = np.random.default_rng(seed)
    frame = pd.DataFrame(
        [(f"s{i}", f"m{j}", e) for i in range(samples) for j in range(models) for e in range(epochs)],
        columns=["id", "model", "epoch"],
    ).assign(score_a=random.choice([0.1, 0.25, 1 / 3, 1, np.nan, np.inf], samples * models * epochs))
    if troubles:
        frame["error"] = random.choice(["", "boom"], len(frame), p=[0.9, 0.1])
        frame["limit"] = random.choice(["", "token"], len(frame), p=[0.9, 0.1])
    return frame.sample(frac=0.9, random_state=seed).reset_index(drop=True)


def expected(frame: pd.DataFrame) -> dict[tuple[str, str], tuple[float, int, int, int, int, int]]:
    frame = frame if "error" in frame else frame.assign(error="", limit="")
    found = duckdb.connect(config={"threads": 1}).execute(ORACLE).fetchall()
    assert len(frame)
    return {(i, m): (np.nan if v is None else v, *counts) for i, m, v, *counts in found}


def state(value: float, n: int, scored: int, errors: int, limits: int, infinite: int) -> int:
    if errors or limits:
        return ERROR if errors else LIMIT
    if infinite:
        return INFINITE
    return OK if scored == n else UNSCORED


@pytest.mark.parametrize("troubles", [False, True])
@pytest.mark.parametrize("epochs", [1, 3, 7])
@pytest.mark.parametrize(("samples", "models"), [(9, 4), (300, 3), (3, 300)])
@pytest.mark.parametrize("order", ["ascending", None, {"x": {"value": "fill", "reduce": "max", "limit": 5}}])
def test_planes_are_what_duckdb_says(samples, models, epochs, troubles, order):
    check(rows(samples + epochs, samples, models, epochs, troubles), order)


@pytest.mark.parametrize("troubles", [False, True])
@pytest.mark.parametrize("order", ["ascending", None])
def test_rows_that_could_be_the_only_ones_of_their_cells_and_are_not(troubles, order):
    """Each sample has as many rows as there are models, and each model as many as samples; some cells have two."""
    frame = rows(1, 40, 4, 1, troubles)
    full = pd.MultiIndex.from_product(
        [[f"s{i}" for i in range(40)], [f"m{j}" for j in range(4)]], names=["id", "model"]
    )
    frame = frame.set_index(["id", "model"]).reindex(full).reset_index().fillna({"error": "", "limit": ""})
    numbers = np.arange(len(frame))
    moved = numbers % 4 == numbers // 4 % 4
    frame.loc[moved, "model"] = [f"m{(i % 4 + 1) % 4}" for i in numbers[moved]]
    assert set(frame.groupby("id").size()) == {4}
    assert set(frame.groupby("model").size()) == {40}
    assert frame.duplicated(["id", "model"]).sum() == 40
    check(frame.sample(frac=1, random_state=2).reset_index(drop=True), order)


def check(frame: pd.DataFrame, order: object) -> None:
    picture = drawn(heatmap(frame, sort=order))
    oracle = expected(frame)
    planes = picture.plot
    size = len(picture.x) * len(picture.y)
    pairs = [(x, y) for y in picture.y for x in picture.x]
    truth = [oracle.get(pair) for pair in pairs]
    np.testing.assert_array_equal(planes["values"], [t[0] if t else np.nan for t in truth])
    assert planes["states"].tolist() == [state(*t) if t else ABSENT for t in truth]
    several = any(t and t[1] > 1 for t in truth)
    assert ("rows" in planes) == several
    for k, name in enumerate(("rows", "scored", "errors", "limits"), start=1):
        if several:
            assert planes[name].tolist() == [t[k] if t else 0 for t in truth]
    assert picture.counts.get("absent", 0) == truth.count(None)
    assert len(planes["values"]) == size


@pytest.mark.parametrize("n", [255, 256, 65_535, 65_536])
def test_a_cell_of_very_many_rows_is_counted_whole(n):
    score = np.arange(n) % 5 / 4
    score[0] = np.nan
    frame = pd.DataFrame({"id": "a", "model": "m", "score_a": score})
    planes = drawn(heatmap(frame)).plot
    assert (planes["rows"].tolist(), planes["scored"].tolist()) == ([n], [n - 1])
    assert planes["values"][0] == pytest.approx(np.nanmean(score), abs=1e-12)


@pytest.mark.parametrize("n", [256, 257])
def test_bands_beyond_a_byte_stay_apart(n):
    frame = pd.DataFrame({"id": [str(i) for i in range(n)], "model": "m", "score_a": np.arange(n) / n})
    assert drawn(heatmap(frame)).values() == {(str(i), "m"): i / n for i in range(n)}
