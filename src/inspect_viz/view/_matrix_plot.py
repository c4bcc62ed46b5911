"""A matrix of cells as a picture, with the arguments that its views have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._attributes import check_attributes, scale_of_domain
from ._cell_options import AUTO, CellOptions, checked
from ._matrix import Matrix
from ._order import is_adjusted, sort_order
from ._range import told_label
from ._settings import check_flag, default_size, is_across, size, top_marks

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz._spec.nodes import Legend, Mark, Title
    from inspect_viz._sql import Expression

    from ._order import Sort

WIDTH = 700.0


@dataclass(frozen=True)
class Look:
    """Arguments of a view of cells, as its caller gave them."""

    cell: CellOptions | None
    tip: bool
    title: str | Title | None
    marks: object
    height: float | None
    width: float | None
    legend: Legend | NotGiven | None
    sort: Sort
    orientation: str
    attributes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Words:
    """What a view of cells calls its parts."""

    x_label: str | None
    y_label: str | None

    names: tuple[str, str, str]
    """What tips call x, y and the value."""

    legend: str

    remarks: tuple[str, ...] = ()
    """Sentences below the picture."""


def heading(label: object, otherwise: str) -> str:
    """What tips call a side of the matrix."""
    return label if isinstance(label, str) and label else otherwise


def matrix_plot(
    matrix: Matrix, look: Look, words: Words, facts: Mapping[str, Expression], *, of_models: bool = False
) -> Component:
    """The picture of a matrix.

    Args:
        matrix: The columns behind it.
        look: The arguments of the view.
        words: What its parts are called.
        facts: Headings of tips, and what they say of a row besides.
        of_models: Whether `y` names models, whose scores stand in the cells.
    """
    from inspect_viz.plot import plot

    check_flag("tip", look.tip)
    across = is_across(look.orientation)
    check_attributes(look.attributes, look.marks is not None)
    is_high = look.height is not None or default_size("height") is not None
    mark = matrix.cells(checked(look.cell, AUTO), look.tip, sort_order(look.sort), across, words.names, facts)
    settings: dict[str, object] = {
        "padding": 0,
        "x_label": words.x_label if across else words.y_label,
        "y_label": words.y_label if across else words.x_label,
        **look.attributes,
        **scale_of_domain(look.attributes),
    }
    picture = plot(
        _by_models(mark, look.sort, across) if of_models else mark,
        *top_marks(look.marks),
        title=look.title,
        width=size("width", look.width, default_size("width") or WIDTH),
        height=size("height", look.height, default_size("height") or 1) if is_high else None,
        legend=_legend(look, words.legend),
        **settings,  # type: ignore[arg-type]
    )
    return _framed(picture, matrix, look, words.remarks, is_high)


def _by_models(mark: Mark, sort: Sort, across: bool) -> Mark:
    """The mark as one of models: what one of them lacks does not count in the order of the others."""
    assert mark.notes is not None
    axis, is_fair = "x" if across else "y", is_adjusted(sort)
    notes = replace(mark.notes, sample_axis=axis, order="adjusted" if is_fair else "given")  # type: ignore[arg-type]
    return replace(mark, notes=notes)


def _legend(look: Look, label: str) -> Legend | None:
    from inspect_viz.plot import legend

    if not isinstance(look.legend, NotGiven):
        return look.legend
    told = told_label(look.attributes.get("color_label"), label)  # type: ignore[arg-type]
    return legend("color", frame_anchor="bottom", border=False, label=told)


def _framed(picture: Component, matrix: Matrix, look: Look, remarks: tuple[str, ...], is_high: bool) -> Component:
    """The picture in a frame whose size follows its bands, with sentences below it."""
    from inspect_viz._spec.nodes import PlotNode
    from inspect_viz._spec.sidecar import FrameNotes

    assert isinstance(picture.node, PlotNode)
    is_wide = look.width is not None or default_size("width") is not None
    frame = FrameNotes(plain=True, legend=look.legend is NOT_GIVEN, rows=not is_high, columns=not is_wide)
    told = (*remarks, *matrix.repeats().sentences())
    return replace(picture, node=replace(picture.node, problems=matrix.problems, remarks=told, frame=frame))
