"""What is different from the last time that logs were read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspect_viz.logs._table.part import Part


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


def _samples(count: int) -> str:
    return f"{count:,} new {'sample' if count == 1 else 'samples'}"


def changes_of(before: Mapping[str, Part], after: Mapping[str, Part]) -> Changes:
    """What is different; takes time for what changed only."""
    different = [path for path, part in after.items() if path in before and before[path] is not part]
    written = [path for path in different if before[path].facts.running]
    fresh = [path for path in (*after,) if path not in before]
    return Changes(
        added=tuple(fresh),
        grown=tuple(path for path in written if after[path].facts.running and _rows(before[path], after[path])),
        finished=tuple(path for path in written if not after[path].facts.running),
        changed=tuple(path for path in different if not before[path].facts.running),
        removed=tuple(path for path in before if path not in after),
        samples=sum(_new(before.get(path), after[path]) for path in (*fresh, *different)),
        pending=sum(len(part.facts.pending) for part in after.values()),
    )


def _rows(before: Part, after: Part) -> bool:
    return before.facts.journal != after.facts.journal or not before.batch.equals(after.batch)


def _new(before: Part | None, after: Part) -> int:
    old = set(before.batch["sample_id"].to_pylist()) if before is not None else set()
    return len(set(after.batch["sample_id"].to_pylist()) - old)
