"""Whole samples as summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from .records import summary_type

_ID, _EPOCH = attrgetter("id"), attrgetter("epoch")
UNNAMED_SCORE = "88F74D2C"
FEW = 50_000
"""Records among which nobody looks yet for some that were written again."""

_ATTACHMENT = "attachment://"


def summary_of(sample: Any, fields: frozenset[str], score: str) -> Any:
    """What a summary says, from a whole sample.

    Args:
        sample: A record that `_records.sample_type` made.
        fields: The fields of the summary that are needed.
        score: What the only score of an old log is called.
    """
    own = {
        "id": sample.id,
        "epoch": sample.epoch,
        "uuid": sample.uuid,
        **{field: _READ[field](sample) if field in _READ else getattr(sample, field) for field in fields},
    }
    if own.get("scores") is None and getattr(sample, "score", None) is not None:
        own["scores"] = {score: sample.score}
    return summary_type(fields)(**own)


def _input(sample: Any) -> Any:
    return _attached(sample.input, sample.attachments) if sample.attachments else sample.input


def _attached(value: Any, attachments: Mapping[str, str]) -> Any:
    """A value with references to attachments replaced by what they stand for."""
    if isinstance(value, str) and value.startswith(_ATTACHMENT):
        return attachments.get(value[len(_ATTACHMENT) :], value)
    if isinstance(value, list):
        return [_attached(item, attachments) for item in value]
    if isinstance(value, dict):
        return {key: _attached(item, attachments) for key, item in value.items()}
    return value


_READ: dict[str, Callable[[Any], Any]] = {
    "input": _input,
    "error": lambda sample: sample.error and sample.error.message,
    "limit": lambda sample: sample.limit and sample.limit.type,
    "limit_reason": lambda sample: sample.limit and sample.limit.reason,
    "retries": lambda sample: None if sample.error_retries is None else len(sample.error_retries),
    "message_count": lambda sample: len(sample.messages),
}


class Repeats(NamedTuple):
    """How many samples stand in a log more than once.

    Args:
        again: Those that were run again: the last run counts.
        copied: Those that were written again as they were.
        alike: Those that have the id of another one as a text or a number; the last counts, as for inspect_ai.
    """

    again: int = 0
    copied: int = 0
    alike: int = 0

    def with_members(self, members: Repeats) -> Repeats:
        """What summaries say, and what the members of whole samples say of others."""
        again = max(self.again, members.again - self.copied - self.alike)
        return Repeats(again, self.copied, max(self.alike, members.alike))


NO_REPEATS = Repeats()


def kind_of_repeat(old: Any, new: Any) -> str:
    """Why a record has the sample and epoch of an older one."""
    if type(old.id) is not type(new.id):
        return "alike"
    return "copied" if old == new else "again"


def newest(records: Iterable[Any], repeats: Counter[str]) -> list[Any]:
    """One record for each sample and epoch: the last, at the place of the first. A requeued sample is written again.

    Args:
        records: In the order in which they were written.
        repeats: To which those are added that others replace.
    """
    records = list(records)
    ids = list(map(_ID, records))
    if len(set(zip(ids, map(_EPOCH, records), strict=True))) == len(records) and len(set(map(type, ids))) < 2:
        return records
    found: dict[tuple[str, int], Any] = {}
    for record in records:
        key = str(record.id), record.epoch
        if key in found:
            repeats[kind_of_repeat(found[key], record)] += 1
        found[key] = record
    return list(found.values())


def newest_of(lists: Iterable[list[Any]]) -> tuple[list[Any], Repeats]:
    """The newest records of many lists, and those that they replace. Few more than twice those that stay are kept."""
    kept: list[Any] = []
    repeats: Counter[str] = Counter()
    most = FEW
    for records in lists:
        kept += records
        if len(kept) > most:
            kept = newest(kept, repeats)
            most = max(FEW, 2 * len(kept))
    return newest(kept, repeats), Repeats(**repeats)


def in_order(records: Iterable[Any]) -> list[Any]:
    """Whole samples by epoch, then by id, numbers by their value."""
    return sorted(
        records,
        key=lambda record: (record.epoch, record.id if isinstance(record.id, str) else str(record.id).zfill(20)),
    )
