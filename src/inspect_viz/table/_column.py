"""Columns of a table: what they show, how they look, what can be done with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, fields
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from inspect_viz._spec.formats import check_format

from ._checks import check_align, check_flag, check_positive, check_text

if TYPE_CHECKING:
    from inspect_viz._spec import nodes

Align: TypeAlias = Literal["left", "right", "center", "justify"]
Value: TypeAlias = "str | nodes.Column | nodes.ColumnParam | nodes.Transform | Mapping[str, Any]"

NUMBERS = ("width", "min_width", "max_width", "flex")
ALIGNS = ("align", "header_align")
TEXTS = ("label", "format", "href")


@dataclass(frozen=True)
class Column:
    """A column of a table; arguments and errors as `column`."""

    column: Value
    _: KW_ONLY
    label: str | None = None
    align: Align | None = None
    format: str | None = None
    width: float | None = None
    min_width: float | None = None
    max_width: float | None = None
    flex: float | None = None
    auto_height: bool | None = None
    sortable: bool | None = None
    filterable: bool | None = None
    resizable: bool | None = None
    wrap_text: bool | None = None
    header_align: Align | None = None
    header_auto_height: bool | None = None
    header_wrap_text: bool | None = None
    href: str | None = None

    def __post_init__(self) -> None:
        for name, value in self.options.items():
            CHECKS.get(name, check_flag)("column", name, value)
        if self.format is not None:
            check_format("column", "format", self.format)
        low, high = self.min_width, self.max_width
        if low is not None and high is not None and low > high:
            raise ValueError(f"column: min_width must not be over max_width, but min_width={low} and max_width={high}.")

    @property
    def options(self) -> dict[str, Any]:
        """What was given besides the column itself."""
        given = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "column"}
        return {name: value for name, value in given.items() if value is not None}


CHECKS = {
    **dict.fromkeys(NUMBERS, check_positive),
    **dict.fromkeys(ALIGNS, check_align),
    **dict.fromkeys(TEXTS, check_text),
}


def column(
    column: Value,
    *,
    label: str | None = None,
    align: Align | None = None,
    format: str | None = None,
    width: float | None = None,
    min_width: float | None = None,
    max_width: float | None = None,
    flex: float | None = None,
    auto_height: bool | None = None,
    sortable: bool | None = None,
    filterable: bool | None = None,
    resizable: bool | None = None,
    wrap_text: bool | None = None,
    header_align: Align | None = None,
    header_auto_height: bool | None = None,
    header_wrap_text: bool | None = None,
    href: str | None = None,
) -> Column:
    """A column of a table.

    Args:
        column: Name of a column of the data, or an expression such as `sql("tokens / 1000")` or `avg("score")`.
        label: Text of the header; not given: the column's name, or the expression.
        align: Where texts stand; not given: numbers on the right, all else on the left.
        format: How numbers (",.2f", as d3-format) or dates ("%Y-%m-%d", as d3-time-format) are written.
        width: Width in pixels; not given: what the texts of the first rows need.
        min_width: Least width in pixels.
        max_width: Greatest width in pixels.
        flex: Share of the width that other columns leave, beside the shares of other columns.
        auto_height: Whether rows are as high as its texts on the first page need, six lines at most.
        sortable: Whether its header sorts; not given: as the table says.
        filterable: Whether it can be filtered; not given: as the table says.
        resizable: Whether its edge can be dragged; true by default.
        wrap_text: Whether texts take as many lines as rows have room for.
        header_align: Where the header's text stands; not given: as `align`.
        header_auto_height: Whether the header is as high as its text needs.
        header_wrap_text: Whether the header's text takes as many lines as there is room for.
        href: Name of a column with the addresses that its texts lead to in pages; only http and https are followed.
            Not given: texts that are addresses lead there.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    return Column(**locals())
