"""What tests of pictures share: small tables, and pictures read back as numbers."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from inspect_viz import Data
from inspect_viz._host._figure import draw
from inspect_viz.view import sample_heatmap

BARE: dict[str, Any] = {"title": "", "subtitle": None, "legend": None, "margins": False}
"""Options of a heatmap around whose cells stand axes and nothing else."""

SVG = "{http://www.w3.org/2000/svg}"
STATES = (
    "ok",
    "absent",
    "pending",
    "unscored",
    "infinite",
    "unparsable",
    "empty",
    "refused",
    "invalidated",
    "failed",
    "limit",
    "error",
)
KINDS = {"u8": np.uint8, "u16": np.uint16, "u32": np.uint32, "f64": np.float64}


def unpacked(data: bytes) -> Any:
    """The payload or the details of a page, planes as arrays."""
    length = int.from_bytes(data[:4], "little")
    start = -(-(4 + length) // 8) * 8

    def numbers(value: dict[str, Any]) -> Any:
        kind, length = KINDS[value["$plane"]], value["length"]
        if "fill" in value:
            return np.full(length, value["fill"], kind)
        if "low" in value:
            return value["low"] | value["high"].astype(kind) << 8
        return np.frombuffer(data, kind, length, start + value["at"])

    def plane(value: dict[str, Any]) -> Any:
        if "$plane" not in value:
            return value
        return np.asarray(value["table"])[numbers(value)] if "table" in value else numbers(value)

    return json.loads(data[4 : 4 + length], object_hook=plane)


def placed_marks(payload: dict[str, Any]) -> list[dict[str, Any]]:
    """Each mark that answers, with the area and the axes of its plot."""
    return [{**mark, **plot} for plot in payload["plots"] for mark in plot["marks"]]


@dataclass(frozen=True)
class Picture:
    """A drawn picture: its svg, and the marks in it that answer, each in its place."""

    svg: str
    plots: list[dict[str, Any]]
    warnings: tuple[str, ...]
    width: int
    height: int

    @cached_property
    def root(self) -> ET.Element:
        return ET.fromstring(self.svg)

    @property
    def plot(self) -> dict[str, Any]:
        return self.plots[0]

    @property
    def x(self) -> list[str]:
        return list(self.plot["x"]["labels"])

    @property
    def y(self) -> list[str]:
        return list(self.plot["y"]["labels"])

    @property
    def counts(self) -> dict[str, int]:
        """States that occur, with how many cells are in them."""
        return {name: n for name, n in self.plot["counts"].items() if n}

    def cells(self) -> dict[tuple[str, str], tuple[float | None, str]]:
        """(x label, y label) -> value (None where there is none) and state."""
        pairs = [(x, y) for y in self.y for x in self.x]
        return {
            pair: (None if np.isnan(v) else float(v), STATES[s])
            for pair, v, s in zip(pairs, self.plot["values"], self.plot["states"], strict=True)
        }

    def values(self) -> dict[tuple[str, str], float | None]:
        return {pair: value for pair, (value, _) in self.cells().items()}

    def states(self) -> dict[tuple[str, str], str]:
        return {pair: state for pair, (_, state) in self.cells().items()}

    def texts(self, part: str | None = None) -> list[str]:
        """Texts of the picture in the order of the document, or those within a part of it."""
        within = self.root if part is None else self.part(part)
        return [] if within is None else ["".join(e.itertext()) for e in within.iter(f"{SVG}text")]

    def part(self, name: str) -> ET.Element | None:
        return next((e for e in self.root.iter() if e.get("data-part") == name), None)

    def origin(self, name: str) -> tuple[float, float]:
        """Where a part begins in the picture."""
        parents = {child: parent for parent in self.root.iter() for child in parent}
        element, x, y = self.part(name), 0.0, 0.0
        while element is not None:
            moved = re.match(r"translate\(([^,]+),([^)]+)\)", element.get("transform", ""))
            x, y = (x + float(moved[1]), y + float(moved[2])) if moved else (x, y)
            element = parents.get(element)
        return x, y

    def rects(self) -> list[ET.Element]:
        """The rectangles of cells, in the order of drawing."""
        paint = self.part("paint")
        return [] if paint is None else list(paint.iter(f"{SVG}rect"))

    def group(self, label: str) -> list[str]:
        """Texts within the first group with this aria-label, such as "x-axis tick label"."""
        group = next((e for e in self.root.iter() if e.get("aria-label") == label), None)
        return [] if group is None else ["".join(e.itertext()) for e in group.iter(f"{SVG}text")]


def drawn(component: Any, scale: float = 2.0) -> Picture:
    drawing = draw(component, scale=scale, planes=True).drawing
    plots = placed_marks(unpacked(drawing.matrix)) if drawing.matrix else []
    return Picture(drawing.svg, plots, drawing.warnings, drawing.width, drawing.height)


def told(component: Any) -> dict[str, list[str]]:
    """What tips say of the cells besides their values: texts by heading, and addresses as "links"."""
    (found,) = unpacked(draw(component, planes=True).drawing.details)
    columns = {**dict(zip(found["channels"], found["texts"], strict=True)), "links": found["hrefs"]}
    return {name: _texts(column) for name, column in columns.items()}


def _texts(column: dict[str, Any]) -> list[str]:
    text, ends = column["bytes"].tobytes().decode(), np.cumsum([0, *column["lengths"]])
    return [text[a:b] for a, b in pairwise(ends)]


def data(rows: Iterable[dict[str, Any]] | pd.DataFrame) -> Data:
    return Data.from_dataframe(rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows)))


def starts(axis: dict[str, Any]) -> Any:
    """Where the bands of an axis begin, with the gaps between its blocks."""
    n = np.arange(len(axis["labels"]))
    gaps = axis.get("gaps", {"before": [], "size": 0})
    return axis["start"] + n * axis["step"] + gaps["size"] * np.searchsorted(gaps["before"], n, side="right")


def heatmap(rows: Iterable[dict[str, Any]] | pd.DataFrame, **options: Any) -> Any:
    return sample_heatmap(data(rows), **options)


def picture(rows: Iterable[dict[str, Any]] | pd.DataFrame, **options: Any) -> Picture:
    return drawn(heatmap(rows, **options))


def scores(table: dict[str, dict[str, Any]], **columns: Any) -> list[dict[str, Any]]:
    """Rows from {model: {sample: score}}, with the same further columns in each."""
    return [
        {"id": sample, "model_display_name": model, "score_s": score, **columns}
        for model, samples in table.items()
        for sample, score in samples.items()
    ]


def graded(models: int, samples: int, states: bool = False) -> list[dict[str, Any]]:
    """Deterministic rows with scores of two decimals, all different within a row of few cells; perhaps with states."""
    rows = []
    for j in range(models):
        for i in range(samples):
            if states and (i * 13 + j * 7) % 43 == 7:
                continue
            score = ((i * 37 + j * 23 + i * i % 11) % 101) / 100
            row = {"id": f"q{i}", "model_display_name": f"model-{j}", "score_s": score, "error": "", "limit": None}
            if states:
                row["score_s"] = None if (i * 11 + j * 5) % 37 == 3 else score
                row["error"] = "boom" if (i * 5 + j * 11) % 41 == 4 else ""
                row["limit"] = "token" if (i * 3 + j * 2) % 31 == 5 else None
            rows.append(row)
    return rows
