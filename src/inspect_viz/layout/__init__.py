"""Several components in one picture."""

from __future__ import annotations

from typing import Literal

from inspect_viz._component import Component
from inspect_viz._spec.arguments import Fixed
from inspect_viz._spec.checks import check_names, check_targets
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.nodes import ConcatNode, Interactor, Legend, Mark, Node, SpaceNode

__all__ = ["hconcat", "hspace", "vconcat", "vspace"]


def hconcat(*component: Component | Legend) -> Component:
    """Components from left to right.

    Args:
        component: The components, and legends of plots that have names.

    Raises:
        TypeError: for anything that is no component.
        ValueError: for two plots of one name, or a condition on a column that filtered data does not have.
    """
    return concat("hconcat", component)


def vconcat(*component: Component | Legend) -> Component:
    """Components from top to bottom.

    Args:
        component: The components.

    Raises:
        TypeError: for anything that is no component.
        ValueError: As `hconcat`.
    """
    return concat("vconcat", component)


def hspace(hspace: float | str = 10) -> Component:
    """Empty space between components side by side.

    Args:
        hspace: Width in pixels, or a CSS length such as "2em".

    Raises:
        ValueError: for a width that is not positive or no CSS length.
    """
    return space("hspace", hspace)


def vspace(vspace: float | str = 10) -> Component:
    """Empty space between components below each other.

    Args:
        vspace: Height in pixels, or a CSS length such as "2em".

    Raises:
        ValueError: for a height that is not positive or no CSS length.
    """
    return space("vspace", vspace)


def concat(kind: Literal["hconcat", "vconcat"], components: tuple[object, ...]) -> Component:
    if not components:
        raise TypeError(f"{kind}: at least one component is needed.")
    node = ConcatNode(kind, tuple(part_of(kind, given) for given in components))
    check_targets(kind, node)
    check_names(kind, node)
    return Component(node)


def part_of(kind: str, given: object) -> Node:
    """The node of a component; a legend needs the name of its plot."""
    if isinstance(given, Component):
        return given.node
    if isinstance(given, Legend):
        if "forPlot" not in given.options:
            raise ValueError(f"{kind}: a legend outside of plots needs for_plot, the name of its plot.")
        return given
    fix = f"; put {given!r} into plot(...)" if isinstance(given, Mark | Interactor) else ""
    raise wrong_type(kind, "component", given, f"a component, as plot() returns it, or a legend{fix}")


def space(kind: Literal["hspace", "vspace"], size: object) -> Component:
    found = Fixed(kind).value(kind, size, ("Length",))
    assert isinstance(found, int | float | str)
    return Component(SpaceNode(kind, found))
