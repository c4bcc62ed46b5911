"""What marks of bins, densities and contours tell, by DuckDB and NumPy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pytest
from answering import Answering, answering

from inspect_viz import Data
from inspect_viz.mark import contour, dense_line, density, density_y, heatmap, raster, raster_tile
from inspect_viz.plot import plot
from inspect_viz.transform import avg

SAMPLES = pd.read_csv(Path(__file__).parents[2] / "examples" / "gallery" / "samples.csv")
SIZE: dict[str, Any] = {"width": 460, "height": 260, "margin": 30}
"""A frame of 400 by 200 units."""
MOST = 2500


def alone(mark: Any, **attributes: Any) -> Answering:
    [found] = answering(plot(mark, **{**SIZE, **attributes}))
    return found


def samples() -> Data:
    return Data.from_dataframe(SAMPLES)


def test_bins_of_a_raster_tell_the_mean_of_their_rows() -> None:
    made = raster(samples(), x="difficulty", y="score", fill=avg("turns"), pixel_size=20, pad=0, tip=True)
    found = alone(made, x_domain=[0, 10], y_domain=[0, 1])
    expected = duckdb.sql(
        "SELECT floor(difficulty * 2)::INT, floor(score * 10)::INT, avg(turns) FROM SAMPLES "
        "WHERE difficulty < 10 AND score < 1 GROUP BY ALL"
    ).fetchall()
    told = zip(found.spans("difficulty"), found.spans("score"), found.numbers("avg(turns)"), strict=True)
    bins = {(round(2 * x[0]), round(10 * y[0])): mean for x, y, mean in told}
    assert bins == pytest.approx({(i, j): mean for i, j, mean in expected})
    for (i, j), place in zip(bins, found.places, strict=True):
        box = [found.at("x", i / 2), found.at("y", (j + 1) / 10), found.at("x", (i + 1) / 2), found.at("y", j / 10)]
        assert place == pytest.approx(box, abs=0.6)
    assert len(found.facts["colors"]["table"]) > 1


def test_bins_from_an_origin_on_tell_where_they_begin() -> None:
    made = raster_tile(samples(), x="difficulty", y="score", pixel_size=20, origin=[0.25, 0.05], tip=True)
    found = alone(made, x_domain=[1, 9], y_domain=[0, 1])
    spans = list(zip(found.spans("difficulty"), found.spans("score"), found.numbers("count"), strict=True))
    (x, y, _), width, height = spans[0], 8 / 19, 1 / 9
    assert (x[0] - 0.25) / width == pytest.approx(round((x[0] - 0.25) / width), abs=0.05)
    assert (y[0] - 0.05) / height == pytest.approx(round((y[0] - 0.05) / height), abs=0.05)
    for (x0, x1), (y0, y1), n in spans:
        a, b = (0.25 + round((end - 0.25) / width) * width for end in (x0, x1))
        c, d = (0.05 + round((end - 0.05) / height) * height for end in (y0, y1))
        own = SAMPLES.query("@a <= difficulty < @b and @c <= score < @d")
        if a > 1 and b < 9 and c > 0 and d < 1:
            assert n == len(own)


def test_counts_are_told_by_group_where_there_are_groups() -> None:
    made = raster(samples(), x="difficulty", y="score", fill="outcome", pixel_size=40, pad=0, tip=True)
    found = alone(made, x_domain=[0, 10], y_domain=[0, 1])
    expected = duckdb.sql(
        "SELECT floor(difficulty)::INT, floor(score * 5)::INT, outcome, count(*) FROM SAMPLES "
        "WHERE difficulty < 10 AND score < 1 GROUP BY ALL"
    ).fetchall()
    told = zip(
        found.spans("difficulty"), found.spans("score"), found.told["outcome"], found.numbers("count"), strict=True
    )
    assert {(round(x[0]), round(5 * y[0]), name, n) for x, y, name, n in told} == set(expected)


def smoothed(nx: int, ny: int, sigma: tuple[float, float]) -> np.ndarray[Any, Any]:
    """Rows spread over the four bins around them, then smoothed by a normal curve: what a heatmap estimates."""
    grid = np.zeros((ny, nx))
    x = SAMPLES["difficulty"].to_numpy() / 10 * (nx - 1)
    y = SAMPLES["score"].to_numpy() * (ny - 1)
    for i, j in ((0, 0), (0, 1), (1, 0), (1, 1)):
        u, v = np.minimum(np.floor(x).astype(int) + i, nx - 1), np.minimum(np.floor(y).astype(int) + j, ny - 1)
        np.add.at(
            grid, (v, u), np.clip(1 - abs(x - np.floor(x) - i), 0, 1) * np.clip(1 - abs(y - np.floor(y) - j), 0, 1)
        )
    for axis, (size, s) in enumerate(zip((ny, nx), sigma[::-1], strict=True)):
        at = np.arange(size)
        kernel = np.exp(-((at[:, None] - at) ** 2) / (2 * s * s)) / (s * np.sqrt(2 * np.pi))
        grid = np.apply_along_axis(lambda line, kernel=kernel: kernel @ line, axis, grid)
    return grid


def test_a_heatmap_tells_the_density_at_places() -> None:
    made = heatmap(samples(), x="difficulty", y="score", bandwidth=15, pixel_size=2, tip=True)
    found = alone(made, x_domain=[0, 10], y_domain=[0, 1])
    assert 500 < len(found.places) <= MOST
    expected = smoothed(200, 100, (15 * 199 / 400, 15 * 99 / 200))
    told = zip(found.numbers("difficulty"), found.numbers("score"), found.numbers("density"), strict=True)
    errors = [density - expected[round(y * 99), round(x / 10 * 199)] for x, y, density in told]
    assert np.abs(errors).max() < 0.02 * expected.max()


def test_a_curve_of_densities_holds_all_rows_of_its_group() -> None:
    found = alone(density_y(samples(), x="score", fill="topic", bandwidth=8, tip=True), x_domain=[-1, 2])
    assert found.facts["along"] == "x"
    assert len(found.places) <= 4 * 110
    curves: dict[str, list[tuple[float, float]]] = {}
    for x, topic, value in zip(found.numbers("score"), found.told["topic"], found.numbers("density"), strict=True):
        curves.setdefault(topic, []).append((x, value))
    held = {topic: np.trapezoid(*np.array(curve).T[::-1]) for topic, curve in curves.items()}
    assert held == pytest.approx(SAMPLES["topic"].value_counts().to_dict(), rel=0.02)
    unit = found.at("y", 0) - found.at("y", 1)
    heights = (found.places[:, 1] - found.places[:, 3]) / unit
    assert np.abs(heights) == pytest.approx(found.numbers("density"), abs=0.03 / unit)


def test_places_of_a_density_hold_all_rows() -> None:
    found = alone(density(samples(), x="difficulty", y="score", r="density", pixel_size=20, bandwidth=20, tip=True))
    density_told = np.array(found.numbers("density"))
    step = np.diff(np.unique(found.numbers("difficulty"))).min() * np.diff(np.unique(found.numbers("score"))).min()
    assert density_told.sum() * step == pytest.approx(len(SAMPLES), rel=0.15)
    middles = (found.places[:, :2] + found.places[:, 2:]) / 2
    assert middles[:, 0] == pytest.approx([found.at("x", x) for x in found.numbers("difficulty")], abs=0.6)
    assert middles[:, 1] == pytest.approx([found.at("y", y) for y in found.numbers("score")], abs=0.6)


def test_contours_tell_their_level_and_answer_by_their_line_or_what_they_hold() -> None:
    lines = alone(contour(samples(), x="difficulty", y="score", stroke="outcome", thresholds=[0.002, 0.005], tip=True))
    assert set(lines.told["density"]) == {"0.002", "0.005"}
    assert set(lines.told["outcome"]) == set(SAMPLES["outcome"])
    assert not lines.facts["outlines"]["isFilled"]
    filled = alone(contour(samples(), x="difficulty", y="score", fill="density", thresholds=[0.01, 0.04], tip=True))
    assert filled.facts["outlines"]["isFilled"]
    sizes = {
        density: np.prod(place[2:] - place[:2])
        for density, place in zip(filled.told["density"], filled.places, strict=True)
    }
    assert sizes["0.01"] > sizes["0.04"]
    assert list(sizes) == ["0.01", "0.04"]


def test_dense_lines_tell_how_many_lines_run_through_a_bin() -> None:
    walks = pd.DataFrame(
        {"step": [0, 10] * 4, "value": [10, 10, 10, 10, 30, 30, 10, 30], "walk": np.repeat(range(4), 2)}
    )
    made = dense_line(Data.from_dataframe(walks), x="step", y="value", z="walk", pixel_size=20, bandwidth=0, tip=True)
    found = alone(made, y_domain=[0, 40])
    spans = list(zip(found.spans("value"), found.numbers("density"), strict=True))
    for value, most, usual in ((30, 2, 1), (10, 3, 2)):
        told = [n for (low, high), n in spans if low <= value < high]
        assert max(told) == most
        assert told.count(usual) > 10


def test_a_page_carries_no_more_than_some_thousand_bins() -> None:
    made = raster(samples(), x="difficulty", y="score", bandwidth=10, tip=True)
    found = alone(made)
    assert MOST / 4 < len(found.places) <= MOST
