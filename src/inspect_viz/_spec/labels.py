"""Labels that Mosaic does not find by itself: those given to expressions, and names of columns written as SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .nodes import Column, Mark, Transform
from .results import computed

CHANNELS = {"x": ("x", "x1", "x2"), "y": ("y", "y1", "y2"), "fx": ("fx",), "fy": ("fy",), "color": ("fill", "stroke")}


def labels(marks: Sequence[Mark], given: Mapping[str, object]) -> dict[str, object]:
    """Attributes such as `xLabel` that are not given, where all marks that show the scale agree."""
    found = {f"{scale}Label": agreed(marks, keys) for scale, keys in CHANNELS.items() if f"{scale}Label" not in given}
    return {name: label for name, label in found.items() if label is not None}


def agreed(marks: Sequence[Mark], keys: Sequence[str]) -> str | None:
    """The one label of a scale, when at least one mark has it from here."""
    shown = [(mark, key) for mark in marks for key in first_shown(mark, keys)]
    texts = {label_of(mark.options[key]) for mark, key in shown}
    ours = any(is_ours(mark, key) for mark, key in shown)
    return texts.pop() if ours and len(texts) == 1 else None


def first_shown(mark: Mark, keys: Sequence[str]) -> list[str]:
    """The first of the channels that reads data, if any."""
    return [k for k in keys if isinstance(mark.options.get(k), Column | Transform)][:1]


def label_of(value: object) -> str | None:
    if isinstance(value, Column):
        return value.name
    label = value.options.get("label") if isinstance(value, Transform) else None
    return str(label) if label is not None else None


def is_ours(mark: Mark, key: str) -> bool:
    """Whether Mosaic would call the channel something else."""
    value = mark.options[key]
    return label_of(value) is not None and (isinstance(value, Transform) or key in computed(mark.options))
