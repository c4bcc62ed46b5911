"""One log as it was read: an Arrow batch of its samples, with what it says of itself as metadata.

The same bytes go from one process to another and into the cache. They are Arrow IPC and MessagePack, so
reading them runs nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec
import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz.logs._errors import Damaged
from inspect_viz.logs._store.open import LogFile

KEY = "_key"
"""The column of running logs that names sample and epoch, by which samples that are written again are found."""

_FACTS = b"inspect_viz"


class Facts(msgspec.Struct, frozen=True):
    """What is known of a log besides its samples.

    Args:
        path, size, stamp: The log and its state when it was read.
        eval_id: The run.
        status: "started" (it may be running), "success", "cancelled" or "error".
        columns: Values of the wanted columns that are the same for all samples.
        created: The start of the evaluation, as ISO 8601 in UTC.
        task: Name of the task, with arguments, if any.
        model: The model.
        task_id: What the logs of one run have in common.
        settings: Values of the columns that say how the evaluation was set up, by which runs are named.
        invalidated: Whether some of its samples were declared invalid afterwards.
        headline: Columns of which the first that there is holds the score by which the task is judged; none where
            the task does not say it.
        version: Of the dataset and the task, as far as the log tells.
        scorers: Names of the scorers, and what they were made with.
        planned: The ids of all samples, packed because they are rarely needed; None where the log does not tell.
        epochs: How often each of them is run.
        again, copied, alike: How many samples were run again, were written twice, have an id that differs by type only.
        notes: What is odd about this log, in sentences.
        journal: Of a running log: name, checksum and size of the parts of its journal that were read.
        pending: Of a running log: the samples, by id and epoch, that are planned but not there.
    """

    path: str
    size: int
    stamp: str
    eval_id: str
    status: str
    columns: dict[str, Any]
    created: str
    task: str
    model: str
    task_id: str
    settings: dict[str, Any]
    invalidated: bool
    headline: list[str]
    version: str
    scorers: dict[str, str]
    planned: bytes | None = None
    epochs: int = 1
    again: int = 0
    copied: int = 0
    alike: int = 0
    notes: list[str] = []
    journal: list[tuple[str, int, int]] = []
    pending: list[tuple[str, int]] = []

    @property
    def file(self) -> LogFile:
        return LogFile(self.path, self.size, self.stamp)

    @property
    def start(self) -> datetime:
        return datetime.fromisoformat(self.created)

    def planned_ids(self) -> list[str]:
        """The ids of all samples, as far as the log tells."""
        return [] if self.planned is None else [str(each) for each in msgspec.msgpack.decode(self.planned)]

    def versions(self) -> tuple[str, str]:
        """The version of the task and the name of the dataset."""
        task, dataset = msgspec.json.decode(self.version)
        return str(task), str(dataset or "")

    @property
    def running(self) -> bool:
        return self.status == "started"


def are_ids(planned: Collection[str], found: Collection[str]) -> bool:
    """Whether planned ids are ids of samples.

    Other writers note positions in their place: those of which none is there, or as many as there are others, are none.
    """
    return not found or not (set(planned).isdisjoint(found) or len(planned) == len(found))


_decoder = msgspec.msgpack.Decoder(Facts)


class Part:
    """One log as it was read.

    Args:
        data: What `packed` made.

    Raises:
        Damaged: If it is something else.
    """

    def __init__(self, data: pa.Buffer | bytes) -> None:
        self._data = data
        try:
            self._stream = pa.ipc.open_stream(pa.py_buffer(data))
            self.facts = _decoder.decode(self._stream.schema.metadata[_FACTS])
        except (pa.ArrowException, ValueError, KeyError, TypeError, OSError) as error:
            raise Damaged("this is no part of a table of samples") from error

    @property
    def data(self) -> pa.Buffer | bytes:
        """What it was made of, or could be."""
        return self._data

    @cached_property
    def batch(self) -> pa.RecordBatch:
        """The samples, as a PyArrow record batch.

        Raises:
            Damaged: If there are none.
        """
        try:
            return self._stream.read_next_batch().replace_schema_metadata(None)
        except (pa.ArrowException, OSError, StopIteration) as error:
            raise Damaged("this is no part of a table of samples") from error

    @cached_property
    def columns(self) -> frozenset[str]:
        """The names of the columns of the samples."""
        return frozenset(self.batch.schema.names)

    def packed(self) -> pa.Buffer:
        """The part as bytes, made anew."""
        return packed(dict(zip(self.batch.schema.names, self.batch.columns, strict=True)), self.facts)


def packed(columns: dict[str, pa.Array], facts: Facts) -> pa.Buffer:
    """A part as bytes (a PyArrow buffer): the columns of one log's samples, and the facts."""
    metadata = {_FACTS: msgspec.msgpack.encode(facts)}
    schema = pa.schema([(name, array.type) for name, array in columns.items()], metadata=metadata)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as stream:
        stream.write_batch(pa.record_batch(list(columns.values()), schema=schema))
    return sink.getvalue()
