"""What was read of one log to its part of a table."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz.logs._format.fields import INVALIDATION, Wanted
from inspect_viz.logs._format.header import Eval, Header
from inspect_viz.logs._store.open import LogFile

from .columns import invalidations, sample_columns
from .evaluation import eval_values, headline_columns, settings_of
from .part import KEY, Facts, are_ids, packed
from .values import text


def part_of(
    header: Header, records: Sequence[Any], file: LogFile, wanted: Wanted, whole: bool, **facts: Any
) -> pa.Buffer:
    """A part, as bytes, of a log that is complete, or of which no journal was read.

    Args:
        header: What it says of the evaluation.
        records: Its samples.
        file: The log.
        wanted: Which columns.
        whole: Whether the records are those of whole samples.
        facts: More of `Facts`.
    """
    columns = sample_columns(records, header.eval_id, wanted, whole)
    if header.invalidated and wanted.wants(INVALIDATION):
        columns[INVALIDATION] = invalidations(records)
    present = dict.fromkeys(key_of(record) for record in records)
    pending = _pending(header, present) if header.status == "started" else []
    return packed(columns, _facts(header, file, wanted, pending=pending, **facts))


def running_part(
    header: Header, columns: dict[str, pa.Array], file: LogFile, wanted: Wanted, **facts: Any
) -> pa.Buffer:
    """A part, as bytes, of a log that is being written.

    Args:
        header: What the log says of the evaluation.
        columns: Its samples so far, with `KEY`.
        file: The log.
        wanted: Which columns.
        facts: More of `Facts`.
    """
    pending = _pending(header, dict.fromkeys(columns[KEY].to_pylist()))
    return packed(columns, _facts(header, file, wanted, pending=pending, **facts))


def keyed_columns(records: Sequence[Any], header: Header, wanted: Wanted) -> dict[str, pa.Array]:
    """The columns of samples of a log that is being written, with `KEY`."""
    keys = pa.array([key_of(record) for record in records], pa.string())
    return {**sample_columns(records, header.eval_id, wanted, whole=False), KEY: keys}


def key_of(record: Any) -> str:
    """Names sample and epoch within a log."""
    return _key(str(record.id), record.epoch)


def _key(id: str, epoch: int) -> str:
    return f"{epoch}:{id}"


def _pending(header: Header, present: Collection[str]) -> list[tuple[str, int]]:
    planned = [str(each) for each in header.eval.dataset.sample_ids or ()]
    found = list(dict.fromkeys(key.split(":", 1)[1] for key in present))
    ids = planned if are_ids(planned, found) else found
    wanted = ((each, epoch) for epoch in range(1, _epochs(header.eval) + 1) for each in ids)
    return [own for own in wanted if _key(*own) not in present]


def _epochs(own: Eval) -> int:
    epochs = own.config.epochs or 1
    return epochs if 0 < epochs < 1_000_000 else 1


def _made(scorer: dict[str, Any]) -> str:
    """What a scorer was made with, as far as the log tells."""
    return text({key: scorer[key] for key in ("options", "metadata") if scorer.get(key)})


def _facts(header: Header, file: LogFile, wanted: Wanted, **more: Any) -> Facts:
    own = header.eval
    ids = own.dataset.sample_ids
    return Facts(
        path=file.path,
        size=file.size,
        stamp=file.stamp,
        eval_id=header.eval_id,
        status=header.status,
        columns=eval_values(header, file.path, wanted),
        created=header.created.isoformat(),
        task=own.task,
        model=own.model,
        task_id=own.task_id,
        settings=settings_of(header),
        invalidated=header.invalidated,
        headline=headline_columns(header.headline),
        version=msgspec.json.encode([own.task_version, own.dataset.name]).decode(),
        scorers={str(scorer.get("name", "")): _made(scorer) for scorer in own.scorers or ()},
        planned=None if ids is None else msgspec.msgpack.encode(ids),
        epochs=_epochs(own),
        **more,
    )
