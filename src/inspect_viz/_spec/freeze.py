"""Copies of values that nobody can change, and the way back to JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from numbers import Integral, Real


class FrozenDict(Mapping[str, object]):
    """A mapping that nobody can change; unlike a view of a dict it can be pickled."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, object] | None = None) -> None:
        self._items = dict(items or {})

    def __getitem__(self, key: str) -> object:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return repr(self._items)


def freeze(value: object) -> object:
    """A deep copy in which lists are tuples, dicts are read-only, and numbers are Python's own."""
    if isinstance(value, Mapping):
        return FrozenDict({k: freeze(v) for k, v in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(v) for v in value)
    if isinstance(value, Real) and not isinstance(value, int | float):
        return int(value) if isinstance(value, Integral) else float(value)
    return value


def frozen(value: Mapping[str, object]) -> Mapping[str, object]:
    """A deep, read-only copy of a mapping."""
    return FrozenDict({k: freeze(v) for k, v in value.items()})


def thaw(value: object) -> object:
    """The same value in plain dicts and lists, as JSON has it."""
    if isinstance(value, Mapping):
        return {k: thaw(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [thaw(v) for v in value]
    return value
