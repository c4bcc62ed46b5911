"""Samples that logs which are being written will still get."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa  # type: ignore[import-untyped]

from .part import Part

SCHEMA = pa.schema(
    [
        ("eval_id", pa.string()),
        ("log", pa.string()),
        ("task_name", pa.string()),
        ("model", pa.string()),
        ("id", pa.string()),
        ("epoch", pa.int64()),
    ]
)


def pending_of(parts: Mapping[str, Part]) -> pa.Table:
    """One row for each sample and epoch that is planned but not there, with the columns of `SCHEMA`."""
    rows = [
        (own.eval_id, own.path, own.task.split("/", 1)[-1], own.model, id, epoch)
        for own in (part.facts for part in parts.values())
        for id, epoch in own.pending
    ]
    columns = list(zip(*rows, strict=True)) or [()] * len(SCHEMA)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, SCHEMA, strict=True)]
    return pa.table(arrays, schema=SCHEMA)
