"""A component as one Mosaic spec with a sidecar of notes, and the columns of the tables that it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .columns import columns_of
from .encode import Literals, mark_json
from .freeze import thaw
from .labels import labels
from .nodes import DECORATIONS, Column, Drawable, Mark, Node, PlotNode, SpaceNode, Title, Transform
from .sidecar import LegendNotes, PlotNotes, Sidecar, TitleNotes, notes

if TYPE_CHECKING:
    from inspect_viz.data import Data

    from .sidecar import CellNotes

Json = dict[str, object]


@dataclass(frozen=True)
class Picture:
    """What the runtime draws: a Mosaic spec, notes on its plots and marks, and the data that it names."""

    spec: Json
    sidecar: Sidecar
    tables: dict[str, Data]
    columns: dict[str, frozenset[str]]
    """For each table the columns that the picture reads."""

    @property
    def title(self) -> str | None:
        """The first title of a plot."""
        return next((plot.title.text for plot in self.sidecar.plots.values() if plot.title), None)


def compile(component: Drawable) -> Picture:
    """The picture of a component; tables are named t0, t1, ... by first use."""
    return Compiler().picture(component.node)


@dataclass
class Compiler:
    """One walk over a component, and what it has met so far."""

    tables: dict[str, Data] = field(default_factory=dict)
    columns: dict[str, frozenset[str]] = field(default_factory=dict)
    plots: list[PlotNotes] = field(default_factory=list)
    marks: list[CellNotes | None] = field(default_factory=list)
    literals: Literals = field(default_factory=Literals)

    def picture(self, root: Node) -> Picture:
        spec = self.node(root)
        params: Json = {"params": self.literals.params} if self.literals.params else {}
        plots = {f"p{i}": plot for i, plot in enumerate(self.plots) if plot != PlotNotes()}
        marks = {f"m{i}": mark for i, mark in enumerate(self.marks) if mark is not None}
        return Picture({**params, **spec}, Sidecar(plots=plots, marks=marks), self.tables, self.columns)

    def node(self, node: Node) -> Json:
        if isinstance(node, PlotNode):
            return self.plot(node)
        if isinstance(node, Mark):
            return self.mark(node)
        if isinstance(node, SpaceNode):
            return {node.type: node.size}
        return {node.type: [self.node(child) for child in node.children()]}

    def plot(self, node: PlotNode) -> Json:
        self.plots.append(plot_notes(node))
        entries = [self.node(child) for child in node.children()]
        given = {**node.attributes, **labels(node.marks, node.attributes)}
        return {"plot": entries, **{k: self.literals.value(thaw(v)) for k, v in given.items()}}

    def mark(self, mark: Mark) -> Json:
        self.marks.append(mark.notes)
        return mark_json(mark, self.source(mark), self.literals)

    def source(self, mark: Mark) -> object:
        """Where the rows of a mark come from: a table, a row for each value given, or nothing."""
        if mark.data is not None and reads(mark):
            return {"from": self.table(mark.data, columns_of(mark))}
        lengths = {len(v) for v in mark.options.values() if isinstance(v, tuple)}
        rows = max(lengths, default=1)
        return None if mark.kind in DECORATIONS or (rows == 1 and mark.data is None) else list(range(rows))

    def table(self, data: Data, columns: frozenset[str]) -> str:
        """The name of a table, of which these columns are read, too."""
        known = [name for name, table in self.tables.items() if table is data]
        name = known[0] if known else f"t{len(self.tables)}"
        self.tables[name] = data
        self.columns[name] = self.columns.get(name, frozenset()) | columns
        return name


def reads(mark: Mark) -> bool:
    """Whether any option reads rows; a mark of constants is drawn once."""
    return any(isinstance(v, Column | Transform) or k == "channels" for k, v in mark.options.items())


def plot_notes(node: PlotNode) -> PlotNotes:
    legends = tuple(notes(LegendNotes, {"legend": legend.legend, **legend.options}) for legend in node.legends)
    title = title_notes(node.title)
    return PlotNotes(title=title, frame=node.frame, legends=legends, problems=node.problems, remarks=node.remarks)


def title_notes(title: Title | None) -> TitleNotes | None:
    if title is None:
        return None
    given: Mapping[str, object] = {"text": title.title, "marginTop": title.margin_top, **title.styles}
    return notes(TitleNotes, given)
