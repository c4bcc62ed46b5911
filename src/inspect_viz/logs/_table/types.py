"""Of which type a column is: that follows from the values of all logs, as it does in inspect_ai's tables.

Whole numbers with gaps become doubles, whole numbers beside others doubles, anything else of several kinds text, and a
column without values text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from .score_names import KIND, SCORE, belonging
from .values import MIXED, text

Batch: TypeAlias = pa.RecordBatch | pa.Table
Values: TypeAlias = pa.Array | pa.ChunkedArray


def targets_of(batches: Sequence[Batch]) -> dict[str, pa.DataType]:
    """Column name to the Arrow type that holds the values of all batches; null where there are none."""
    found: dict[str, set[pa.DataType]] = {}
    for batch in batches:
        for name, values in zip(batch.schema.names, batch.columns, strict=True):
            kinds = found.setdefault(name, set())
            if values.type not in kinds and values.null_count < len(values):
                kinds.add(values.type)
    return {name: _common(kinds) for name, kinds in found.items()}


def hollow_of(batches: Sequence[Batch], targets: Mapping[str, pa.DataType]) -> set[str]:
    """The columns without values that become doubles: those of NaN, and those of keys that some samples lack."""
    empty = {name for name, target in targets.items() if pa.types.is_null(target)}
    schemas = [own.schema for own in batches if own.num_rows]
    lacking = [empty.difference(schema.names) for schema in schemas]
    nan = [{field.name for field in schema if pa.types.is_float64(field.type)} & empty for schema in schemas]
    return set().union(*lacking, *nan)


def _common(kinds: set[pa.DataType]) -> pa.DataType:
    if len(kinds) < 2:
        return next(iter(kinds), pa.null())
    return pa.float64() if kinds == {pa.int64(), pa.float64()} else MIXED


def fitted(batch: Batch, targets: Mapping[str, pa.DataType]) -> pa.Table:
    names = batch.schema.names
    return pa.table({name: _cast(values, targets[name]) for name, values in zip(names, batch.columns, strict=True)})


def _cast(values: Values, target: pa.DataType) -> Values:
    if values.type == target or pa.types.is_null(values.type):
        return values
    if values.null_count == len(values):
        return pa.nulls(len(values))
    return _mixed(values) if target == MIXED else values.cast(target)


def _mixed(values: Values) -> pa.StructArray:
    """Values of one kind as values among others."""
    kinds = {pa.int64(): "int", pa.float64(): "float", pa.bool_(): "bool", pa.string(): "str"}
    own = values.to_pylist()
    texts = pa.array([None if value is None else text(value) for value in own], pa.string())
    names = pa.array([None if value is None else kinds[values.type] for value in own], pa.string())
    return pa.StructArray.from_arrays([texts, names], fields=list(MIXED))


def settled(table: pa.Table, hollow: Collection[str] = ()) -> pa.Table:
    """The table with the types that depend on whether values are missing or differ in kind."""
    columns: dict[str, pa.ChunkedArray] = {}
    for name, values in zip(table.column_names, table.columns, strict=True):
        if values.type == MIXED:
            columns.update(_settled_mixed(name, whole(values)))
        elif pa.types.is_null(values.type):
            columns[name] = values.cast(pa.float64() if name in hollow else pa.string())
        elif pa.types.is_int64(values.type) and values.null_count:
            columns[name] = values.cast(pa.float64(), safe=False)
        else:
            columns[name] = values
    return pa.table(columns)


def whole(values: pa.ChunkedArray) -> pa.Array:
    """A chunked array as one array."""
    return pa.concat_arrays(values.chunks) if values.num_chunks else pa.array([], values.type)


def _settled_mixed(name: str, values: pa.StructArray) -> dict[str, pa.ChunkedArray]:
    """Numbers where all are numbers; else texts and, of scores of several kinds, their kinds."""
    texts, kinds = values.field("text"), values.field("kind")
    found = set(pc.unique(kinds).to_pylist()) - {None}
    if found == {"int"}:
        return {name: pa.chunked_array([_long(texts)])}
    if found <= {"int", "float"} and not _are_huge(texts, kinds):
        numbers = [None if each is None else float(each) for each in texts.to_pylist()]
        return {name: pa.chunked_array([pa.array(numbers, pa.float64())])}
    own = {name: pa.chunked_array([texts])}
    return own | {belonging(name, KIND): pa.chunked_array([kinds])} if len(found) > 1 and _is_score(name) else own


def _are_huge(texts: pa.StringArray, kinds: pa.StringArray) -> bool:
    """Whether whole numbers are beyond 64 bits with or without a sign; beside numbers with a point they stay texts."""
    whole = texts.filter(pc.equal(kinds, "int")).to_pylist()
    return any(len(each) > 18 and not -(2**63) <= int(each) < 2**64 for each in whole)


def _long(texts: pa.StringArray) -> pa.Array:
    """Whole numbers of which some pass 64 bits with a sign: 64 bits without one if that is enough, else their texts."""
    try:
        return texts if texts.null_count else texts.cast(pa.uint64())
    except pa.ArrowInvalid:
        return texts


def _is_score(name: str) -> bool:
    return name.startswith(SCORE)
