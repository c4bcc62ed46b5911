"""Several pictures in a page of the caller's making: the runtime once, each picture as a fragment."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from inspect_viz._util.text import well_formed

from ._assets import core, style

if TYPE_CHECKING:
    from inspect_viz._spec import Among, Picture
    from inspect_viz._spec.nodes import Drawable

    from ._shelf import Shelf


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
        from ._write import _check_component

        for component in components:
            _check_component(component)
        self._components: list[Drawable] = list(components)
        self._waiting = list(range(len(components)))
        """The numbers of pictures that have no fragment yet."""
        self._made: dict[int, tuple[Picture, bool]] = {}
        """Pictures by their numbers, and whether whatever is set in others can be answered."""
        self._shelf: Shelf | None = None
        self._is_living = False
        """Whether a fragment has brought the script of living pictures along."""

    def head(self) -> str:
        """Style and script of the runtime, for the page's head."""
        return f"<style>{style()}</style><script>{core()}</script>"

    def fragment(self, component: Drawable) -> str:
        """One picture as HTML, for the page's body.

        Raises:
            TypeError: If `component` is not a picture.
            ValueError: If it sets what a picture before it follows, which was written without the answers.
        """
        from inspect_viz._spec import compile

        from ._page import shared_fragment
        from ._write import _check_component

        _check_component(component)
        number = self._number(component)
        among, shelf = self._among(number), self._prepared(number)
        text, living = shared_fragment(component, among, shelf, not self._is_living)
        self._is_living = self._is_living or living is not None
        shelf.has_engine = shelf.has_engine or (living is not None and living.engine == "inline")
        self._made[number] = (compile(component, among), living is not None and living.engine != "none")
        return text

    def _number(self, component: Drawable) -> int:
        """The number of a picture: of one that was named before, or a new one."""
        for number in self._waiting:
            if self._components[number] is component:
                self._waiting.remove(number)
                return number
        self._check_late(component)
        self._components.append(component)
        return len(self._components) - 1

    def _check_late(self, component: Drawable) -> None:
        """Raises ValueError where a picture that is written already would have to answer to this one."""
        from inspect_viz._spec import compile

        for number, (written, can_answer) in self._made.items():
            now = compile(self._components[number], self._among(number, component))
            is_same = (now.spec, now.columns) == (written.spec, written.columns)
            if len(now.changed_by) > len(written.changed_by) and not (can_answer and is_same):
                raise ValueError(
                    f"HtmlPage.fragment: this picture sets what {self._titles()[number]!r} follows, which was written "
                    "before it, without the answers. Name all pictures first: HtmlPage(picture, another, ...)."
                )

    def _others(self, number: int) -> tuple[int, ...]:
        return tuple(other for other in range(len(self._components)) if other != number)

    def _among(self, number: int, *further: Drawable) -> Among:
        """The other pictures, as one sees them, and the places of all inputs."""
        from inspect_viz._spec import Among
        from inspect_viz._spec.nodes import InputNode, TableNode, walk

        nodes = [component.node for component in (*self._components, *further)]
        inputs = [node for root in nodes for node in walk(root) if isinstance(node, InputNode | TableNode)]
        ranks = {key: rank for rank, key in enumerate(dict.fromkeys(map(id, inputs)))}
        return Among(tuple(node for i, node in enumerate(nodes) if i != number), ranks)

    def _prepared(self, number: int) -> Shelf:
        """What the pictures share, turned to one of them; the first gives the page its name."""
        from inspect_viz._spec import compile

        from ._shelf import Shelf

        if self._shelf is None:
            specs = [compile(component).spec for component in self._components]
            told = json.dumps(specs, sort_keys=True, default=str).encode("utf-8", "replace")
            self._shelf = Shelf(hashlib.sha256(told).hexdigest()[:12], {})
        self._shelf.titles, self._shelf.number, self._shelf.others = self._titles(), number, self._others(number)
        return self._shelf

    def _titles(self) -> dict[int, str]:
        return {number: _called(component, number) for number, component in enumerate(self._components)}


def _called(component: Drawable, number: int) -> str:
    """The title of a picture, else the label of its first input, else its number."""
    from inspect_viz._spec import compile
    from inspect_viz._spec.nodes import InputNode, walk

    inputs = [node for node in walk(component.node) if isinstance(node, InputNode)]
    labels = [str(node.options["label"]) for node in inputs if node.options.get("label")]
    return well_formed(compile(component).title or next(iter(labels), f"picture {number + 1}"))
