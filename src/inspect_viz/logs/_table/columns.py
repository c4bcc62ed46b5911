"""Records of samples to Arrow columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from inspect_viz.logs._format.fields import SAMPLE, Wanted
from inspect_viz.logs._format.ids import derived_id

from . import texts as texts
from .score_names import REASON, belonging, score_column
from .values import column

Records = Sequence[Any]
_INPUT = attrgetter("input")
Columns = dict[str, pa.Array]


def sample_columns(records: Records, eval_id: str, wanted: Wanted, whole: bool) -> Columns:
    """The columns of samples.

    Args:
        records: Summaries, or whole samples with the fields of summaries.
        eval_id: The evaluation they belong to.
        wanted: Which columns.
        whole: Whether the inputs are those of whole samples, which tables show unshortened.

    Returns:
        Column name to Arrow array; `sample_id` always, open columns only where there are keys.
    """
    columns: Columns = {"sample_id": _ids(records, eval_id)}
    for name, field in SAMPLE.items():
        if name in _OPEN:
            if wanted.wants_group(name):
                columns.update(_OPEN[name](records, wanted))
        elif name == "input" and wanted.wants(name):
            columns[name] = _array(texts.input_texts(list(map(_INPUT, records)), thin=not whole), pa.string())
        elif wanted.wants(name):
            columns[name] = _PLAIN.get(name, _as_is)(records, field)
    return columns


def _ids(records: Records, eval_id: str) -> pa.Array:
    return _array([record.uuid or derived_id(eval_id, record.id, record.epoch) for record in records], pa.string())


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """An array of a kind, of nulls where nothing else is in it."""
    array = pa.array(values, kind, from_pandas=True)
    return pa.nulls(len(values)) if array.null_count == len(values) else array


_KINDS = {
    "epoch": pa.int64(),
    "description": pa.string(),
    "total_time": pa.float64(),
    "working_time": pa.float64(),
    "limit": pa.string(),
    "limit_reason": pa.string(),
}


def _as_is(records: Records, field: str) -> pa.Array:
    values = list(map(attrgetter(field), records))
    return _array(values, _KINDS[field]) if field in _KINDS else column(values)


def _id(records: Records, field: str) -> pa.Array:
    return _array([str(record.id) for record in records], pa.string())


def _target(records: Records, field: str) -> pa.Array:
    return _array([texts.target_text(record.target) for record in records], pa.string())


def _error(records: Records, field: str) -> pa.Array:
    return _array([record.error or "" for record in records], pa.string())


def _usage(records: Records, field: str) -> pa.Array:
    return _array([texts.usage_text(record.model_usage) for record in records], pa.string())


def _tokens(records: Records, field: str) -> pa.Array:
    total = attrgetter("total_tokens")
    return column([sum(map(total, record.model_usage.values())) for record in records])


def _fallbacks(records: Records, field: str) -> pa.Array:
    return column([sum(each.count for each in own) if (own := record.model_fallbacks) else 0 for record in records])


_PLAIN: dict[str, Callable[[Records, str], pa.Array]] = {
    "id": _id,
    "target": _target,
    "error": _error,
    "model_usage": _usage,
    "total_tokens": _tokens,
    "fallbacks": _fallbacks,
}


def invalidations(records: Records) -> Any:
    """Who declared which samples of a log invalid and why, as JSON; all of them where the log does not say which."""
    told = [record.invalidation for record in records]
    return column(told if any(own is not None for own in told) else [{}] * len(told))


def _metadata(records: Records, wanted: Wanted) -> Columns:
    own = [record.metadata for record in records]
    columns = {}
    for key in _keys(own):
        if wanted.wants(f"metadata_{key}"):
            values = [metadata.get(key) for metadata in own]
            array = column(values if wanted.full else texts.thinned(values))
            if pa.types.is_null(array.type) and any(key not in metadata for metadata in own):
                array = pa.nulls(len(own), pa.float64())
            columns[f"metadata_{key}"] = array
    return columns


def _scores(records: Records, wanted: Wanted) -> Columns:
    """A column for each score, for each key of scores that are objects, and for the reasons of each."""
    own = [record.scores or {} for record in records]
    columns: Columns = {}
    for key in _keys(own):
        name = score_column(key)
        given = [scores.get(key) for scores in own]
        values = [None if score is None else score.value for score in given]
        if wanted.wants(name):
            columns[name] = column(values)
        columns.update(_parts(name, values, wanted))
        columns.update(_reasons(name, given, wanted))
    return columns


def _parts(name: str, values: list[Any], wanted: Wanted) -> Columns:
    objects = [value if type(value) is dict else {} for value in values] if dict in set(map(type, values)) else []
    return {
        belonging(name, key): column([value.get(key) for value in objects])
        for key in _keys(objects)
        if wants_belonging(wanted, name, key)
    }


def _reasons(name: str, given: list[Any], wanted: Wanted) -> Columns:
    if not wants_belonging(wanted, name, REASON):
        return {}
    reasons = [None if score is None else score.why() for score in given]
    return {belonging(name, REASON): pa.array(reasons, pa.string())} if any(reasons) else {}


def wants_belonging(wanted: Wanted, score: str, what: str) -> bool:
    """Whether a column of what belongs to a score is wanted, by one of the names that it can have."""
    return wanted.wants(f"{score}_{what}") or wanted.wants(f"{score}[{what}]")


_OPEN: dict[str, Callable[[Records, Wanted], Columns]] = {"metadata_*": _metadata, "score_*": _scores}


def _keys(objects: Sequence[dict[str, Any]]) -> list[str]:
    """All keys, in order of first appearance."""
    return list(dict.fromkeys(chain.from_iterable(objects)))
