"""The order of samples and models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from inspect_viz._util.suggest import did_you_mean, listing

Sort: TypeAlias = "Literal['ascending', 'descending'] | str | Mapping[str, object] | None"

NAMES = ("ascending", "descending")
CHANNELS = ("fill", "x", "y")
AXES = ("x", "y")
Order = dict[str, object]


class Hardest(dict[str, object]):
    """The order of a name by difficulty, of which only the hardest samples are drawn."""


def hardest(sort: str, limit: int, axis: str) -> Hardest:
    """So many of the hardest samples, which stand on this axis, in an order of `NAMES`."""
    order = _named(sort)
    own: Any = order[axis]
    return Hardest({**order, axis: {**own, "limit": limit if own["order"] == "ascending" else -limit}})


def is_adjusted(sort: Sort) -> bool:
    """Whether an order is by difficulty, in which what a model or a sample lacks does not count; others say how."""
    return isinstance(sort, Hardest) or (isinstance(sort, str) and sort in NAMES)


def sort_order(sort: Sort) -> Order:
    """Plot's `sort` option for a cell mark: best models and easiest samples in one corner, or what was asked for."""
    if sort is None:
        return dict.fromkeys(AXES)
    if isinstance(sort, str):
        return _named(sort)
    if not isinstance(sort, Mapping):
        raise TypeError(f"sort={sort!r} must be {listing(NAMES)}, None, a channel or a dict such as {{'x': 'fill'}}")
    if "value" in sort:
        return {axis: with_mean(dict(sort)) for axis in AXES}
    return _by_axis(sort)


def _corner(best_at_right_top: bool) -> Order:
    directions = ("ascending", "descending") if best_at_right_top else ("descending", "ascending")
    return {axis: {"value": "fill", "reduce": "mean", "order": d} for axis, d in zip(AXES, directions, strict=True)}


def _named(sort: str) -> Order:
    if sort in NAMES:
        return _corner(sort == "ascending")
    if sort.removeprefix("-") not in CHANNELS:
        raise ValueError(
            f"sort={sort!r} is not an order; accepted: {listing(NAMES)}, None, a channel ({listing(CHANNELS)}) "
            f"or a dict.{did_you_mean(sort, (*NAMES, *CHANNELS))}"
        )
    return {axis: with_mean({"value": sort}) for axis in AXES}


def with_mean(given: Order) -> Order:
    """Values are averaged by default; labels (x, y) have no mean, so their first one counts."""
    value = str(given.get("value")).removeprefix("-")
    return given if "reduce" in given else {**given, "reduce": "mean" if value == "fill" else "first"}


def _by_axis(sort: Mapping[str, object]) -> Order:
    axes = {axis: _of_axis(axis, sort[axis], "reduce" in sort) for axis in AXES if axis in sort}
    return {**_corner(True), **sort, **axes}


def _of_axis(axis: str, given: object, reduced: bool) -> Order | None:
    """The order of one scale; `reduced`: the reducer of all scales is given."""
    if given is None:
        return None
    if isinstance(given, str):
        given = {"value": given}
    if not isinstance(given, Mapping):
        raise TypeError(f"sort[{axis!r}]={given!r} must be a channel, a dict such as {{'value': 'fill'}}, or None")
    return dict(given) if reduced else with_mean(dict(given))
