"""Whole samples as summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

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


def newest(records: Iterable[Any]) -> list[Any]:
    """One record for each sample and epoch: the last, at the place of the first. A requeued sample is written again."""
    records = list(records)
    ids = list(map(_ID, records))
    if len(set(zip(ids, map(_EPOCH, records), strict=True))) == len(records) and len(set(map(type, ids))) < 2:
        return records
    return list({(str(record.id), record.epoch): record for record in records}.values())


def newest_of(lists: Iterable[list[Any]]) -> tuple[list[Any], int]:
    """The newest records of many lists, and how many there were. Few more than twice those that stay are ever kept."""
    kept: list[Any] = []
    count, most = 0, FEW
    for records in lists:
        count += len(records)
        kept += records
        if len(kept) > most:
            kept = newest(kept)
            most = max(FEW, 2 * len(kept))
    return newest(kept), count


def in_order(records: Iterable[Any]) -> list[Any]:
    """Whole samples by epoch, then by id, numbers by their value."""
    return sorted(
        records,
        key=lambda record: (record.epoch, record.id if isinstance(record.id, str) else str(record.id).zfill(20)),
    )
