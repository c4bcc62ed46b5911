"""Several pictures in a page of the caller's making: the runtime once, each picture as a fragment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._assets import core, style

if TYPE_CHECKING:
    from inspect_viz._spec import Among, Picture
    from inspect_viz._spec.nodes import Drawable

    from ._members import Member


class HtmlPage:
    """Parts of a page with several pictures: `head()` once, then one `fragment()` each.

    What they have in common is one in the page: a `Param` or a `Selection` that an input of one picture sets changes
    the others, too, and each column of a table travels once.

    Args:
        *components: Pictures whose fragments will follow in any order. A picture that is not among them knows
            those before it.

    Raises:
        TypeError: If one of them is not a picture.
    """

    def __init__(self, *components: Drawable) -> None:
        from ._members import Named
        from ._shelf import Shelf
        from ._write import _check_component

        for component in components:
            _check_component(component)
        self._members: list[Member] = Named(components).members
        self._made: dict[int, tuple[Picture, bool]] = {}
        """Pictures by their numbers, and whether whatever is set in others can be answered."""
        self._shelf = Shelf()
        self._is_living = False
        """Whether a fragment has brought the script of living pictures along."""

    def head(self) -> str:
        """Style and script of the runtime, for the page's head."""
        return f"<style>{style()}</style><script>{core()}</script>"

    def fragment(self, component: Drawable) -> str:
        """One picture as HTML, for the page's body. One that cannot be drawn leaves the page as it was.

        Raises:
            TypeError: If `component` is not a picture.
            ValueError: If it sets what a picture before it follows, which was written without the answers.
        """
        from inspect_viz._spec import compile

        from ._page import shared_fragment
        from ._write import _check_component

        _check_component(component)
        members, number = self._with(component)
        among, shelf = _among(members, number), self._shelf.turned(members, number)
        text, living = shared_fragment(component, among, shelf, not self._is_living)
        shelf.has_engine = shelf.has_engine or (living is not None and living.engine == "inline")
        self._made[number] = (compile(component, among), living is not None and living.engine != "none")
        self._is_living = self._is_living or living is not None
        self._members, self._shelf = members, shelf
        return text

    def _with(self, component: Drawable) -> tuple[list[Member], int]:
        """The pictures with this one, and its number: of one that was named before, or a new one."""
        from ._members import Named

        for member in self._members:
            if member.component is component and member.number not in self._made:
                return self._members, member.number
        members = [*self._members, *Named([component], self._members).members]
        self._check_late(members)
        return members, len(self._members)

    def _check_late(self, members: Sequence[Member]) -> None:
        """Raises ValueError where a picture that is written already would have to answer to the last one."""
        from inspect_viz._spec import compile

        if not _sets_any(members[-1]):
            return
        for number, (written, can_answer) in self._made.items():
            now = compile(members[number].component, _among(members, number))
            is_same = (now.spec, now.columns) == (written.spec, written.columns)
            if len(now.changed_by) > len(written.changed_by) and not (can_answer and is_same):
                raise ValueError(
                    f"HtmlPage.fragment: this picture sets what {members[number].title!r} follows, which was written "
                    "before it, without the answers. Name all pictures first: HtmlPage(picture, another, ...)."
                )


def _sets_any(member: Member) -> bool:
    """Whether a picture sets params or selections."""
    from inspect_viz._spec.among import targets_in
    from inspect_viz._spec.nodes import walk

    return any(target is not None for node in walk(member.component.node) for target in targets_in(node))


def _among(members: Sequence[Member], number: int) -> Among:
    """The other pictures, as one sees them, and the places of all inputs."""
    from inspect_viz._spec import Among
    from inspect_viz._spec.nodes import InputNode, TableNode, walk

    nodes = [member.component.node for member in members]
    inputs = [node for root in nodes for node in walk(root) if isinstance(node, InputNode | TableNode)]
    ranks = {key: rank for rank, key in enumerate(dict.fromkeys(map(id, inputs)))}
    return Among(tuple(node for i, node in enumerate(nodes) if i != number), ranks)
