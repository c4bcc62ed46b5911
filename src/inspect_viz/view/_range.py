"""The range of scores that colours stand for, and the legend that tells it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from inspect_viz._meaning.scores import ALONE, PREFIX
from inspect_viz._params import Param
from inspect_viz._util.notgiven import NotGiven

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Legend

    from ._scores import Score


def domain_of_range(score_range: object, attributes: Mapping[str, object]) -> dict[str, object]:
    """The colours' domain for a range of scores, or nothing where none is given.

    Args:
        score_range: None, or the lowest and the highest score that there can be.
        attributes: The other attributes of the plot.

    Raises:
        TypeError: If the range is no pair of numbers.
        ValueError: If it does not rise, is not finite, or the domain of the colours is given, too.
    """
    if score_range is None:
        return {}
    if not isinstance(score_range, list | tuple) or len(score_range) != 2 or not all(map(_is_number, score_range)):
        raise TypeError(f"score_range={score_range!r} must be two numbers, such as (0, 10)")
    low, high = (float(end) for end in score_range)
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ValueError(f"score_range={score_range!r} must be the lowest and the highest score, both finite")
    if attributes.get("color_domain") is not None:
        raise ValueError(f"score_range={score_range!r} has no effect: color_domain says the range of the colours")
    return {"color_domain": [low, high]}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def score_label(score: Score) -> str:
    """What a legend calls scores: "Score: includes" for `score_includes`, other names as they are; and which epochs."""
    column, of = score.column, "" if score.epochs.is_mean else f" ({score.epochs.name})"
    if column == ALONE:
        return f"Score{of}"
    scorer = column.removeprefix(PREFIX)
    return f"{column}{of}" if scorer in ("", column) else f"Score: {scorer}{of}"


def told_label(label: str | Param | None, score: str) -> str | None:
    """What a legend is told to say: a param's value is that of the scale, which it follows."""
    return None if isinstance(label, Param) else label or score


def score_legend(given: Legend | NotGiven | None, score: str | None, has_range: bool, lower: bool) -> Legend | None:
    """The caller's legend or one below the picture, which tells scores in words."""
    from inspect_viz._spec.nodes import Legend
    from inspect_viz.plot import legend

    found = legend("color", frame_anchor="bottom", border=False, label=score) if isinstance(given, NotGiven) else given
    if not isinstance(found, Legend) or found.legend != "color":
        return found
    told: dict[str, object] = {"scores": "given" if has_range else "drawn", **({"lower": True} if lower else {})}
    return replace(found, options={**found.options, **told})
