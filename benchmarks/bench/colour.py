"""Reads cells back through the drawn legend and compares them with the table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .tables import true_matrix

REGIONS = {
    "whole": (0, 1, 0, 1),
    "best model, easiest 5 %": (0.95, 1, 0, 0),
    "best model": (0, 1, 0, 0),
    "worst model, hardest 5 %": (0, 0.05, 1, 1),
    "worst model": (0, 1, 1, 1),
    "easiest quarter": (0.75, 1, 0, 1),
    "hardest quarter": (0, 0.25, 0, 1),
    "middle": (0.4, 0.6, 0.4, 0.6),
}
"""First and last part of the samples, then of the models (0, 0: the top row; 1, 1: the bottom row)."""
CENTRES_FROM = 2.0
"""Cells of this many pixels are read at their centres (rectangles have gaps), smaller ones pixel by pixel."""
Box = tuple[float, ...]
Legend = tuple[Any, Any]
"""Colours (n x 3) and their values (n)."""
OUTLIER = 14
"""A colour of the legend further than this from its neighbours' median is a tick drawn over it."""


@dataclass(frozen=True)
class Geometry:
    """Where a picture has its cells and its legend's colours, in client pixels."""

    area: Box
    ramp: Box
    low: float
    high: float
    vertical: bool

    @staticmethod
    def of(area: list[float] | None, ramp: Mapping[str, Any] | None) -> Geometry | None:
        """None without an area or a legend."""
        if not area or not ramp:
            return None
        return Geometry(tuple(area), tuple(ramp["box"]), ramp["low"], ramp["high"], ramp["vertical"])

    def scaled(self, scale: float, offset: float) -> Geometry:
        """The same in the pixels of an image that is `scale` times as large, after `offset` pixels of padding."""
        area, ramp = (tuple((v + offset) * scale for v in box) for box in (self.area, self.ramp))
        return Geometry(area, ramp, self.low, self.high, self.vertical)

    def errors(self, image: Path, cells: int) -> dict[str, float]:
        """For each region, the mean read from the image minus the true mean."""
        pixels = _pixels(image)
        scores = true_matrix(cells).to_numpy()
        legend = self._legend(pixels)
        return {name: _error(pixels, self.area, scores, legend, region) for name, region in REGIONS.items()}

    def _legend(self, pixels: Any) -> Legend:
        """Colours along the middle of the legend and their values."""
        import numpy as np

        x0, y0, x1, y1 = self.ramp
        start, end, middle = (y0, y1, (x0 + x1) / 2) if self.vertical else (x0, x1, (y0 + y1) / 2)
        at = np.arange(math.ceil(start), math.floor(end))
        colours = pixels[at, int(middle)] if self.vertical else pixels[int(middle), at]
        share = (at + 0.5 - start) / (end - start)
        values = self.low + (self.high - self.low) * (1 - share if self.vertical else share)
        return _extended(*_without_ticks(colours, values), (self.low, self.high))


def worst(errors: Mapping[str, float]) -> float:
    """The largest error, whatever its sign."""
    return max(abs(v) for v in errors.values())


def _pixels(image: Path) -> Any:
    import numpy as np
    from PIL import Image

    return np.asarray(Image.open(image).convert("RGB")).astype(float)


def _without_ticks(colours: Any, values: Any) -> tuple[Any, Any]:
    import numpy as np

    padded = np.pad(colours, ((3, 3), (0, 0)), mode="edge")
    windows = np.stack([padded[i : i + len(colours)] for i in range(7)])
    keep = np.abs(colours - np.median(windows, axis=0)).max(axis=1) <= OUTLIER
    return colours[keep], values[keep]


def _extended(colours: Any, values: Any, ends: tuple[float, float]) -> tuple[Any, Any]:
    """Goes on in a straight line from the last pixels' centres to the ends of the legend."""
    import numpy as np

    order = np.argsort(values)
    colours, values = colours[order], values[order]

    def extend(end: float, i: int, j: int) -> Any:
        return colours[i] + (colours[i] - colours[j]) * (end - values[i]) / (values[i] - values[j])

    first, last = extend(ends[0], 0, 5), extend(ends[1], -1, -6)
    return np.vstack([first, colours, last]), np.concatenate([[ends[0]], values, [ends[1]]])


def _read(colours: Any, legend: Legend) -> Any:
    """The value at the nearest point of the legend's path through colour space, for each colour (n x 3)."""
    import numpy as np

    path, values = legend
    start, step = path[:-1], np.diff(path, axis=0)
    length = np.maximum((step**2).sum(axis=1), 1e-9)
    found, inverse = np.unique(colours, axis=0, return_inverse=True)
    share = np.clip(((found[:, None, :] - start) * step).sum(axis=2) / length, 0, 1)
    distance = ((found[:, None, :] - (start + share[..., None] * step)) ** 2).sum(axis=2)
    at = values[:-1] + share * np.diff(values)
    nearest = distance <= distance.min(axis=1, keepdims=True) + 1e-9
    return ((at * nearest).sum(axis=1) / nearest.sum(axis=1))[inverse.ravel()]


def _error(pixels: Any, area: Box, scores: Any, legend: Legend, region: Box) -> float:
    """Mean drawn minus mean in the table, over the pixels that are read in a region."""
    columns = _axis(area[0], area[2], scores.shape[1], region[:2])
    rows = _axis(area[1], area[3], scores.shape[0], region[2:])
    truth = rows[1] @ scores @ columns[1].T
    drawn = _read(pixels[rows[0]][:, columns[0]].reshape(-1, 3), legend)
    return float(drawn.mean() - truth.mean())


def _axis(start: float, end: float, count: int, part: Box) -> tuple[Any, Any]:
    """The pixels read along one axis, and the share of each cell in each of them (pixels x cells)."""
    import numpy as np

    step = (end - start) / count
    first = min(round(part[0] * count), count - 1)
    last = max(round(part[1] * count), first + 1)
    cells = np.arange(first, last)
    if step >= CENTRES_FROM:
        return np.floor(start + (cells + 0.5) * step).astype(int), np.eye(count)[cells]
    at = np.arange(math.ceil(start + first * step), math.floor(start + last * step))
    edges = start + np.arange(count + 1) * step
    covered = np.minimum(at[:, None] + 1, edges[1:]) - np.maximum(at[:, None], edges[:-1])
    share = np.maximum(covered, 0)
    return at, share / share.sum(axis=1, keepdims=True)
