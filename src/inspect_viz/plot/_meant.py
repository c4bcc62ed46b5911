"""What attributes mean where Plot takes them in a way of its own, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from inspect_viz._spec.errors import is_one, shown
from inspect_viz._spec.nodes import Mark
from inspect_viz._util.suggest import listing

Options = Mapping[str, object]

BANDED = {
    "x": {"barY", "cell", "cellX", "cellY", "tickY", "waffleY"},
    "y": {"barX", "cell", "cellX", "cellY", "tickX", "waffleX"},
}
"""Marks whose scales are bands, by direction."""
AXES = ("axis", "xAxis", "yAxis", "fxAxis", "fyAxis")
ANCHORS = {
    "x_label_anchor": ("left", "center", "right"),
    "fx_label_anchor": ("left", "center", "right"),
    "y_label_anchor": ("top", "center", "bottom"),
    "fy_label_anchor": ("top", "center", "bottom"),
}


def check_sides(given: Options, where: str = "plot") -> None:
    """ValueError for a side that an axis does not have; by the names of the arguments."""
    if is_one(given.get("axis"), ("top", "bottom", "left", "right")):
        raise ValueError(f"{where}: axis={given['axis']!r} suits only one direction; use x_axis or y_axis.")
    for argument, sides in ANCHORS.items():
        if isinstance(given.get(argument), str) and given[argument] not in sides:
            raise ValueError(f"{where}: {argument} must be one of {listing(sides)}, not {shown(given[argument])}.")


def meant(options: Options, marks: Iterable[Mark] = ()) -> dict[str, object]:
    """The options as Plot understands them: axes that are true or false, ordinal positions, a falling domain."""
    kinds = {mark.kind for mark in marks}
    options = {key: _position(key, kinds) if value == "ordinal" else value for key, value in options.items()}
    said = {key: None if key in AXES and value is False else value for key, value in options.items()}
    usual = {key for key, value in said.items() if (key in AXES and value is True) or _is_no_scale(key, value)}
    kept = {key: value for key, value in said.items() if key not in usual}
    domain = kept.get("colorDomain")
    if not _falls(domain):
        return kept
    return {**kept, "colorDomain": tuple(reversed(domain)), "colorReverse": not kept.get("colorReverse", False)}  # type: ignore[call-overload]


def _is_no_scale(key: str, value: object) -> bool:
    """Whether a scale is None, for which Plot has no meaning: it is the usual one."""
    return value is None and key.endswith("Scale")


def _position(key: str, kinds: set[str]) -> str:
    """What an ordinal scale is: along x and y bands where a mark needs them, otherwise points."""
    if key not in ("xScale", "yScale"):
        return "ordinal"
    return "band" if kinds & BANDED[key[0]] else "point"


def _falls(domain: object) -> bool:
    """Whether a domain is of two or more numbers, each less than the one before."""
    if not isinstance(domain, list | tuple) or len(domain) < 2:
        return False
    numbers = all(isinstance(end, int | float) and not isinstance(end, bool) for end in domain)
    return numbers and all(after < before for before, after in pairwise(domain))
