"""Ordered categories: scales, stacks and inputs keep the order that the data declare, where nobody says another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .freeze import frozen
from .labels import CHANNELS
from .nodes import Column, Mark

if TYPE_CHECKING:
    from inspect_viz.data import Data

SCALES = {**CHANNELS, "symbol": ("symbol",)}
LITERAL = ("color", "symbol")
"""Scales that leave texts as they are: colours and names of symbols."""
ORDINAL = ("ordinal", "categorical", "band", "point")
FIXED = "Fixed"


def leveled(marks: Sequence[Mark], attributes: Mapping[str, object]) -> dict[str, object]:
    """Domains such as `xDomain` of the scales that show ordered categories and nothing else."""
    free = [
        scale
        for scale in SCALES
        if attributes.get(f"{scale}Domain", FIXED) == FIXED and attributes.get(f"{scale}Scale", "band") in ORDINAL
    ]
    return {f"{scale}Domain": domain for scale in free if (domain := _domain(scale, marks))}


def with_layers(mark: Mark) -> Mark:
    """The mark with the layers of its stack in the order of their values."""
    layers = mark.options.get("z")
    if mark.options.get("order") != "z" or not isinstance(layers, Column) or mark.data is None:
        return mark
    levels = present(mark.data, layers.name)
    return replace(mark, options=frozen({**mark.options, "order": levels})) if levels else mark


def present(data: Data, column: str) -> tuple[str | None, ...]:
    """The values of an ordered category that rows have, in its order; empty for another column."""
    return tuple(level for level, is_there in data.reader.levels(column).items() if is_there)


def _domain(scale: str, marks: Sequence[Mark]) -> tuple[str | None, ...]:
    """The values that are shown on a scale, in their order; empty where they have none."""
    declared: list[Mapping[str | None, bool]] = []
    constants: set[object] = set()
    for mark in marks:
        sort = mark.options.get("sort")
        if mark.notes is not None or (isinstance(sort, Mapping) and scale in sort):
            return ()
        for value in (mark.options.get(key) for key in SCALES[scale]):
            if isinstance(value, Column) and mark.data is not None:
                declared.append(mark.data.reader.levels(value.name))
            elif isinstance(value, tuple):
                constants.update(value)
            elif value is not None and not (scale in LITERAL and isinstance(value, str)):
                return ()
    every = [tuple(levels) for levels in declared]
    if len({*every}) != 1 or not constants <= {*every[0]}:
        return ()
    return tuple(level for level in every[0] if level in constants or any(levels[level] for levels in declared))
