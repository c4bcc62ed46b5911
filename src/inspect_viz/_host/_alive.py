"""Which pictures readers can change: one rule for pages and notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from inspect_viz._spec.nodes import InputNode, Interactor, Legend, PlotNode, SpecNode, TableNode, walk

if TYPE_CHECKING:
    from inspect_viz._spec.compile import Picture
    from inspect_viz._spec.nodes import Node


def has_pointer(picture: Picture) -> bool:
    """Whether some interactor publishes what the pointer does; pans and zooms without a selection ask nothing."""
    own = any(not _is_mute(part) for part in _parts(picture.spec) if _is_interactor(part))
    return own or picture.is_pointed


def _is_interactor(part: Mapping[str, object]) -> bool:
    return "select" in part and "mark" not in part and "input" not in part


def _is_mute(part: Mapping[str, object]) -> bool:
    name = str(part["select"])
    return name == "highlight" or (name.startswith("pan") and "x" not in part and "y" not in part)


def is_living(node: Node) -> bool:
    """Whether readers can change the picture: it has an input, a table, an interactor, or a legend that selects."""
    return any(_changes(below) for below in walk(node))


def _changes(node: Node) -> bool:
    if isinstance(node, PlotNode):
        return any(map(_changes, node.legends))
    if isinstance(node, Legend):
        return node.target is not None
    if isinstance(node, SpecNode):
        return any(
            "input" in part or {"legend", "as"} <= part.keys() or _is_interactor(part) for part in _parts(node.part)
        )
    return isinstance(node, InputNode | TableNode | Interactor)


def _parts(part: object) -> Iterator[Mapping[str, object]]:
    """The parts of a layout and the entries of plots."""
    if not isinstance(part, Mapping):
        return
    yield part
    for key in ("hconcat", "vconcat", "plot"):
        children = part.get(key)
        for child in children if isinstance(children, Iterable) else ():
            yield from _parts(child)
