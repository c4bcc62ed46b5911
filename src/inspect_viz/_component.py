"""A picture, or several side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from inspect_viz._spec.nodes import ConcatNode, InputNode, Legend, Node, PlotNode, SpaceNode, SpecNode, TableNode
from inspect_viz._util.text import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from inspect_viz._engine import Limits
    from inspect_viz._host import Change, Chosen, Description
    from inspect_viz._params import Param, Selection


@dataclass(frozen=True)
class Component:
    """Something that can be shown, saved, or put beside others; a value, not a widget."""

    node: Node

    def save(self, path: str | Path, *, limits: Limits | None = None) -> None:
        """Writes the picture to a file.

        Args:
            path: File whose ending says the format: .html, .svg, .png or .pdf (which needs `inspect-viz[pdf]`).
            limits: What the questions to the data may take; `Limits()` where not given.

        Raises:
            ValueError: for another ending.
            DrawingError: If it cannot be drawn; a `LimitError`, too, where it takes more than it may.
        """
        from inspect_viz import _host

        _host.save(self, path, limits)

    def show(self, *, limits: Limits | None = None) -> None:
        """Opens the picture in the browser; `limits` as `save`."""
        from inspect_viz import _host

        _host.show(self, limits)

    def describe(self, *, limits: Limits | None = None) -> Description:
        """What the picture shows, in words: `print(picture.describe())`; as values: `picture.describe().to_dict()`.

        Args:
            limits: What the questions to the data may take; `Limits()` where not given.

        Raises:
            DrawingError: If it cannot be drawn.
        """
        from inspect_viz import _host

        return _host.describe(self, limits)

    @cached_property
    def params(self) -> Chosen:
        """What is chosen in the picture, by `Param` and `Selection`; what is set here shows where the picture lives."""
        from inspect_viz import _host

        return _host.Chosen(self)

    def observe(self, handler: Callable[[Change], object], variable: Param | Selection | None = None) -> None:
        """Calls a function whenever a reader, or Python, has chosen something; `params.unobserve` ends that.

        What a handler raises keeps nobody from hearing: it is raised to whom has set a value, once all have heard; of a
        reader's choice the notebook shows it.

        Args:
            handler: Called with a `Change` (`variable`, `old`, `new`), perhaps in another thread than that of cells.
            variable: The param or selection whose changes are told; None for all of the picture's.

        Raises:
            KeyError: If the picture has no such param or selection.
        """
        self.params.observe(handler, variable)

    def _ipython_display_(self) -> None:
        from inspect_viz import _host

        if not _host.display_living(self, self.params):
            raise NotImplementedError  # IPython then asks for the bundle

    def _display_(self) -> object:
        """What marimo shows."""
        from inspect_viz import _host

        return _host.marimo_display(self, self.params)

    def to_spec(self, data: bool = True) -> dict[str, object]:
        """The picture as a plain Mosaic spec, for Mosaic's own tools and `from_spec`.

        It says what Mosaic can say, bands in their order, colours and room for labels as they are drawn included. What
        it cannot say, such as titles, states of cells and links, is left out, and a warning names it.

        Args:
            data: Whether the spec holds the rows, as SQL; without them its tables are t0, t1, ... by first use.

        Raises:
            ValueError: If it has rows that a spec should not hold, or groups by what a channel computes and has a
                column of the channel's name.
            DrawingError: If it cannot be drawn.
        """
        from inspect_viz._interchange import plain_spec

        return plain_spec(self, data)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, object]:
        from inspect_viz import _host

        return _host.mimebundle(self, include, exclude)

    def __getstate__(self) -> dict[str, object]:
        return {"node": self.node}

    def __copy__(self) -> Component:
        return self

    def __deepcopy__(self, memo: object) -> Component:
        """Itself: it never changes, and its data stays where it is."""
        return self

    def __repr__(self) -> str:
        return well_formed(f"Component({described(self.node)})")


def described(node: Node) -> str:
    """One line about a node."""
    if isinstance(node, PlotNode):
        return plot_line(node)
    if isinstance(node, ConcatNode):
        return f"{node.type}({', '.join(described(child) for child in node.children())})"
    if isinstance(node, InputNode):
        return f"{node.where}({node.options.get('label', '')!r})"
    if isinstance(node, Legend):
        return f"legend({node.legend!r})"
    if isinstance(node, TableNode):
        return f"table({', '.join(str(column.options['label']) for column in node.columns)})"
    if isinstance(node, SpecNode):
        return f"from_spec({node.title!r}, {', '.join(node.tables)})"
    return f"{node.type}({node.size!r})" if isinstance(node, SpaceNode) else repr(node)


def plot_line(node: PlotNode) -> str:
    """A plot by its title, its marks with the columns they show, and its size."""
    size = {k: v for k, v in node.attributes.items() if k in ("width", "height")}
    parts = [repr(node.title.title)] if node.title else []
    parts += [*map(repr, node.entries), *(f"{k}={v}" for k, v in size.items())]
    return f"plot({', '.join(parts)})"
