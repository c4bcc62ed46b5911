"""Logs that are one run: retries of each other, or shards of one whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ._evaluation import Evaluation

_SHARD = re.compile(r"(.+)\.shards/[^/]+/[^/]+", re.DOTALL)
_WHOLE = re.compile(r"(.+?)(-recovered)?\.eval", re.DOTALL)


@dataclass(frozen=True)
class Run:
    """One run.

    Args:
        evaluations: Its logs; of a sample that several of them hold, the last one counts.
        sharded: Whether some of them are shards.
    """

    evaluations: tuple[Evaluation, ...]
    sharded: bool = False

    @property
    def standing(self) -> Evaluation:
        """The log that stands for the run: the newest that is complete, or else the newest."""
        return self.evaluations[-1]

    @property
    def several(self) -> bool:
        """Whether it has more than one log."""
        return len(self.evaluations) > 1

    @property
    def retried(self) -> bool:
        """Whether a log of it was continued by another one."""
        return self.several and not self.sharded

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(own.key for own in self.evaluations)


def runs_of(evaluations: Iterable[Evaluation]) -> tuple[Run, ...]:
    """The runs, in the order of their first logs.

    Logs are one run if they have one task id and are set up alike, as `eval-retry` makes them, or if they are shards
    of one log, or this log.
    """
    ordered = list(evaluations)
    wholes = {name for own in ordered if (name := _whole_of(own.log, _SHARD))}
    groups: dict[object, list[Evaluation]] = {}
    for own in ordered:
        groups.setdefault(_identity(own, wholes), []).append(own)
    return tuple(_run(own) for own in groups.values())


def _identity(own: Evaluation, wholes: set[str]) -> object:
    shards = _whole_of(own.log, _SHARD) or _whole_of(own.log, _WHOLE)
    if shards in wholes:
        return "shards", shards
    if not own.task_id:
        return "log", own.key
    return "task", own.task_id, own.task, own.model, json.dumps(own.settings, sort_keys=True, default=str)


def _whole_of(log: str, pattern: re.Pattern[str]) -> str:
    found = pattern.fullmatch(log.replace("\\", "/"))
    return found[1] if found else ""


def _run(evaluations: Sequence[Evaluation]) -> Run:
    ranked = sorted(enumerate(evaluations), key=lambda own: (own[1].complete is True, own[1].created, own[0]))
    return Run(tuple(own for _, own in ranked), any(_whole_of(own.log, _SHARD) for own in evaluations))
