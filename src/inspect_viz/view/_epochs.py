"""What of the epochs of a sample is its score."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from inspect_viz._sql import Expression, call, text
from inspect_viz._util.suggest import did_you_mean

PASS = re.compile(r"pass([@^])([1-9]\d?)")
SPLIT = "split"
PLAIN = {"mean": "avg", SPLIT: "avg", "worst": "min", "best": "max"}
LOWER = {**PLAIN, "worst": "max", "best": "min"}
SHOWN = "'mean', 'split', 'worst', 'best', 'pass@k' or 'pass^k', such as 'pass@2'"


@dataclass(frozen=True)
class Epochs:
    """How the scores of a cell's epochs become one."""

    name: str

    passing: float = 1.0
    """The least score of an epoch that passes; the greatest where lower ones are better."""

    lower: bool = False
    """Lower scores are better."""

    @property
    def is_lower(self) -> bool:
        """Whether a cell with a lower score is better; chances to pass are better the higher they are."""
        return self.lower and self.name in PLAIN

    @property
    def is_mean(self) -> bool:
        """Whether it is their mean, which is told as so many of so many epochs."""
        return self.name in ("mean", SPLIT)

    @property
    def is_split(self) -> bool:
        """Whether a cell shows its epochs side by side, of which the mean counts."""
        return self.name == SPLIT

    def sql(self, value: Expression) -> str:
        """The aggregate of a cell's rows, of which `value` is the score; NULL where there are too few."""
        if self.name in PLAIN:
            return text(call((LOWER if self.lower else PLAIN)[self.name], value))
        sign, k = PASS.fullmatch(self.name).groups()  # type: ignore[union-attr]
        return _chance(
            text(value), "any" if sign == "@" else "all", int(k), f"{'<=' if self.lower else '>='} {self.passing!r}"
        )


MEAN = Epochs("mean")


def _chance(value: str, which: Literal["any", "all"], k: int, passing: str) -> str:
    """The share of the choices of k among n epochs in which any, or all, of them pass, as a product of fractions."""
    n = f"count({value})"
    passed = f"count(*) FILTER (WHERE {value} {passing})"
    left = passed if which == "all" else f"({n} - {passed})"
    product = " * ".join(f"(greatest({left} - {i}, 0) / ({n} - {i})::DOUBLE)" for i in range(k))
    chance = product if which == "all" else f"1.0 - {product}"
    return f"CASE WHEN {n} >= {k} THEN round({chance}, 12) END"


def checked_epochs(given: object, threshold: float | None, lower: bool = False) -> Epochs:
    """The way that a caller named; errors for what is none."""
    if not isinstance(given, str):
        raise TypeError(f"epochs={given!r} must be {SHOWN}")
    if given not in PLAIN and not PASS.fullmatch(given):
        raise ValueError(f"epochs={given!r} must be {SHOWN}.{did_you_mean(given, (*PLAIN, 'pass@2', 'pass^2'))}")
    return Epochs(given, (0.0 if lower else 1.0) if threshold is None else threshold, lower)
