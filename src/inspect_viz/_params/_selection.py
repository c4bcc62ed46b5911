"""`Selection`: conditions on rows that inputs and interactors set."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, get_args

from inspect_viz._util.suggest import did_you_mean, listing

from ._reference import new_reference

Strategy: TypeAlias = Literal["crossfilter", "intersect", "single", "union"]
Include: TypeAlias = "Selection | Sequence[Selection] | None"


class Selection:
    """Conditions on rows; marks with `filter_by` draw the rows that meet them.

    Each selection is itself: two of one kind are two. Better made by `Selection.intersect()` and its sisters.

    Args:
        select: How conditions of several inputs go together: "intersect" (all hold), "union" (any holds), "single"
            (the last one alone), "crossfilter" (all hold, but none for the plot that it comes from).
        cross: Whether a condition leaves out the plot that it comes from; not given: as `select` says.
        empty: Whether no row is drawn, instead of all, while nothing is selected.
        unique: A name of its own, for `id`.
        include: Further selections, whose conditions count here, too.

    Raises:
        TypeError: for an argument of the wrong type.
        ValueError: for an unknown strategy, or a crossfilter with `cross=False`.
    """

    __slots__ = ("__weakref__", "_cross", "_empty", "_include", "_owner", "_reference", "_select", "_unique")

    def __init__(
        self,
        select: Strategy,
        *,
        cross: bool | None = None,
        empty: bool | None = None,
        unique: str | None = None,
        include: Include = None,
    ) -> None:
        self._select = _strategy(select)
        self._cross = _flag("cross", cross, select == "crossfilter")
        self._empty = _flag("empty", empty, False)
        if select == "crossfilter" and not self._cross:
            raise ValueError("Selection: cross=False contradicts select='crossfilter'; use select='intersect'.")
        if unique is not None and not isinstance(unique, str):
            raise TypeError(f"Selection: unique must be text or None, not {unique!r} ({type(unique).__name__}).")
        self._unique = unique
        self._include = _included(include)
        self._owner: weakref.ref[Any] | None = None
        self._reference = new_reference(self)

    @property
    def owner(self) -> Any:
        """The table whose rows it filters by itself, or None; inner interface."""
        return self._owner() if self._owner is not None else None

    def owned_by(self, data: object) -> Selection:
        """This selection, as that of a table; inner interface."""
        if self.owner is None:
            self._owner = weakref.ref(data)
        return self

    @classmethod
    def intersect(cls, cross: bool = False, empty: bool = False, include: Include = None) -> Selection:
        """Rows that meet every condition.

        Args:
            cross: Whether a condition leaves out the plot that it comes from.
            empty: Whether no row is drawn, instead of all, while nothing is selected.
            include: Further selections, whose conditions count here, too.
        """
        return cls("intersect", cross=cross, empty=empty, include=include)

    @classmethod
    def union(cls, cross: bool = False, empty: bool = False, include: Include = None) -> Selection:
        """Rows that meet any of the conditions; arguments as for `intersect`."""
        return cls("union", cross=cross, empty=empty, include=include)

    @classmethod
    def single(cls, cross: bool = False, empty: bool = False, include: Include = None) -> Selection:
        """Rows that meet the condition that was set last; arguments as for `intersect`."""
        return cls("single", cross=cross, empty=empty, include=include)

    @classmethod
    def crossfilter(cls, empty: bool = False, include: Include = None) -> Selection:
        """Rows that meet every condition but those that come from the plot itself; arguments as for `intersect`."""
        return cls("crossfilter", empty=empty, include=include)

    @property
    def id(self) -> str:
        """Its name: `unique`, or one in this process; pictures name their selections themselves."""
        return self._unique if self._unique is not None else self._reference.strip("$_")

    @property
    def select(self) -> Strategy:
        """How conditions go together."""
        return self._select

    @property
    def cross(self) -> bool:
        """Whether a condition leaves out the plot that it comes from."""
        return self._cross

    @property
    def empty(self) -> bool:
        """Whether no row is drawn, instead of all, while nothing is selected."""
        return self._empty

    @property
    def include(self) -> tuple[Selection, ...]:
        """Further selections, whose conditions count here, too."""
        return self._include

    def __str__(self) -> str:
        return self._reference

    def __repr__(self) -> str:
        cross = self._cross and self._select != "crossfilter"
        given = {"cross": cross, "empty": self._empty, "include": list(self._include)}
        return f"Selection.{self._select}({', '.join(f'{k}={v!r}' for k, v in given.items() if v)})"

    def __copy__(self) -> Selection:
        return self

    def __deepcopy__(self, memo: object) -> Selection:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (self._select, self._cross, self._empty, self._unique, self._include))


def reaches(target: Selection, selection: Selection) -> bool:
    """Whether what is set in `target` counts in `selection`."""
    return target is selection or any(reaches(target, included) for included in selection.include)


def _again(select: Strategy, cross: bool, empty: bool, unique: str | None, include: tuple[Selection, ...]) -> Selection:
    return Selection(select, cross=cross, empty=empty, unique=unique, include=include)


def _strategy(select: object) -> Strategy:
    known = get_args(Strategy)
    for strategy in known:
        if select == strategy:
            found: Strategy = strategy
            return found
    raise ValueError(f"Selection: select must be one of {listing(known)}, not {select!r}.{did_you_mean(select, known)}")


def _flag(argument: str, value: object, normal: bool) -> bool:
    if value is not None and not isinstance(value, bool):
        raise TypeError(f"Selection: {argument} must be true or false, not {value!r} ({type(value).__name__}).")
    return normal if value is None else value


def _included(include: object) -> tuple[Selection, ...]:
    found = () if include is None else tuple(include) if isinstance(include, list | tuple) else (include,)
    for item in found:
        if not isinstance(item, Selection):
            accepted = "a Selection or a list of them"
            raise TypeError(f"Selection: include must be {accepted}, not {item!r} ({type(item).__name__}).")
    return found
