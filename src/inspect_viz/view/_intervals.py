"""Confidence intervals of scores: which a caller wants, and how far they reach."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TypeAlias

USUAL = 0.95
Ends: TypeAlias = tuple[float, float]
"""The lower and the upper end of an interval."""


def confidence(ci: object) -> float | None:
    """The confidence that is asked for: None where ci is None or False, 0.95 where it is True; errors for the rest."""
    if ci is None or ci is False:
        return None
    wanted = USUAL if ci is True else ci
    checked_ci(wanted)
    return float(wanted)  # type: ignore[arg-type]


def checked_ci(ci: object) -> float:
    """How many standard errors an interval reaches to each side; errors for what is no confidence between 0 and 1."""
    if isinstance(ci, bool) or not isinstance(ci, int | float):
        raise TypeError(f"ci={ci!r} must be a number between 0 and 1, such as 0.95")
    if not 0 < ci < 1:
        raise ValueError(f"ci={ci!r} must be above 0 and below 1, such as 0.95")
    return NormalDist().inv_cdf(0.5 + ci / 2)


def interval(value: float, stderr: float | None, ci: float | None, is_share: bool) -> Ends | None:
    """The normal interval of a score, for shares not beyond 0 and 1; None where there is none or it has no width.

    Args:
        value: The score.
        stderr: Its standard error; one of 0 says that all samples scored alike, and nothing of how sure that is.
        ci: The confidence; None for no interval.
        is_share: Whether scores lie between 0 and 1.
    """
    if ci is None or stderr is None or not (math.isfinite(stderr) and stderr > 0):
        return None
    reach = checked_ci(ci) * stderr
    low, high = value - reach, value + reach
    return (max(0.0, low), min(1.0, high)) if is_share else (low, high)


def told(ends: Ends | None) -> str | None:
    """An interval in words."""
    return None if ends is None else f"{ends[0]:.3g} to {ends[1]:.3g}"
