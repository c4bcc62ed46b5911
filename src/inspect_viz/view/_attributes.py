"""Which attributes of `plot` a heatmap has; one without an effect is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes, ViewAttributes
from inspect_viz._spec.signature import lists_options
from inspect_viz._util.suggest import did_you_mean, listing

CONTINUOUS = ("linear", "pow", "sqrt", "log", "symlog", "sequential", "cyclical", "threshold", "quantile", "quantize")
DIVERGING = ("diverging", "diverging-log", "diverging-pow", "diverging-sqrt", "diverging-symlog")
COLOR_SCALES = (*CONTINUOUS, *DIVERGING)

OF_COLOR_SCALES = {
    "color_base": ("log", "diverging-log"),
    "color_constant": ("symlog", "diverging-symlog"),
    "color_exponent": ("pow", "diverging-pow"),
    "color_n": ("quantile", "quantize"),
    "color_pivot": DIVERGING,
    "color_symmetric": DIVERGING,
}
"""Attributes that only some colour scales have."""

OF_MARKS = re.compile("(fx|fy|facet|r|length|opacity|symbol)_.*|clip")
"""Attributes that nothing but marks on top can need."""

_BANDS = "the axes of a heatmap hold names, not numbers"
REFUSED = {
    "[xy]_(base|clamp|constant|exponent|nice|zero)": _BANDS,
    "[xy]_tick_spacing": "the labels of a heatmap keep their distance by themselves; x_ticks and y_ticks name some",
    "xy_domain": "samples and models have nothing in common; use x_domain and y_domain",
    "projection_.*": "a heatmap is no map",
    "aspect_ratio": "width and height say how large a heatmap is",
}
"""Attributes that no heatmap has, and why."""


FOR_CLASSES = frozenset(
    "accent category10 dark2 observable10 paired pastel1 pastel2 set1 set2 set3 tableau10".split()  # noqa: SIM905
)


def has_attribute(name: str) -> bool:
    """Whether some heatmap has an attribute."""
    return not any(re.fullmatch(pattern, name) for pattern in REFUSED)


listed = lists_options(ViewAttributes, explanations.ATTRIBUTES, has_attribute)
"""A decorator of views that take margins in a way of their own: help() and Tab list the attributes that they have."""

listed_with_margins = lists_options(PlotAttributes, explanations.ATTRIBUTES, has_attribute)
"""The same for other views."""


def check_attributes(given: Mapping[str, object], marks: bool) -> None:
    """ValueError for attributes that a heatmap does not have, and for scales that cannot hold cells or colour numbers.

    Args:
        given: The attributes; those that are None, or ask for nothing, are let pass.
        marks: Whether there are marks on top of the cells.
    """
    attributes = {name: value for name, value in given.items() if value is not None and value is not False}
    for name, value in attributes.items():
        why = _why_refused(name, value, marks)
        if why is not None:
            raise ValueError(f"{name}={value!r} has no effect: {why}")
    _check_positions(attributes)
    _check_colors({**attributes, **{name: given[name] for name in ("color_scale", "color_clamp") if name in given}})


def check_models_of_domain(given: Mapping[str, object], across: bool, needed: Iterable[str]) -> None:
    """ValueError if the domain of the models leaves out one by whose scores samples stand.

    Args:
        given: The attributes.
        across: Whether samples stand on x.
        needed: Such models.
    """
    axis = "y_domain" if across else "x_domain"
    domain = given.get(axis)
    if not isinstance(domain, list | tuple):
        return
    for model in needed:
        if model not in map(str, domain):
            raise ValueError(f"{axis}={domain!r} leaves out {model!r}, by whose scores samples stand")


def scale_of_domain(given: Mapping[str, object]) -> dict[str, object]:
    """The scale of a domain of more than two numbers, which Plot would take for categories."""
    domain, scale = given.get("color_domain"), given.get("color_scale")
    several = isinstance(domain, list | tuple) and len(domain) > 2
    return {"color_scale": "linear"} if several and scale is None else {}


def _why_refused(name: str, value: object, marks: bool) -> str | None:
    if OF_MARKS.fullmatch(name) and not marks:
        return "the cells of a heatmap do not use it, and there are no marks on top"
    if name in ("x_ticks", "y_ticks") and not isinstance(value, list | tuple):
        return "the labels of a heatmap are as many as have room; a list of names says which"
    return next((why for pattern, why in REFUSED.items() if re.fullmatch(pattern, name)), None)


def _check_positions(attributes: Mapping[str, object]) -> None:
    for name in ("x_scale", "y_scale"):
        if attributes.get(name) not in (None, "band"):
            raise ValueError(f"{name}={attributes[name]!r} cannot hold the cells of a heatmap; it must be 'band'")


def _check_colors(attributes: Mapping[str, object]) -> None:
    scale = attributes.get("color_scale")
    if "color_scale" in attributes and scale not in COLOR_SCALES:
        hint = did_you_mean(scale, COLOR_SCALES)
        raise ValueError(f"color_scale={scale!r} cannot colour numbers; accepted: {listing(COLOR_SCALES, 20)}.{hint}")
    for name, scales in OF_COLOR_SCALES.items():
        if name in attributes and scale not in scales:
            needed = " or ".join(map(repr, scales))
            raise ValueError(f"{name}={attributes[name]!r} has no effect: it needs color_scale={needed}")
    if attributes.get("color_clamp") is False:
        raise ValueError("color_clamp=False has no effect: scores beyond the domain have the colour of its end")
    if str(attributes.get("color_scheme")).lower() in FOR_CLASSES:
        raise ValueError(
            f"color_scheme={attributes['color_scheme']!r} has colours for classes; scores are numbers: "
            "take one such as 'viridis', 'blues' or 'cividis'"
        )
    if "color_scheme" in attributes and "color_range" in attributes:
        raise ValueError(f"color_scheme={attributes['color_scheme']!r} has no effect: color_range says the colours")
