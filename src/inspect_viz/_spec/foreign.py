"""What the foreign specs of a picture bring along: tables, SQL and params under names of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from .freeze import thaw
from .nodes import Node, SpecNode, walk

if TYPE_CHECKING:
    from inspect_viz.data import Data

Json = dict[str, object]
V = TypeVar("V")


@dataclass
class Foreign:
    """Tables, SQL and params of all foreign specs, which share one world with the rest of the picture."""

    tables: dict[str, Data] = field(default_factory=dict)
    queries: dict[str, str] = field(default_factory=dict)
    params: dict[str, object] = field(default_factory=dict)
    title: str | None = None

    @property
    def names(self) -> Collection[str]:
        """Of all tables, those that SQL makes included."""
        return {*self.tables, *self.queries}

    def free(self, prefix: str, taken: Collection[str]) -> str:
        """A name that is not taken, by first use: t0, t1, ...."""
        number = len([name for name in taken if name not in self.names])
        while f"{prefix}{number}" in self.names or f"{prefix}{number}" in taken:
            number += 1
        return f"{prefix}{number}"


def foreign_in(root: Node) -> Foreign:
    """What the foreign specs below a node bring.

    Raises:
        ValueError: If two of them mean different things by one name.
    """
    found = Foreign()
    for node in walk(root):
        if isinstance(node, SpecNode):
            _join("table", found.tables, node.tables)
            _join("table", found.queries, node.queries)
            _join("param", found.params, {name: thaw(value) for name, value in node.params.items()})
            found.title = found.title or node.title
    return found


def _join(what: str, known: dict[str, V], further: Mapping[str, object]) -> None:
    for name, value in further.items():
        if name in known and known[name] is not value and known[name] != value:
            raise ValueError(f"Two specs of one picture mean different things by the {what} {name!r}; rename one.")
        known[name] = value  # type: ignore[assignment]


def counted(part: object) -> tuple[int, int]:
    """The numbers of plots and of marks in a part of a spec."""
    if not isinstance(part, Mapping):
        return 0, 0
    entries = part.get("plot")
    if isinstance(entries, list):
        return 1, sum("mark" in entry for entry in entries)
    children = part.get("hconcat") or part.get("vconcat") or []
    found = [counted(child) for child in children] if isinstance(children, list) else []
    return sum(plots for plots, _ in found), sum(marks for _, marks in found)
