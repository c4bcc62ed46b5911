"""Params and names of plots that a spec refers to: each must be there, and be what is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from inspect_viz._spec.errors import wrong_type
from inspect_viz._util.suggest import did_you_mean, listing

SELECTS = ("single", "intersect", "union", "crossfilter")
REFERENCE = re.compile(r"\$([A-Za-z_]\w*)")
DOMAIN = re.compile(r"(xy|[xy]|f[xy]|r|color|opacity|symbol|length)Domain")
UNKNOWN: Final = object()
CLAUSES = ("toggle", "interval", "region", "highlight", "pan")
"""How interactors begin that make conditions."""


@dataclass
class References:
    """What a spec defines, and checks of what it refers to.

    Args:
        where: The function that was called.
        params: The `params` of the spec.
    """

    where: str
    params: Mapping[str, object]
    made: set[str] = field(default_factory=set)
    plots: set[str] = field(default_factory=set)

    def collect(self, part: object, place: str = "") -> None:
        """Notes what parts define: what `as` and pans set, and names of plots, each of which stands once."""
        if isinstance(part, list):
            for i, child in enumerate(part):
                self.collect(child, f"{place}[{i}]")
        elif isinstance(part, Mapping):
            target = part.get("as")
            made = [target] if {"select", "input", "legend"} & part.keys() else []
            made += [part.get(way) for way in ("x", "y")] if str(part.get("select", "")).startswith("pan") else []
            self.made |= {name[1:] for name in made if isinstance(name, str) and name.startswith("$")}
            if "plot" in part and isinstance(part.get("name"), str):
                self._plot(str(part["name"]), place)
            for key in ("plot", "hconcat", "vconcat"):
                self.collect(part.get(key), f"{place}.{key}" if place else key)

    def _plot(self, name: str, place: str) -> None:
        if name in self.plots:
            raise ValueError(
                f"{self.where}: {place}: there is a plot named {name!r} already; names stand for one plot."
            )
        self.plots.add(name)

    def check_entry(self, entry: Mapping[str, object], place: str) -> None:
        """Raises ValueError for a mark, interactor, input or legend that refers to what is not there, or is of a kind
        that is not wanted."""
        for path, name, in_sql in _found(entry):
            self._defined(name, f"{place}.{path}" if path else place)
            key = path.rpartition(".")[2]
            if key in ("filterBy", "by") or (key in ("as", "x", "y") and self._makes_clauses(entry)):
                self._wanted(name, f"{place}.{path}", True)
            elif "mark" in entry and not in_sql and key != "from":
                self._wanted(name, f"{place}.{path}", False)
        of = entry.get("for") if "legend" in entry else None
        if isinstance(of, str) and of not in self.plots:
            known = listing(sorted(self.plots)) if self.plots else "none"
            raise ValueError(
                f"{self.where}: {place}.for={of!r} is the name of no plot. There are: {known}."
                f"{did_you_mean(of, self.plots)}"
            )

    def target(self, where: str, name: str, value: object, either: bool = False) -> None:
        """Raises TypeError for what is no reference to a selection; `either`: or to a param."""
        if not isinstance(value, str) or not REFERENCE.fullmatch(value):
            what = "a param or a selection" if either else "a selection"
            raise wrong_type(where, name, value, f"a reference to {what}, such as '$chosen'")

    def value(self, where: str, name: str, value: object) -> object:
        """The value, or that of the param that stands for it; raises ValueError for a selection."""
        found = REFERENCE.fullmatch(value) if isinstance(value, str) else None
        if not found:
            return value
        held = self.first(value)
        if held is UNKNOWN:
            raise ValueError(f"{where}: {name} is {value}, a selection; a value is wanted, or a param that has one.")
        return held

    def first(self, value: object) -> object:
        """The value, or that which its param has first; UNKNOWN for a selection, and for what only `as` defines."""
        found = REFERENCE.fullmatch(value) if isinstance(value, str) else None
        if not found:
            return value
        held = self.params.get(found[1], UNKNOWN)
        if not isinstance(held, Mapping):
            return held
        return UNKNOWN if "select" in held else held.get("value", held.get("date"))

    def resolved(self, value: object) -> object:
        """The value with such values in it; UNKNOWN where one of them is."""
        if isinstance(value, Mapping):
            found = {name: self.resolved(inner) for name, inner in value.items()}
            return UNKNOWN if any(inner is UNKNOWN for inner in found.values()) else found
        if isinstance(value, list):
            items = [self.resolved(inner) for inner in value]
            return UNKNOWN if any(inner is UNKNOWN for inner in items) else items
        return self.first(value)

    def literal(self, where: str, name: str, value: object) -> object:
        """The value; raises ValueError where it is that of a param, which would not be asked for it."""
        if isinstance(value, str) and REFERENCE.fullmatch(value):
            raise ValueError(f"{where}: {name} is {value}, but takes a value of its own.")
        return value

    def check_attributes(self, attributes: Mapping[str, object], place: str) -> None:
        """Raises ValueError for an attribute of a plot that refers to what is not there."""
        for path, name, _ in _found({key: value for key, value in attributes.items() if key not in ("plot", "name")}):
            self._defined(name, f"{place}.{path}" if place else path)
            if not DOMAIN.fullmatch(path):
                self._wanted(name, f"{place}.{path}" if place else path, False)

    def _makes_clauses(self, entry: Mapping[str, object]) -> bool:
        return "legend" in entry or str(entry.get("select", "")).startswith(CLAUSES)

    def _defined(self, name: str, place: str) -> None:
        known = {*self.params, *self.made}
        if name not in known:
            there = f" There are: {listing(sorted(known))}." if known else " The spec has no params."
            raise ValueError(
                f"{self.where}: {place} is ${name}, which params does not define and no `as` sets."
                f"{did_you_mean(name, known) or there}"
            )

    def _wanted(self, name: str, place: str, a_selection: bool) -> None:
        """Names that only `as` defines become what is wanted."""
        if name not in self.params:
            return
        given = self.params[name]
        is_one = isinstance(given, Mapping) and given.get("select") in SELECTS
        if a_selection and not is_one:
            raise ValueError(
                f"{self.where}: {place} is ${name}, a param; a selection is wanted, such as "
                f'params.{name}={{"select": "intersect"}}.'
            )
        if not a_selection and is_one:
            raise ValueError(f"{self.where}: {place} is ${name}, a selection; a param with a value is wanted.")


def _found(value: object, path: str = "") -> Iterator[tuple[str, str, bool]]:
    """References below a value: where each stands, its name, and whether it is part of SQL."""
    if isinstance(value, str):
        key = path.rpartition(".")[2]
        if key in ("sql", "agg", "expr"):
            yield from ((path, name, True) for name in REFERENCE.findall(value))
        elif found := REFERENCE.fullmatch(value):
            yield path, found[1], False
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _found(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _found(inner, path)
