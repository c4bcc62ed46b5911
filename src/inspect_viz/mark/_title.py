"""Titles of plots."""

from __future__ import annotations

from inspect_viz._spec.arguments import Fixed
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.nodes import Title

STYLES = {"font_size": ("float",), "font_family": ("str",), "font_weight": ("float", "str")}


def title(
    title: str,
    margin_top: int = 15,
    font_size: float | None = 16,
    font_family: str | None = None,
    font_weight: float | None = None,
) -> Title:
    """A title with a margin and text styles of its own.

    Args:
        title: The text.
        margin_top: Space above the plot that the title takes, in pixels.
        font_size: Size of the text in pixels.
        font_family: CSS font family.
        font_weight: CSS font weight.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for sizes that are not positive.
    """
    if not isinstance(title, str):
        raise wrong_type("title", "title", title, "text")
    call = Fixed("title")
    margin = call.value("margin_top", margin_top, ("float",))
    given = {"font_size": font_size, "font_family": font_family, "font_weight": font_weight}
    assert isinstance(margin, int | float)
    return Title(title, margin, frozen(call.options(given, STYLES, "option")))
