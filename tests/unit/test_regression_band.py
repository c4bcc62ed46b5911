"""The band of a regression is the confidence interval of its line, by SciPy."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from plot_svg import svg_of
from scipy import stats

from inspect_viz import Data
from inspect_viz.mark import regression_y

RULE = np.random.default_rng(7)
X = np.round(RULE.uniform(0, 10, 60), 2)
ROWS = pd.DataFrame({"x": X, "y": np.round(20 + 4 * X + RULE.normal(0, 6, 60), 2), "kind": [*"ab"] * 30})
FRAME = {"width": 500, "height": 500, "margin": 50, "x_domain": [0, 10], "y_domain": [0, 100]}


def half(rows: pd.DataFrame, at: float, ci: float) -> float:
    """Half of the width of the interval of the mean at a place."""
    fit = stats.linregress(rows["x"], rows["y"])
    left = rows["y"] - fit.intercept - fit.slope * rows["x"]
    n, off = len(rows), rows["x"] - rows["x"].mean()
    error = np.sqrt((left**2).sum() / (n - 2) * (1 / n + (at - rows["x"].mean()) ** 2 / (off**2).sum()))
    return float(stats.t.ppf((1 + ci) / 2, n - 2) * error)


def bands(**options: object) -> list[list[float]]:
    """Half widths at the left and at the right end of each band that is drawn."""
    svg = svg_of(regression_y(Data.from_dataframe(ROWS), x="x", y="y", **options), **FRAME)
    areas = [path.get("d") for group in svg.iter() if group.get("aria-label") == "area" for path in group]
    found = []
    for area in areas:
        points = [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+),([-\d.]+)", str(area))]
        ends = [min(x for x, _ in points), max(x for x, _ in points)]
        heights = [[y for x, y in points if x == end] for end in ends]
        found.append([(max(ys) - min(ys)) / 2 / 4 for ys in heights])
    return found


@pytest.mark.parametrize("ci", [0.5, 0.95])
def test_the_band_holds_the_line_with_its_probability(ci: float) -> None:
    (drawn,) = bands(ci=ci)
    assert drawn == pytest.approx([half(ROWS, at, ci) for at in (X.min(), X.max())], rel=2e-3)


def test_each_group_has_its_band() -> None:
    drawn = bands(stroke="kind")
    groups = [rows for _, rows in ROWS.groupby("kind")]
    expected = [[half(rows, at, 0.95) for at in (rows["x"].min(), rows["x"].max())] for rows in groups]
    assert sorted(drawn) == [pytest.approx(ends, rel=2e-3) for ends in sorted(expected)]
