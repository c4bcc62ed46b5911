"""The `plot` function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from inspect_viz._component import Component
from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotAttributes
from inspect_viz._spec.arguments import Call, kinds_of
from inspect_viz._spec.checks import check_targets
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.interactions import check_present
from inspect_viz._spec.margins import check_margins
from inspect_viz._spec.names import snake
from inspect_viz._spec.nodes import Interactor, Legend, Mark, PlotNode, Title
from inspect_viz._spec.ranges import check_logs
from inspect_viz._spec.signature import lists_options
from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from . import _defaults
from ._legend import legend as make_legend
from ._meant import check_sides, meant

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._params import Param

Entry: TypeAlias = Mark | Interactor | Legend
LegendName: TypeAlias = Literal["color", "opacity", "symbol"]
KINDS = {**_defaults.KINDS, "name": kinds_of("str")}


@lists_options(PlotAttributes, explanations.ATTRIBUTES)
def plot(
    *plot: Entry | Sequence[Entry | Sequence[Entry]],
    x_label: str | Param | NotGiven | None = NOT_GIVEN,
    fx_label: str | Param | NotGiven | None = NOT_GIVEN,
    y_label: str | Param | NotGiven | None = NOT_GIVEN,
    fy_label: str | Param | NotGiven | None = NOT_GIVEN,
    title: str | Title | None = None,
    width: float | Param | None = None,
    height: float | Param | None = None,
    name: str | None = None,
    legend: LegendName | Legend | Sequence[LegendName | Legend] | None = None,
    **attributes: Unpack[PlotAttributes],
) -> Component:
    """Marks in one frame; later ones are drawn over earlier ones.

    Args:
        plot: Marks, interactors (each after the mark that it belongs to) and legends, or lists of them.
        x_label: Label of the x axis; None for no label; not given: the column's name.
        fx_label: Label of the horizontal facet axis.
        y_label: Label of the y axis.
        fy_label: Label of the vertical facet axis.
        title: Text above the plot.
        width: Outer width in pixels, margins included.
        height: Outer height in pixels, margins included.
        name: Name by which a legend can point at this plot.
        legend: One or more legends: the names of scales, or what `legend()` returns.
        attributes: Further attributes, listed below.

    Raises:
        TypeError: for an unknown attribute or a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    labels = {"x_label": x_label, "fx_label": fx_label, "y_label": y_label, "fy_label": fy_label}
    given = {k: v for k, v in labels.items() if not isinstance(v, NotGiven)}
    size = {"width": width, "height": height, "name": name}
    check_sides(attributes)
    options = Call("plot").options({**given, **size, **attributes}, KINDS, "attribute")
    check_logs("plot", options)
    items = list(flat(plot))
    entries = tuple(item for item in items if isinstance(item, Mark | Interactor))
    placed = tuple(item for item in items if isinstance(item, Legend))
    check_order(entries)
    all_attributes = merged(options, entries)
    check_margins("plot", all_attributes)
    node = PlotNode(entries, all_attributes, check_title(title), placed + legends(legend))
    check_targets("plot", node)
    return Component(node)


def check_order(entries: Iterable[Mark | Interactor]) -> None:
    """Raises ValueError for an interactor that has no mark before it, or names a channel that this does not have."""
    mark: Mark | None = None
    for entry in entries:
        if isinstance(entry, Mark):
            mark = entry
            continue
        name = snake(entry.select)
        if mark is None:
            raise ValueError(f"plot: {name} needs a mark before it, to which it belongs: plot(mark, {name}(...)).")
        channels = entry.options.get("channels")
        if isinstance(channels, tuple):
            check_present(f"plot: {name}", channels, mark.kind, mark.options)


def flat(items: Iterable[object]) -> Iterable[Entry]:
    """The marks, interactors and legends in nested lists."""
    for item in items:
        if isinstance(item, Mark | Interactor | Legend):
            yield item
        elif isinstance(item, list | tuple):
            yield from flat(item)
        else:
            raise wrong_type("plot", "plot", item, "a mark, an interactor, a legend or a list of them")


def merged(options: Mapping[str, object], entries: Iterable[Mark | Interactor]) -> Mapping[str, object]:
    """The options over the defaults of the process."""
    marks = [entry for entry in entries if isinstance(entry, Mark)]
    return frozen(meant({**_defaults.current(), **options}, marks))


def check_title(title: object) -> Title | None:
    if isinstance(title, str):
        from inspect_viz.mark import title as make_title

        return make_title(title)
    if title is None or isinstance(title, Title):
        return title
    raise wrong_type("plot", "title", title, "text, title(...) or None")


def legends(legend: object) -> tuple[Legend, ...]:
    """The legends in any of the forms that `plot` takes."""
    if legend is None:
        return ()
    if isinstance(legend, list | tuple):
        return tuple(found for item in legend for found in legends(item))
    if isinstance(legend, Legend):
        return (legend,)
    if isinstance(legend, str):
        return (make_legend(legend),)  # type: ignore[arg-type]
    raise wrong_type("plot", "legend", legend, "the name of a scale, legend(...), a list of them or None")
