"""What a notebook shows: an image first, which the page's core turns into the living picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._component import Component


def mimebundle(component: Component) -> dict[str, object]:
    """Output of a cell: HTML whose `<img>` stays where scripts are not trusted, and the text of `repr`."""
    from ._page import notebook_fragment

    return {"text/html": notebook_fragment(component), "text/plain": repr(component)}
