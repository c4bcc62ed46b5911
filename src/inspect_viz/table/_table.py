"""`table`: rows of data, or groups of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from inspect_viz._component import Component
from inspect_viz._params import Selection
from inspect_viz._spec.errors import is_one, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.names import camel
from inspect_viz._spec.nodes import TableNode

from ._checks import check_among, check_flag, check_positive
from ._columns import columns_of
from ._style import Pagination, TableStyle

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import TableColumn
    from inspect_viz.data import Data

    from ._column import Column, Value

SELECTS = ("single_row", "multiple_row", "hover", "none")
FILTERING = ("header", "row")
LENGTHS = ("width", "max_width", "header_height", "row_height")


def table(
    data: Data,
    *,
    columns: Sequence[Value | Column] | None = None,
    filter_by: Selection | None = None,
    target: Selection | None = None,
    select: Literal["single_row", "multiple_row", "hover", "none"] | None = None,
    width: float | None = None,
    max_width: float | None = None,
    height: float | Literal["auto"] | None = None,
    header_height: float | None = None,
    row_height: float | None = None,
    sorting: bool | None = None,
    filtering: bool | Literal["header", "row"] | None = None,
    pagination: bool | Pagination | None = None,
    style: TableStyle | None = None,
) -> Component:
    """Rows as a table; beside an aggregate such as `avg("score")` other columns make groups, one row each.

    Only rows in sight are asked for where there are many: a million rows scroll, sort and filter.

    Args:
        data: The rows.
        columns: Names of columns, expressions, or `column(...)`; not given: all columns of the data.
        filter_by: Selection whose conditions rows meet; not given: that of the data.
        target: Selection in which rows that are chosen set their condition; not given: that of the data.
        select: How rows are chosen: "single_row", "multiple_row", "hover" (where the pointer is) or "none". Not
            given: "single_row" where there is a target, otherwise "none".
        width: Width in pixels; not given: what the columns need, 640 at most.
        max_width: Greatest width in pixels.
        height: Height in pixels; "auto": what its rows need, 200 of them at most. Not given: that of a page, or of 12
            rows.
        header_height: Height of the header in pixels.
        row_height: Height of a row in pixels.
        sorting: Whether headers sort; true by default.
        filtering: Whether columns can be filtered: "row" shows a box below each header, "header" a button in it; True
            is "row". Not given: not at all.
        pagination: Whether rows come in pages; a `Pagination` says how long they are.
        style: Colours, fonts and lines.

    Raises:
        TypeError: for a value of the wrong type.
        ValueError: for an unknown column, an expression that cannot be read, or a value that is not accepted.
    """
    from inspect_viz.data import Data

    if not isinstance(data, Data):
        raise TypeError(f"table: data must be a Data, not {type(data).__name__}.")
    found = columns_of(data, columns)
    given = {
        "select": check_select(select, target),
        **lengths(width=width, max_width=max_width, header_height=header_height, row_height=row_height),
        "height": check_height(height),
        "sorting": check_sorting(sorting),
        "filtering": check_filtering(filtering),
        **pages(pagination),
        "style": looks(style),
    }
    options = frozen({camel(name): value for name, value in given.items() if value is not None})
    published = target_of(data, target, given["select"], found)
    return Component(TableNode(data, found, published, check_selection("filter_by", filter_by), options))


def check_selection(name: str, value: object) -> Selection | None:
    if value is not None and not isinstance(value, Selection):
        raise wrong_type("table", name, value, "a Selection or None")
    return value


def check_select(select: object, target: object) -> str:
    if select is None:
        return "single_row" if target is not None else "none"
    check_among("table", "select", select, SELECTS)
    return str(select)


def target_of(data: Data, target: object, select: object, columns: tuple[TableColumn, ...]) -> Selection | None:
    """Where the condition of chosen rows goes."""
    found = check_selection("target", target)
    if select == "none":
        if found is not None:
            raise ValueError("table: target needs rows that can be chosen, but select='none'.")
        return None
    if all(column.is_aggregate for column in columns):
        raise ValueError(f"table: select={select!r} needs a column that is no aggregate: rows are told apart by them.")
    return data.selection if found is None else found


def lengths(**given: object) -> dict[str, object]:
    for name, value in given.items():
        if value is not None:
            check_positive("table", name, value)
    return given


def check_height(height: object) -> object:
    if height is not None and not is_one(height, ("auto",)):
        check_positive("table", "height", height)
    return height


def check_sorting(sorting: object) -> object:
    if sorting is not None:
        check_flag("table", "sorting", sorting)
    return sorting


def check_filtering(filtering: object) -> object:
    if filtering is None or isinstance(filtering, bool):
        return "row" if filtering else None
    check_among("table", "filtering", filtering, FILTERING)
    return filtering


def pages(pagination: object) -> dict[str, Any]:
    """The size of pages, and the sizes that can be chosen."""
    if pagination is None or isinstance(pagination, bool):
        pagination = Pagination() if pagination else None
    if pagination is None:
        return {}
    if not isinstance(pagination, Pagination):
        raise wrong_type("table", "pagination", pagination, "true or false, or a Pagination")
    sizes = list(pagination.sizes) or None
    return {"page_size": pagination.page_size or "auto", "page_sizes": sizes}


def looks(style: object) -> dict[str, object] | None:
    if style is None:
        return None
    if not isinstance(style, TableStyle):
        raise wrong_type("table", "style", style, "a TableStyle or None")
    return {camel(name): value for name, value in style.options.items()} or None
