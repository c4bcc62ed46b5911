"""Looks up the one-line explanation of a name; an unexplained name is an error."""

from __future__ import annotations

from .explanations import ATTRIBUTES, INTERVALS, MARKS, OPTIONS, SCALE_NAMES, SCALE_PROPERTIES
from .schema import Vocabulary


def option_line(name: str) -> str:
    """The explanation of a mark option."""
    return OPTIONS[name]


def attribute_line(name: str) -> str:
    """The explanation of a plot attribute: its own, or that of the scale's property."""
    if name in ATTRIBUTES:
        return ATTRIBUTES[name]
    scale, _, prop = name.partition("_")
    return SCALE_PROPERTIES[prop].format(scale=SCALE_NAMES[scale])


def mark_lines(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Mark -> what its options mean where that is not what they mean elsewhere."""
    with_interval = {
        mark: {k: INTERVALS[k] for k, kinds in leading.items() if "ChannelIntervalSpec" in kinds}
        for mark, leading in vocabulary.leading.items()
    }
    found = {mark: {**lines, **MARKS.get(mark, {})} for mark, lines in with_interval.items()}
    return {mark: lines for mark, lines in found.items() if lines}
