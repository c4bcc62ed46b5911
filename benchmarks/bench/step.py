"""One thing to measure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .settings import ONCE_OVER_S, RUNS
from .store import Run


@dataclass(frozen=True)
class Step:
    """One figure of one library at one size."""

    figure: str
    library: str
    cells: int
    measure: Callable[[], Run]
    runs: int = RUNS
    once_over_s: float = ONCE_OVER_S

    @property
    def key(self) -> str:
        """Where its runs are kept."""
        return f"{self.figure}|{self.library}|{self.cells}"

    def over(self, runs: list[Run]) -> bool:
        """Whether no further run is needed, or wanted because the first one failed or was very slow."""
        slow = any("error" in r or _seconds(r) > self.once_over_s for r in runs)
        return slow or len(runs) >= self.runs


def _seconds(run: Run) -> float:
    return float(run.get("seconds") or run.get("complete_s") or 0)
