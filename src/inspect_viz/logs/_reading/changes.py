"""What is different from the last time that logs were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from inspect_viz.data._changes import Changes
from inspect_viz.logs._table.part import Part


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
        samples=_new([*before.values()], [after[path] for path in (*fresh, *different)]),
        pending=sum(len(part.facts.pending) for part in after.values()),
    )


def _rows(before: Part, after: Part) -> bool:
    return before.facts.journal != after.facts.journal or not before.batch.equals(after.batch)


def _new(before: Iterable[Part], after: Sequence[Part]) -> int:
    """How many samples were in no log of their tasks."""
    tasks = {part.facts.task for part in after}
    old = _ids(part for part in before if part.facts.task in tasks) if after else set()
    return len(_ids(after) - old)


def _ids(parts: Iterable[Part]) -> set[str]:
    return {id for part in parts for id in part.batch["sample_id"].to_pylist()}
