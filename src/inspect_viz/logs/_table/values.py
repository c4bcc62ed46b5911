"""Columns of values of any JSON type.

The type of a column depends on all logs, so a log's own part keeps what it needs to become any of them: a part of one
kind is an Arrow array of that kind, a part of several kinds is a struct of texts and kinds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

MIXED = pa.struct([("text", pa.string()), ("kind", pa.string())])
"""Values of several kinds: what Python's `str` makes of each, and "bool", "int", "float", "str", "list" or "dict"."""

JSON_KIND = b"json"
"""The key under which a field of texts says that they are JSON of lists or objects."""

_PLAIN = {str: pa.string(), float: pa.float64(), bool: pa.bool_()}
_NONE = type(None)


def column(values: Sequence[Any]) -> pa.Array:
    """Values as an Arrow array: of null, bool, int64, double, string, or `MIXED`. NaN becomes null."""
    kinds = set(map(type, values))
    kinds.discard(_NONE)
    if len(kinds) > 1 and float in kinds:
        values = [None if _is_missing(value) else value for value in values]
        kinds = set(map(type, values)) - {_NONE}
    if not kinds:
        return pa.nulls(len(values))
    if len(kinds) == 1:
        kind = kinds.pop()
        if kind in _PLAIN:
            return pa.array(values, _PLAIN[kind], from_pandas=True)
        if kind is int and _are_longs(values):
            return pa.array(values, pa.int64())
        if kind in (list, dict):
            return pa.array([None if value is None else json.dumps(value) for value in values], pa.string())
    return _mixed(values)


def _are_longs(values: Sequence[Any]) -> bool:
    numbers = [value for value in values if value is not None]
    return bool(min(numbers) >= -(2**63) and max(numbers) < 2**63)


def _mixed(values: Sequence[Any]) -> pa.StructArray:
    missing = [_is_missing(value) for value in values]
    texts = [None if gone else text(value) for value, gone in zip(values, missing, strict=True)]
    kinds = [None if gone else type(value).__name__ for value, gone in zip(values, missing, strict=True)]
    return pa.StructArray.from_arrays([pa.array(texts, pa.string()), pa.array(kinds, pa.string())], fields=list(MIXED))


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def text(value: Any) -> str:
    """A value as text: lists and objects as JSON, all others as Python shows them."""
    return json.dumps(value) if isinstance(value, list | dict) else str(value)
