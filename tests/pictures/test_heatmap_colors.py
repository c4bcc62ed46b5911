"""Colours of the PNG read back through the legend that stands in it."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from heatmaps import data, drawn, graded, starts
from PIL import Image

from inspect_viz.plot import write_png
from inspect_viz.view import sample_heatmap

TOLERANCE = 0.01


def pixels_of(component, scale):
    png, width, height = write_png(None, component, scale=scale, padding=0)
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    assert pixels.shape == (height, width, 3)
    return pixels


def origin(root, wanted):
    """Where an element's own origin lies in the picture, by the translations around it."""

    def walk(element, x, y):
        for dx, dy in re.findall(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", "")):
            x, y = x + float(dx), y + float(dy)
        if element is wanted:
            return x, y
        return next((found for child in element if (found := walk(child, x, y))), None)

    return walk(root, 0.0, 0.0)


class Legend:
    """The ramp of a picture as a table from colours to values."""

    def __init__(self, picture, pixels, scale):
        ramp = picture.part("legend-ramp")
        steps = [step.get("d") for step in ramp]
        x, y = origin(picture.root, ramp)
        top = y + float(re.match(r"M[\d.]+ ([\d.]+)", steps[0]).group(1))
        middles = np.floor((x + np.arange(len(steps)) + 0.5) * scale).astype(int)
        between = np.arange(3 * len(steps) - 2) / 3
        row = pixels[round((top + 5) * scale), middles]
        low, high = float(ramp.get("data-domain-low")), float(ramp.get("data-domain-high"))
        self.colors = np.stack([np.interp(between, range(len(steps)), row[:, c]) for c in range(3)], axis=1)
        self.values = low + (high - low) * between / (len(steps) - 1)
        self.span = high - low

    def read(self, colors):
        """Values of colours; every one must be (nearly) in the legend."""
        flat, inverse = np.unique(colors.reshape(-1, 3), axis=0, return_inverse=True)
        distance = np.abs(flat[:, None] - self.colors[None]).sum(axis=2)
        assert distance.min(axis=1).max() <= 6
        return self.values[distance.argmin(axis=1)][inverse.ravel()].reshape(colors.shape[:-1])


def cell_centres(plot, scale):
    """Pixel under the middle of each cell, as rows and columns."""

    def centres(axis):
        return np.floor((starts(axis) + 0.5 * axis["step"]) * scale).astype(int)

    return np.ix_(centres(plot["y"]), centres(plot["x"]))


def values_of(plot):
    return plot["values"].reshape(len(plot["y"]["labels"]), len(plot["x"]["labels"]))


def component(models, samples, **options):
    return sample_heatmap(data(graded(models, samples)), **options)


def opened(picture_of, scale):
    found = drawn(picture_of, scale)
    pixels = pixels_of(picture_of, scale)
    return found, pixels, Legend(found, pixels, scale)


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize(
    ("models", "samples", "options", "paint"),
    [
        (4, 25, {"height": 200}, "rects"),
        (2, 5, {}, "rects"),
        (8, 120, {}, "rects"),
        (5, 170, {"width": 701, "height": 333, "margins": False}, "rects"),
        (25, 8, {"orientation": "vertical", "width": 437}, "rects"),
        (14, 400, {"width": 1300, "height": 300}, "raster"),
        (80, 90, {"width": 603, "height": 601}, "raster"),
    ],
)
def test_every_cell_reads_back_as_its_mean(models, samples, options, paint, scale):
    found, pixels, legend = opened(component(models, samples, **options), scale)
    assert found.plot["paint"] == paint
    read = legend.read(pixels[cell_centres(found.plot, scale)])
    assert np.abs(read - values_of(found.plot)).max() <= TOLERANCE


def overlap(axis, pixels, scale):
    """How much of each band lies under some pixels."""
    low, high = starts(axis)[:, None], starts(axis)[:, None] + axis["step"]
    pixels = np.asarray(pixels)
    return np.maximum(0, np.minimum(high, (pixels + 1) / scale) - np.maximum(low, pixels / scale)).sum(axis=1)


def between(axis, area_from, length, scale):
    """Pixels that are full of cells: none at the edges of the area and of gaps."""
    pixels = np.arange(int(np.ceil(area_from * scale)), int((area_from + length) * scale))
    begin, gaps = axis["start"], axis.get("gaps", {"before": [], "size": 0})
    free = [begin + b * axis["step"] + k * gaps["size"] for k, b in enumerate(gaps["before"])]
    return np.array([p for p in pixels if all((p + 1) / scale <= g or p / scale >= g + gaps["size"] for g in free)])


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize(
    ("models", "samples", "options"),
    [
        (3, 3000, {"width": 500}),
        (6, 1500, {"width": 333, "height": 121}),
        (150, 1200, {"width": 300, "height": 200}),
        (3, 1700, {"orientation": "vertical", "height": 400}),
        (4, 2000, {"width": 90, "height": 100}),
    ],
)
def test_regions_of_cells_below_a_pixel_read_back_as_their_mean(models, samples, options, scale):
    found, pixels, legend = opened(component(models, samples, **options), scale)
    plot = found.plot
    area, (x, y) = plot["area"], (plot["x"], plot["y"])
    assert plot["paint"] == "raster"
    assert min(x["step"], y["step"]) * scale < 3
    columns = between(x, area["x"], area["width"], scale)
    rows = between(y, area["y"], area["height"], scale)
    for n in (1, 3, 10):
        for k in range(n):
            across = np.array_split(columns, n)[k]
            down = np.array_split(rows, n)[-1 - k]
            if y["step"] * scale >= 3:
                down = [round((starts(y)[k % models] + 0.5 * y["step"]) * scale)]
            if x["step"] * scale >= 3:
                across = [round((starts(x)[k % models] + 0.5 * x["step"]) * scale)]
            block = pixels[np.ix_(down, across)]
            weights = np.outer(overlap(y, down, scale), overlap(x, across, scale))
            expected = (weights * values_of(plot)).sum() / weights.sum()
            assert abs(legend.read(block).mean() - expected) <= TOLERANCE * legend.span


def test_values_outside_zero_to_one_read_back_on_their_own_scale():
    rows = [{**row, "score_s": row["score_s"] * 40 - 13} for row in graded(4, 20)]
    found, pixels, legend = opened(sample_heatmap(data(rows)), 2)
    read = legend.read(pixels[cell_centres(found.plot, 2)])
    assert np.abs(read - values_of(found.plot)).max() <= TOLERANCE * legend.span


@pytest.mark.parametrize("scheme", ["greens", "magma", "cividis", "blues"])
def test_other_schemes_read_back_too(scheme):
    found, pixels, legend = opened(component(4, 20, color_scheme=scheme), 2)
    read = legend.read(pixels[cell_centres(found.plot, 2)])
    assert np.abs(read - values_of(found.plot)).max() <= 2 * TOLERANCE


def test_states_are_drawn_in_no_colour_of_the_legend():
    found, pixels, legend = opened(sample_heatmap(data(graded(4, 25, states=True)), height=200), 2)
    states = found.plot["states"].reshape(values_of(found.plot).shape)
    centre = pixels[cell_centres(found.plot, 2)]
    distance = np.abs(centre[:, :, None] - legend.colors[None, None]).sum(axis=3).min(axis=2)
    assert (distance[states == 0] <= 6).all()
    assert (distance[(states == 1) | (states == 2)] > 60).all()
