"""Parts of logs to one table."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from inspect_viz.logs._format.fields import OPEN, ORDER, in_order

from .evaluation import eval_columns
from .part import KEY, Part
from .score_names import shown_names
from .types import fitted, hollow_of, settled, targets_of, whole

LOG = "_log"
"""The column of the number of each sample's log, while a table is made."""

HIDDEN = (LOG, KEY)


def table_of(parts: Sequence[Part]) -> pa.Table:
    """A PyArrow table of all samples, the columns of evaluations dictionary-encoded; of several runs or samples with
    one id the first is kept.
    """
    kept = first_runs(parts)
    samples = _without_repeats(_samples(kept))
    if LOG not in samples.column_names:
        return pa.table({name: pa.array([], pa.string()) for name in ORDER if name not in OPEN})
    names = shown_names(name for name in samples.column_names if name not in HIDDEN)
    columns = {shown: samples[name] for name, shown in names.items()}
    columns.update(eval_columns([part.facts for part in kept], whole(samples[LOG])))
    return pa.table({name: columns[name] for name in in_order(columns)})


def first_runs(parts: Sequence[Part]) -> list[Part]:
    """The parts of different runs: a log and its copy count once."""
    first: dict[str, Part] = {}
    for part in parts:
        first.setdefault(part.facts.eval_id, part)
    return list(first.values())


def _samples(parts: Sequence[Part]) -> pa.Table:
    """The columns of samples, and `_log`, the number of the log among `parts`."""
    if not parts:
        return pa.table({})
    batches = [part.batch for part in parts]
    numbers = sum((array("i", [number]) * batch.num_rows for number, batch in enumerate(batches)), array("i"))
    groups = _grouped(batches)
    targets = targets_of(groups)
    table = pa.concat_tables([fitted(group, targets) for group in groups], promote_options="default")
    return settled(table, hollow_of(groups, targets)).append_column(LOG, pa.array(numbers, pa.int32()))


def joined(batches: Sequence[pa.RecordBatch]) -> pa.Table:
    """Batches of one log, one after the other, as a table whose columns can still become of any type."""
    targets = targets_of(batches)
    return pa.concat_tables([fitted(batch, targets) for batch in batches], promote_options="default")


def _grouped(batches: Sequence[pa.RecordBatch]) -> list[pa.Table]:
    """Tables of neighbours with one schema: whatever is done for each column is done once for many logs."""
    groups: list[list[pa.RecordBatch]] = []
    for batch in batches:
        if groups and groups[-1][0].schema.equals(batch.schema):
            groups[-1].append(batch)
        else:
            groups.append([batch])
    return [pa.Table.from_batches(group) for group in groups]


def newest_rows(table: pa.Table) -> dict[str, pa.Array]:
    """Column name to array, with one row for each `KEY`: the last, at the place of the first."""
    place: dict[str, int] = {}
    for row, key in enumerate(table[KEY].to_pylist()):
        place[key] = row
    rows = table if len(place) == table.num_rows else table.take(pa.array(list(place.values())))
    return {name: whole(rows[name]) for name in rows.column_names}


def _without_repeats(table: pa.Table) -> pa.Table:
    """The first of the rows with one `sample_id`: logs of a retry hold what they took over once more."""
    ids = table["sample_id"] if "sample_id" in table.column_names else None
    if ids is None or len(pc.unique(ids)) == len(ids):
        return table
    seen: set[str] = set()
    first = [not (each in seen or seen.add(each)) for each in ids.to_pylist()]  # type: ignore[func-returns-value]
    return table.filter(pa.array(first))
