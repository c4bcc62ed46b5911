"""Copies of values that nobody can change, and the way back to JSON."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def freeze(value: object) -> object:
    """A deep copy in which lists are tuples and dicts are read-only."""
    if isinstance(value, Mapping):
        return MappingProxyType({k: freeze(v) for k, v in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(v) for v in value)
    return value


def frozen(value: Mapping[str, object]) -> Mapping[str, object]:
    """A deep, read-only copy of a mapping."""
    return MappingProxyType({k: freeze(v) for k, v in value.items()})


def thaw(value: object) -> object:
    """The same value in plain dicts and lists, as JSON has it."""
    if isinstance(value, Mapping):
        return {k: thaw(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [thaw(v) for v in value]
    return value
