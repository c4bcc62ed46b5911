"""Shards that a merged log stands for: they are not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from inspect_viz.logs._store.open import LogFile

_SHARD = re.compile(r"(.+)\.shards[/\\][^/\\]+[/\\][^/\\]+", re.DOTALL)
_ENDS = (".eval", "-recovered.eval")


def merged_logs(files: Mapping[str, LogFile]) -> dict[str, tuple[str, ...]]:
    """Path of a shard to the merged logs that hide it, if all of these came to their end.

    They do if they are younger: a shard that was written later holds more than they do.

    Args:
        files: The logs that were found, by path.
    """
    found = {path: tuple(_merged(path, files)) for path in files}
    return {path: merged for path, merged in found.items() if merged and _are_younger(merged, path, files)}


def _merged(path: str, files: Mapping[str, LogFile]) -> Iterator[str]:
    shard = _SHARD.fullmatch(path)
    return (shard[1] + end for end in _ENDS if shard[1] + end in files) if shard else iter(())


def _are_younger(merged: Iterable[str], path: str, files: Mapping[str, LogFile]) -> bool:
    time, others = files[path].modified, [files[each].modified for each in merged]
    return time is not None and all(other is not None and other > time for other in others)
