"""Several pictures in a page of the caller's making: the runtime once, each picture as a fragment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._assets import core, style

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Drawable


class HtmlPage:
    """Parts of a page with several pictures: `head()` once, then one `fragment()` each."""

    def __init__(self) -> None:
        self._is_living = False
        """Whether a fragment has brought the script of living pictures along."""

    def head(self) -> str:
        """Style and script of the runtime, for the page's head."""
        return f"<style>{style()}</style><script>{core()}</script>"

    def fragment(self, component: Drawable) -> str:
        """One picture as HTML, for the page's body."""
        from ._page import shared_fragment
        from ._write import _check_component

        _check_component(component)
        text, is_living = shared_fragment(component, not self._is_living)
        self._is_living = self._is_living or is_living
        return text
