"""How the cells of a heatmap look."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypedDict

from inspect_viz._util.suggest import did_you_mean, listing

DEFAULT_INSET = 1.0
AUTO = "auto"


class CellOptions(TypedDict, total=False):
    """How the cells of a heatmap look.

    Attributes:
        inset: Space between a cell's edge and its colour, in pixels; default 1. Small cells get less.
        text: CSS colour of the value printed in each cell, or "auto" for black or white, whichever stands out from
            the cell. Values are left out where the cells are too small. None prints none: the default of
            `sample_heatmap`; that of `heatmap` and `scores_heatmap` is "auto".
    """

    inset: float | None
    text: str | None


def checked(options: CellOptions | None, text: str | None = None) -> tuple[float, str | None]:
    """Inset and text colour of cell options, `text` where they say none; ValueError or TypeError for anything else."""
    if options is None:
        return DEFAULT_INSET, text
    if not isinstance(options, Mapping):
        raise TypeError(f"cell={options!r} must be CellOptions, a dict with the keys 'inset' and 'text'")
    known = list(CellOptions.__annotations__)
    for name in options:
        if name not in known:
            raise ValueError(f"cell: unknown key {name!r}; accepted: {listing(known)}.{did_you_mean(name, known)}")
    return _inset(options.get("inset")), _text(options.get("text", text))


def _inset(value: object) -> float:
    if value is None:
        return DEFAULT_INSET
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"cell: inset={value!r} must be a number of pixels")
    if not math.isfinite(value) or value < 0:
        raise ValueError(f"cell: inset={value!r} must be a finite number of pixels, zero or more")
    return float(value)


def _text(value: object) -> str | None:
    if value is None:
        return None
    from inspect_viz._spec.colors import is_color

    if not isinstance(value, str):
        raise TypeError(f"cell: text={value!r} must be a CSS colour, {AUTO!r} or None")
    if value == AUTO:
        return value
    if not is_color(value) or value.strip().lower().startswith(("url", "var")):
        raise ValueError(f"cell: text={value!r} is not a CSS colour such as 'black' or '#334155'")
    return value
