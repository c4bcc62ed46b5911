"""Pages and looks of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass, fields
from typing import Any, Literal

from inspect_viz._spec.colors import check_color
from inspect_viz._spec.errors import is_one, wrong_type

from ._checks import check_not_negative, check_text, check_whole

NUMBERS = ("spacing", "border_width", "border_radius")


@dataclass(frozen=True)
class Pagination:
    """Pages of a table.

    Args:
        page_size: Rows of a page; "auto", or not given: as many as the table's height has room for.
        page_size_selector: Sizes that readers can choose from; True offers 10, 20, 50 and 100.

    Raises:
        TypeError: for a size that is no whole number above 0.
    """

    page_size: int | Literal["auto"] | None = None
    _: KW_ONLY
    page_size_selector: Sequence[int] | bool | None = None

    def __post_init__(self) -> None:
        if self.page_size is not None and not is_one(self.page_size, ("auto",)):
            check_whole("Pagination", "page_size", self.page_size)
        for size in self.sizes:
            check_whole("Pagination", "page_size_selector", size)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Sizes that readers can choose from."""
        given = self.page_size_selector
        if given is None or isinstance(given, bool):
            return (10, 20, 50, 100) if given else ()
        if isinstance(given, str | bytes) or not isinstance(given, Sequence):
            raise wrong_type("Pagination", "page_size_selector", given, "a list of whole numbers, or true or false")
        return tuple(given)


@dataclass(frozen=True)
class TableStyle:
    """Colours, fonts and lines of a table; what is not given follows the page.

    Args:
        background_color: Colour behind the table.
        foreground_color: Colour of lines and signs, and of texts without one of their own.
        accent_color: Colour of what is chosen and of the focus.
        text_color: Colour of all texts.
        header_text_color: Colour of headers.
        cell_text_color: Colour of the texts of rows.
        selected_row_background_color: Colour behind chosen rows.
        font_family: Font of all texts.
        header_font_family: Font of headers.
        cell_font_family: Font of the texts of rows.
        spacing: Space beside texts in pixels.
        border_color: Colour of the lines between rows and around.
        border_width: Width of the line around in pixels.
        border_radius: Radius of its corners in pixels.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a text that is no colour, or a negative number.
    """

    _: KW_ONLY
    background_color: str | None = None
    foreground_color: str | None = None
    accent_color: str | None = None
    text_color: str | None = None
    header_text_color: str | None = None
    cell_text_color: str | None = None
    selected_row_background_color: str | None = None
    font_family: str | None = None
    header_font_family: str | None = None
    cell_font_family: str | None = None
    spacing: float | None = None
    border_color: str | None = None
    border_width: float | None = None
    border_radius: float | None = None

    def __post_init__(self) -> None:
        for name, value in self.options.items():
            of_kind = check_not_negative if name in NUMBERS else check_text
            (check_color if name.endswith("_color") else of_kind)("TableStyle", name, value)

    @property
    def options(self) -> dict[str, Any]:
        """What was given."""
        given = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: value for name, value in given.items() if value is not None}
