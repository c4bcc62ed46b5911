"""Looks up the one-line explanation of a name; an unexplained name is an error."""

from __future__ import annotations

from .explanations import ATTRIBUTES, OPTIONS, SCALE_NAMES, SCALE_PROPERTIES


def option_line(name: str) -> str:
    """The explanation of a mark option."""
    return OPTIONS[name]


def attribute_line(name: str) -> str:
    """The explanation of a plot attribute: its own, or that of the scale's property."""
    if name in ATTRIBUTES:
        return ATTRIBUTES[name]
    scale, _, prop = name.partition("_")
    return SCALE_PROPERTIES[prop].format(scale=SCALE_NAMES[scale])
