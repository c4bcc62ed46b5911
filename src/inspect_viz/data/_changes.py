"""What is different from the last time that a table was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """What `refresh()` found; false where nothing changed.

    Args:
        added: Logs that were not there before.
        grown: Logs that are still being written and have new samples, or samples that were written again.
        finished: Logs that were being written and are complete now.
        changed: Complete logs that were written again, for instance because scores were edited.
        removed: Logs that are gone.
        samples: How many samples are new.
        pending: How many samples of logs that are being written are planned but not there yet.
    """

    added: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    samples: int = 0
    pending: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.grown or self.finished or self.changed or self.removed)

    def __str__(self) -> str:
        logs = {"new": self.added, "grown": self.grown, "finished": self.finished, "changed": self.changed}
        parts = [f"{len(paths)} {word}" for word, paths in (logs | {"gone": self.removed}).items() if paths]
        said = f"logs: {', '.join(parts)}; {_samples(self.samples)}" if parts else "nothing new"
        return f"{said}; {self.pending:,} pending" if self.pending else said

    def _repr_html_(self) -> str:
        from ._html import escaped, table

        kinds = ("added", "grown", "finished", "changed", "removed")
        logs = [(kind, escaped(_names(getattr(self, kind)), 300)) for kind in kinds if getattr(self, kind)]
        return f"<p>{escaped(self, 300)}</p>" + (table(logs) if logs else "")


def _samples(count: int) -> str:
    return f"{count:,} new {'sample' if count == 1 else 'samples'}"


def _names(logs: Sequence[str]) -> str:
    """The names of logs without their folders."""
    return ", ".join(log.replace("\\", "/").rsplit("/", 1)[-1] for log in logs)
