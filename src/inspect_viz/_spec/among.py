"""The other pictures of a page, as far as what readers do in them changes one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from inspect_viz._params import Param, Selection, reaches

from .nodes import InputNode, Interactor, Legend, Node, PlotNode, TableNode, walk
from .targets import Targets, targets_of

Input: TypeAlias = InputNode | TableNode
Variable: TypeAlias = Param | Selection


@dataclass(frozen=True)
class Among:
    """The nodes of the other pictures, and the places that inputs have among all those of the page.

    Args:
        others: The other pictures.
        ranks: The place of an input by its identity: an input that stands in two pictures is one.
    """

    others: tuple[Node, ...] = ()
    ranks: Mapping[int, int] = field(default_factory=dict)

    def joined(self, own: Targets) -> Targets:
        """The targets of a picture with those of the others."""
        found = [own, *map(targets_of, self.others)]
        return Targets(
            tuple(p for targets in found for p in targets.publishers),
            tuple(o for targets in found for o in targets.offered),
            own.highlighted,
        )

    def ranked(self, node: Input) -> dict[str, object]:
        """The place of an input, as its part of a spec tells it."""
        return {"rank": self.ranks[id(node)]} if id(node) in self.ranks else {}

    def changing(self, variables: Collection[Variable], own: Collection[int]) -> Iterator[tuple[int, Node]]:
        """What sets these variables: the number of the other picture, and the node; `own` inputs are none of others."""
        for number, other in enumerate(self.others):
            for node in walk(other):
                if id(node) not in own and any(sets(target, variables) for target in targets_in(node)):
                    yield number, node


def targets_in(node: Node) -> Iterator[Variable | None]:
    """What a node sets."""
    if isinstance(node, InputNode | TableNode | Legend):
        yield node.target
    if isinstance(node, PlotNode):
        yield from (legend.target for legend in node.legends)
    if isinstance(node, Interactor):
        options = [node.options.get(name) for name in ("as", "x", "y")]
        yield from (option for option in options if isinstance(option, Param | Selection))


def sets(target: Variable | None, variables: Collection[Variable]) -> bool:
    """Whether a target is one of some variables, or counts in one of them."""
    if isinstance(target, Selection):
        return any(isinstance(known, Selection) and reaches(target, known) for known in variables)
    return any(known is target for known in variables)
