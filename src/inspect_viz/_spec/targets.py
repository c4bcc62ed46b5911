"""Which inputs and interactors set which selections, and so whose rows the marks draw and which columns that takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspect_viz._params import Param, Selection, reaches

from .columns import column_params, columns_in, columns_of_table, names
from .interactions import ENDS
from .names import snake
from .nodes import InputNode, Interactor, Legend, Mark, Node, PlotNode, TableNode, walk

if TYPE_CHECKING:
    from inspect_viz.data import Data

SHOWN = {"color": ("fill", "stroke"), "opacity": ("opacity", "fillOpacity", "strokeOpacity"), "symbol": ("symbol",)}
OF_INTERACTORS = {
    **dict.fromkeys(("intervalX", "nearestX", "panX", "panZoomX", "toggleX"), ("x",)),
    **dict.fromkeys(("intervalY", "nearestY", "panY", "panZoomY", "toggleY"), ("y",)),
    **dict.fromkeys(("intervalXY", "nearest", "pan", "panZoom"), ("x", "y")),
    "toggleColor": ("color",),
    "toggleZ": ("z",),
}
"""The channels whose columns an interactor compares, unless it is told others."""


@dataclass(frozen=True)
class Publisher:
    """Something that sets conditions in a selection, on columns of its data."""

    where: str
    target: Selection
    fields: frozenset[str]
    data: Data | None


@dataclass(frozen=True)
class Targets:
    """What sets selections in a picture, and the marks that show in some way which rows are meant."""

    publishers: tuple[Publisher, ...]
    offered: tuple[tuple[Param, frozenset[str] | None], ...]
    """Texts that inputs offer for params; None for those that only the data knows."""

    highlighted: tuple[tuple[Mark, Selection], ...]

    def filter_of(self, mark: Mark | TableNode) -> Selection | None:
        """Whose conditions rows meet: the selection of the mark, or that of its data where something sets it."""
        if mark.filter_by is not None or mark.data is None:
            return mark.filter_by
        own = mark.data.selection
        return own if any(reaches(p.target, own) for p in self.publishers) else None

    def columns(self, mark: Mark | TableNode) -> frozenset[str]:
        """The columns that the conditions on a mark may name, and those whose names its params may come to hold."""
        shown = [selection for known, selection in self.highlighted if known is mark]
        filtered = self.filter_of(mark)
        conditions = self.columns_of(mark.data, [*shown, *([filtered] if filtered is not None else [])])
        return conditions | self.named(mark)

    def named(self, mark: Mark | TableNode) -> frozenset[str]:
        """The columns of a mark, or of a table, whose names its params may come to hold."""
        own = frozenset(mark.data.columns) if mark.data is not None else frozenset[str]()
        values = mark.options.values() if isinstance(mark, Mark) else [column.value for column in mark.columns]
        params = column_params(tuple(values))
        texts = [texts for param in params for known, texts in self.offered if known is param]
        return frozenset[str]().union(*(own if found is None else found & own for found in texts))

    def columns_of(self, data: Data | None, selections: list[Selection]) -> frozenset[str]:
        """The columns of a table that the conditions of selections may name."""
        found = frozenset[str]().union(*(p.fields for s in selections for p in self.publishers if reaches(p.target, s)))
        return found & frozenset(data.columns) if data is not None else frozenset()


def targets_of(root: Node) -> Targets:
    """The targets of a picture."""
    publishers: list[Publisher] = []
    highlighted: list[tuple[Mark, Selection]] = []
    offered: list[tuple[Param, frozenset[str] | None]] = []
    for node in walk(root):
        if isinstance(node, InputNode) and isinstance(node.target, Selection):
            publishers.append(Publisher(node.where, node.target, field_of(node), node.data))
        if isinstance(node, InputNode) and isinstance(node.target, Param):
            offered.append((node.target, texts_of(node)))
        if isinstance(node, Legend):
            publishers += of_legend(node, root, None)
        if isinstance(node, TableNode) and node.target is not None:
            publishers.append(Publisher("table", node.target, told_apart(node), node.data))
        if isinstance(node, PlotNode):
            publishers += [p for legend in node.legends for p in of_legend(legend, root, node)]
            for mark, interactor in pairs(node):
                publishers += [Publisher(*found) for found in published(mark, interactor)]
                by, target = interactor.options.get("by"), interactor.options.get("as")
                offered += [(target, None)] if isinstance(target, Param) else []
                highlighted += [(mark, by)] if isinstance(by, Selection) else []
    return Targets(tuple(publishers), tuple(offered), tuple(highlighted))


def texts_of(node: InputNode) -> frozenset[str] | None:
    """The texts that an input offers; None where the data knows them, or somebody writes them."""
    options = node.options.get("options", node.options.get("values"))
    if not isinstance(options, tuple):
        return None
    values = [option.get("value") if isinstance(option, Mapping) else option for option in options]
    return frozenset(value for value in values if isinstance(value, str))


def of_legend(legend: Legend, root: Node, own: PlotNode | None) -> Iterator[Publisher]:
    """What a legend sets: a condition on the column that its plot shows by the scale."""
    if legend.target is None:
        return
    name, field = legend.options.get("forPlot"), legend.options.get("field")
    named = [node for node in walk(root) if isinstance(node, PlotNode) and node.attributes.get("name") == name]
    plots = named if name is not None else [own] if own is not None else []
    for mark in [mark for plot in plots for mark in plot.marks]:
        fields = frozenset({field}) if isinstance(field, str) else columns_in(mark, SHOWN[legend.legend])
        yield Publisher("legend", legend.target, fields, mark.data)


def field_of(node: InputNode) -> frozenset[str]:
    """The column on which an input sets its condition."""
    field = node.options.get("field", node.options.get("column"))
    return frozenset({field} if isinstance(field, str) else ())


def told_apart(node: TableNode) -> frozenset[str]:
    """The columns by which the rows of a table are chosen."""
    return columns_of_table(node.data, [column.value for column in node.columns if not column.is_aggregate])


def pairs(plot: PlotNode) -> Iterator[tuple[Mark, Interactor]]:
    """The interactors of a plot, each with the mark before it."""
    mark: Mark | None = None
    for entry in plot.entries:
        if isinstance(entry, Mark):
            mark = entry
        elif mark is not None:
            yield mark, entry


def published(mark: Mark, interactor: Interactor) -> Iterator[tuple[str, Selection, frozenset[str], Data | None]]:
    """What an interactor sets."""
    for option in ("as", "x", "y"):
        target = interactor.options.get(option)
        if isinstance(target, Selection):
            yield snake(interactor.select), target, compared(mark, interactor), mark.data


def compared(mark: Mark, interactor: Interactor) -> frozenset[str]:
    """The columns that an interactor compares."""
    options = interactor.options
    given = [options.get(name) for name in ("field", "xfield", "yfield")]
    fields = options.get("fields")
    named = frozenset(
        name for name in (*given, *(fields if isinstance(fields, tuple) else ())) if isinstance(name, str)
    )
    own = options.get("channels")
    channels = own if isinstance(own, tuple) else OF_INTERACTORS.get(interactor.select, ())
    keys = [key for channel in channels for key in ENDS.get(str(channel), (str(channel),))]
    further = mark.options.get("channels")
    inner = [further[key] for key in keys if key in further] if isinstance(further, Mapping) else []
    return named | columns_in(mark, keys) | frozenset(name for value in inner for name in names(value))
