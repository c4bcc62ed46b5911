"""Arguments of a heatmap that `plot` would name otherwise: sizes, labels, marks and scales."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NotGiven
from inspect_viz._util.suggest import did_you_mean, listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inspect_viz._spec.nodes import Mark

CONTINUOUS = ("linear", "pow", "sqrt", "log", "symlog", "sequential", "cyclical", "threshold", "quantile", "quantize")
DIVERGING = ("diverging", "diverging-log", "diverging-pow", "diverging-sqrt", "diverging-symlog")
COLOR_SCALES = (*CONTINUOUS, *DIVERGING)


def size(name: str, value: object, default: float) -> float:
    """A number of pixels above zero."""
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name}={value!r} must be a number of pixels")
    if not math.isfinite(value) or value <= 0:
        raise ValueError(f"{name}={value!r} must be a finite number of pixels above zero")
    return value


def default_size(name: str) -> float | None:
    """What `plot_defaults` says of a size."""
    from inspect_viz.plot._defaults import current

    value = current().get(name)
    return value if isinstance(value, int | float) else None


def label(name: str, given: object, column: str) -> str | None:
    """The label of an axis: the column's name unless there is another one, or None for none."""
    if isinstance(given, NotGiven):
        return column
    if given is not None and not isinstance(given, str):
        raise TypeError(f"{name}={given!r} must be text, None for no label, or NOT_GIVEN for the column's name")
    return given


def top_marks(marks: object) -> list[Mark]:
    """The marks that are drawn over the cells."""
    from inspect_viz._spec.nodes import Mark

    found: list[Mark] = [] if marks is None else list(marks) if isinstance(marks, list | tuple) else [marks]  # type: ignore[list-item]
    for mark in found:
        if not isinstance(mark, Mark):
            raise TypeError(f"marks={mark!r} must be a mark such as text(...) or rule_x(...), or a sequence of marks")
    return found


def check_scales(attributes: Mapping[str, object]) -> None:
    """ValueError for scales that cannot hold cells or colour numbers."""
    for name in ("x_scale", "y_scale"):
        if attributes.get(name) not in (None, "band"):
            raise ValueError(f"{name}={attributes[name]!r} cannot hold the cells of a heatmap; it must be 'band'")
    scale = attributes.get("color_scale")
    if scale is not None and scale not in COLOR_SCALES:
        hint = did_you_mean(scale, COLOR_SCALES)
        raise ValueError(f"color_scale={scale!r} cannot colour numbers; accepted: {listing(COLOR_SCALES, 20)}.{hint}")
