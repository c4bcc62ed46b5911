"""What Mosaic has no word for, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inspect_viz._spec.sidecar import CellNotes, Sidecar

STATES = ("error", "limit", "infinite", "failed", "invalidated", "refused", "empty", "unparsable", "pending")
MARKS: Mapping[tuple[str, ...], str] = {
    STATES: "states of cells and their signs",
    ("link",): "links of cells",
    ("details",): "texts of rows",
    ("text",): "values in cells",
    ("group",): "groups of bands",
    ("bars",): "bars of attributes",
    ("versus", "baseline"): "what is compared",
    ("split",): "rows of cells side by side",
    ("suspects",): "signs of suspects",
}
"""Notes of cells, and what they stand for."""

INSETS = ("inset", "insetX", "insetY")


def of_plot(notes: Mapping[str, Any]) -> Iterator[str]:
    """Of what stands around a plot."""
    if "title" in notes:
        yield "titles"
    if "frame" in notes:
        yield "headers, margins beside cells, and footers of views"
    if "problems" in notes or "remarks" in notes:
        yield "notes on what is wrong with the data"


def of_legend(notes: Mapping[str, Any]) -> Iterator[str]:
    """Of where a legend stands."""
    if notes.get("frameAnchor", "bottom") != "bottom" or any(notes.get(name) is not None for name in INSETS):
        yield "places of legends"


def of_marks(sidecar: Sidecar) -> Iterator[str]:
    """Of marks, in the order of their names here."""
    for names, words in MARKS.items():
        if any(_has(mark, name) for mark in sidecar.marks.values() for name in names):
            yield words
    if sidecar.apart:
        yield "texts that move apart"


def _has(mark: CellNotes, name: str) -> bool:
    return getattr(mark, name) not in (None, (), False)
