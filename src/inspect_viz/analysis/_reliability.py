"""Internal consistency of samples as one test."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]


@dataclass(frozen=True)
class Reliability:
    """How well samples work as one test; `str()` says it in a sentence."""

    alpha: float | None
    """Cronbach's alpha over the samples that all models have; None where it is not defined."""

    method: Literal["KR-20", "alpha"]
    """What it is called: KR-20 where scores are 0 or 1."""

    models: int
    complete: int
    """Samples that all models have."""

    separating: int
    """Samples on which models differ, of `compared` that two or more have."""

    compared: int

    def __str__(self) -> str:
        differ = f"{self.separating:,} of {self.compared:,} samples separate these {self.models:,} models"
        if self.alpha is None:
            return f"{differ}; {self.method} is not defined over the {self.complete:,} that all of them have."
        return f"{differ}; {self.method} {self.alpha:.2f} over the {self.complete:,} that all of them have."


def reliability_of(table: pa.Table) -> Reliability:
    """The one row of a table as a value."""
    (row,) = table.to_pylist()
    alpha = row.pop("alpha")
    return Reliability(alpha=None if alpha is None or math.isnan(alpha) else alpha, **row)
