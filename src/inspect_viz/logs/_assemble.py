"""Parts of logs to one table.

The type of a column follows from all of its values, as it does in inspect_ai's tables: whole numbers with gaps become
doubles, whole numbers beside others doubles, anything else of several kinds text, and a column without values text.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from ._fields import OPEN, ORDER, in_order
from ._part import KEY, Facts, Part
from ._values import MIXED, column, text

KIND = "_kind"
"""What the name of the column of kinds ends in that stands beside a column of scores of several kinds."""

_LOG = "_log"
HIDDEN = (_LOG, KEY)

CREATED = pa.timestamp("us", tz="UTC")


def table_of(parts: Sequence[Part]) -> Any:
    """A PyArrow table of all samples, the columns of evaluations dictionary-encoded; of several runs or samples with
    one id the first is kept.
    """
    kept = first_runs(parts)
    samples = _without_repeats(_samples(kept))
    if _LOG not in samples.column_names:
        return pa.table({name: pa.array([], pa.string()) for name in ORDER if name not in OPEN})
    columns = {name: samples[name] for name in samples.column_names if name not in HIDDEN}
    columns.update(_eval_columns([part.facts for part in kept], _array(samples[_LOG])))
    return pa.table({name: columns[name] for name in in_order(columns)})


def first_runs(parts: Sequence[Part]) -> list[Part]:
    """The parts of different runs: a log and its copy count once."""
    first: dict[str, Part] = {}
    for part in parts:
        first.setdefault(part.facts.eval_id, part)
    return list(first.values())


def _samples(parts: Sequence[Part]) -> Any:
    """The columns of samples, and `_log`, the number of the log among `parts`."""
    if not parts:
        return pa.table({})
    batches = [part.batch for part in parts]
    targets = _targets(batches)
    tables = [_numbered(_fitted(batch, targets), i) for i, batch in enumerate(batches)]
    return _settled(pa.concat_tables(tables, promote_options="default"), _hollow(batches, targets))


def joined(batches: Sequence[Any]) -> Any:
    """Batches of one log, one after the other, as a table whose columns can still become of any type."""
    targets = _targets(batches)
    return pa.concat_tables([_fitted(batch, targets) for batch in batches], promote_options="default")


def newest_rows(table: Any) -> dict[str, Any]:
    """Column name to array, with one row for each `KEY`: the last, at the place of the first."""
    place: dict[str, int] = {}
    for row, key in enumerate(table[KEY].to_pylist()):
        place[key] = row
    rows = table if len(place) == table.num_rows else table.take(pa.array(list(place.values())))
    return {name: _array(rows[name]) for name in rows.column_names}


def _numbered(table: Any, number: int) -> Any:
    return table.append_column(_LOG, pa.array(array("i", [number]) * table.num_rows, pa.int32()))


def _targets(batches: Sequence[Any]) -> dict[str, Any]:
    """Column name to the Arrow type that holds the values of all batches; null where there are none."""
    found: dict[str, set[Any]] = {}
    for batch in batches:
        for name, values in zip(batch.schema.names, batch.columns, strict=True):
            kinds = found.setdefault(name, set())
            if values.type not in kinds and values.null_count < len(values):
                kinds.add(values.type)
    return {name: _common(kinds) for name, kinds in found.items()}


def _hollow(batches: Sequence[Any], targets: Mapping[str, Any]) -> set[str]:
    """The columns without values that become doubles: those of NaN, and those of keys that some samples lack."""
    empty = [name for name, target in targets.items() if pa.types.is_null(target)]
    return {
        name
        for name in empty
        if any(name not in batch.schema.names or pa.types.is_float64(batch[name].type) for batch in batches)
    }


def _common(kinds: set[Any]) -> Any:
    if len(kinds) < 2:
        return next(iter(kinds), pa.null())
    return pa.float64() if kinds == {pa.int64(), pa.float64()} else MIXED


def _fitted(batch: Any, targets: Mapping[str, Any]) -> Any:
    names = batch.schema.names
    return pa.table({name: _cast(values, targets[name]) for name, values in zip(names, batch.columns, strict=True)})


def _cast(values: Any, target: Any) -> Any:
    if values.type == target or pa.types.is_null(values.type):
        return values
    if values.null_count == len(values):
        return pa.nulls(len(values))
    return _mixed(values) if target == MIXED else values.cast(target)


def _mixed(values: Any) -> Any:
    """Values of one kind as values among others."""
    kinds = {pa.int64(): "int", pa.float64(): "float", pa.bool_(): "bool", pa.string(): "str"}
    own = values.to_pylist()
    texts = pa.array([None if value is None else text(value) for value in own], pa.string())
    names = pa.array([None if value is None else kinds[values.type] for value in own], pa.string())
    return pa.StructArray.from_arrays([texts, names], fields=list(MIXED))


def _settled(table: Any, hollow: Collection[str] = ()) -> Any:
    """The table with the types that depend on whether values are missing or differ in kind."""
    columns: dict[str, Any] = {}
    for name, values in zip(table.column_names, table.columns, strict=True):
        if values.type == MIXED:
            columns.update(_settled_mixed(name, _array(values)))
        elif pa.types.is_null(values.type):
            columns[name] = values.cast(pa.float64() if name in hollow else pa.string())
        elif pa.types.is_int64(values.type) and values.null_count:
            columns[name] = values.cast(pa.float64(), safe=False)
        else:
            columns[name] = values
    return pa.table(columns)


def _array(values: Any) -> Any:
    """A chunked array as one array."""
    return pa.concat_arrays(values.chunks) if values.num_chunks else pa.array([], values.type)


def _settled_mixed(name: str, values: Any) -> dict[str, Any]:
    """Numbers where all are numbers; else texts and, of scores of several kinds, their kinds."""
    texts, kinds = values.field("text"), values.field("kind")
    found = set(pc.unique(kinds).to_pylist()) - {None}
    if found == {"int"}:
        return {name: pa.chunked_array([_long(texts)])}
    if found <= {"int", "float"} and not _are_huge(texts, kinds):
        numbers = [None if each is None else float(each) for each in texts.to_pylist()]
        return {name: pa.chunked_array([pa.array(numbers, pa.float64())])}
    own = {name: pa.chunked_array([texts])}
    return own | {name + KIND: pa.chunked_array([kinds])} if len(found) > 1 and _is_score(name) else own


def _are_huge(texts: Any, kinds: Any) -> bool:
    """Whether whole numbers are beyond 64 bits with or without a sign; beside numbers with a point they stay texts."""
    whole = texts.filter(pc.equal(kinds, "int")).to_pylist()
    return any(len(each) > 18 and not -(2**63) <= int(each) < 2**64 for each in whole)


def _long(texts: Any) -> Any:
    """Whole numbers of which some pass 64 bits with a sign: 64 bits without one if that is enough, else their texts."""
    try:
        return texts if texts.null_count else texts.cast(pa.uint64())
    except pa.ArrowInvalid:
        return texts


def _is_score(name: str) -> bool:
    return name.startswith("score_")


def _without_repeats(table: Any) -> Any:
    """The first of the rows with one `sample_id`: logs of a retry hold what they took over once more."""
    ids = table["sample_id"] if "sample_id" in table.column_names else None
    if ids is None or len(pc.unique(ids)) == len(ids):
        return table
    seen: set[str] = set()
    first = [not (each in seen or seen.add(each)) for each in ids.to_pylist()]  # type: ignore[func-returns-value]
    return table.filter(pa.array(first))


def _eval_columns(facts: Sequence[Facts], logs: Any) -> dict[str, Any]:
    names = dict.fromkeys(name for own in facts for name in own.columns)
    return {name: _eval_column(name, facts, logs) for name in names}


def _eval_column(name: str, facts: Sequence[Facts], logs: Any) -> Any:
    """A column of texts as a dictionary of its different values, any other as it is."""
    values = [own.start if name == "created" else own.columns.get(name) for own in facts]
    if name == "created":
        return pa.array(values, CREATED).take(logs)
    lacking = any(name not in each.columns for each in facts)
    own = _array(_settled(pa.table({name: column(values, lacking)}), {name} if lacking else ())[name])
    if not pa.types.is_string(own.type) or own.null_count == len(own):
        return own.take(logs)
    coded = own.dictionary_encode()
    return pa.DictionaryArray.from_arrays(coded.indices.take(logs), coded.dictionary)


def plain(table: Any) -> Any:
    """The table without dictionaries: every column of texts is of type string."""
    columns = [values.cast(pa.string()) if pa.types.is_dictionary(values.type) else values for values in table.columns]
    return pa.table(dict(zip(table.column_names, columns, strict=True)))
