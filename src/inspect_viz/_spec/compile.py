"""A component as one Mosaic spec with a sidecar of notes, and the columns of the tables that it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspect_viz._params import Selection

from .among import Among
from .checks import check_legends
from .columns import columns_of, columns_of_table
from .encode import mark_json, setting
from .foreign import Foreign, counted, foreign_in
from .freeze import thaw
from .labels import labels
from .levels import leveled, present, with_layers
from .moments import dated
from .nodes import (
    DECORATIONS,
    Column,
    ColumnParam,
    Drawable,
    InputNode,
    Interactor,
    Legend,
    Mark,
    Node,
    PlotNode,
    SpaceNode,
    SpecNode,
    TableNode,
    Title,
    Transform,
    walk,
)
from .results import hidden
from .sidecar import LegendNotes, PlotNotes, Sidecar, TitleNotes, notes
from .targets import Targets, targets_of
from .variables import Variables

if TYPE_CHECKING:
    from inspect_viz._params import Param
    from inspect_viz.data import Data

    from .sidecar import CellNotes

Json = dict[str, object]

CHOOSING = ("menu", "checkboxGroup", "radioGroup")
"""Inputs that offer the values of a column."""


@dataclass(frozen=True)
class Picture:
    """What the runtime draws: a Mosaic spec, notes on its plots and marks, and the data that it names."""

    spec: Json
    sidecar: Sidecar
    tables: dict[str, Data]
    columns: dict[str, frozenset[str]]
    """For each table the columns that the picture reads; all, where it is not named here."""

    queries: dict[str, str] = field(default_factory=dict)
    """Tables that are made of others: one SELECT each, in order."""

    name: str | None = None
    """What a foreign spec calls itself."""

    params: dict[str, Param] = field(default_factory=dict)
    """The params by their names in the spec."""

    selections: dict[str, Selection] = field(default_factory=dict)
    """The selections by their names in the spec."""

    beside: tuple[Json, ...] = ()
    """Inputs of other pictures that change this one."""

    changed_by: frozenset[int] = frozenset()
    """The numbers of the other pictures that change this one."""

    is_pointed: bool = False
    """Whether something else in them changes it, whose states cannot be told one by one."""

    @property
    def title(self) -> str | None:
        """The first title of a plot."""
        return next((plot.title.text for plot in self.sidecar.plots.values() if plot.title), self.name)


def compile(component: Drawable, among: Among | None = None) -> Picture:
    """The picture of a component; tables are t0, t1, ..., params p0, ... and selections s0, ... by first use.

    Args:
        component: The picture.
        among: The others of its page.
    """
    check_legends(component.node)
    among = among or Among()
    return Compiler(among.joined(targets_of(component.node)), among).picture(component.node)


@dataclass
class Compiler:
    """One walk over a component, and what it has met so far."""

    targets: Targets
    among: Among = field(default_factory=Among)
    tables: dict[str, Data] = field(default_factory=dict)
    columns: dict[str, frozenset[str]] = field(default_factory=dict)
    plots: list[PlotNotes] = field(default_factory=list)
    marks: list[CellNotes | None] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    grouped: list[str] = field(default_factory=list)
    foreign: Foreign = field(default_factory=Foreign)
    variables: Variables = field(default_factory=Variables)

    def picture(self, root: Node) -> Picture:
        self.foreign = foreign_in(root)
        self.tables.update(self.foreign.tables)
        self.variables.taken = self.foreign.params
        spec = self.node(root)
        variables = self.variables
        known: list[Param | Selection] = [*variables.params.values(), *variables.selections.values()]
        changing = list(self.among.changing(known, {id(node) for node in walk(root)}))
        inputs = {id(node): node for _, node in changing if isinstance(node, InputNode | TableNode)}
        beside = tuple(self.node(node) for node in inputs.values())
        given = {**self.foreign.params, **variables.spec}
        params: Json = {"params": given} if given else {}
        plots = {f"p{i}": plot for i, plot in enumerate(self.plots) if plot != PlotNotes()}
        marks = {f"m{i}": mark for i, mark in enumerate(self.marks) if mark is not None}
        return Picture(
            {**params, **spec},
            Sidecar(plots=plots, marks=marks, apart=tuple(self.apart), grouped=tuple(self.grouped)),
            self.tables,
            self.columns,
            self.foreign.queries,
            self.foreign.title,
            variables.params,
            variables.selections,
            beside,
            frozenset(number for number, _ in changing),
            any(id(node) not in inputs for _, node in changing),
        )

    def node(self, node: Node) -> Json:
        if isinstance(node, PlotNode):
            return self.plot(node)
        if isinstance(node, Mark):
            return self.mark(node)
        if isinstance(node, Interactor):
            return {"select": node.select, **self.options(node.options)}
        if isinstance(node, InputNode):
            return self.input(node)
        if isinstance(node, Legend):
            return self.legend(node)
        if isinstance(node, TableNode):
            return self.rows(node)
        if isinstance(node, SpaceNode):
            return {node.type: node.size}
        if isinstance(node, SpecNode):
            return self.spec(node)
        return {node.type: [self.node(child) for child in node.children()]}

    def spec(self, node: SpecNode) -> Json:
        """A foreign spec as it is; its plots and marks are counted with the others."""
        part: Json = {key: thaw(value) for key, value in node.part.items()}
        plots, marks = counted(part)
        self.plots += [PlotNotes()] * plots
        self.marks += [None] * marks
        return part

    def plot(self, node: PlotNode) -> Json:
        entries = [self.node(child) for child in node.children()]
        self.plots.append(plot_notes(node, self.variables))
        found = (labels, dated, leveled)
        given = {name: value for of in found for name, value in of(node.marks, node.attributes).items()}
        return {"plot": entries, **self.options({**node.attributes, **given})}

    def legend(self, node: Legend) -> Json:
        """A legend as a part of the layout."""
        target = {} if node.target is None else {"as": self.variables.reference(node.target)}
        options = {k: v for k, v in node.options.items() if k != "forPlot"}
        return {"legend": node.legend, "for": node.options["forPlot"], **target, **self.options(options)}

    def options(self, options: Mapping[str, object]) -> Json:
        return {k: self.variables.value(thaw(v)) for k, v in options.items()}

    def input(self, node: InputNode) -> Json:
        """An input as a part of the layout; its options or its range may come from columns of its data."""
        target = self.variables.reference(node.target)
        source: Json = {}
        if node.data is not None and "column" in node.options:
            column = str(node.options["column"])
            filters = [s for s in (node.options.get("filterBy"),) if isinstance(s, Selection)]
            columns = {column} | self.targets.columns_of(node.data, filters)
            source = {"from": self.table(node.data, frozenset(columns))}
            if node.input in CHOOSING and (levels := present(node.data, column)):
                source["order"] = list(levels)
        ranked = self.among.ranked(node)
        return {"input": node.input, "as": target, **ranked, **source, **self.options(node.options)}

    def rows(self, node: TableNode) -> Json:
        """A table as a part of the layout; the values of its columns are those of channels."""
        values = [column.value for column in node.columns]
        links = {str(column.options["href"]) for column in node.columns if "href" in column.options}
        source = self.table(node.data, columns_of_table(node.data, values) | self.targets.columns(node) | links)
        target = {"as": self.variables.reference(node.target)} if node.target is not None else {}
        columns = [{"value": setting(c.value, self.variables), **self.nested(c.options)} for c in node.columns]
        filtered = self.filter(node)
        given = {**target, **self.among.ranked(node), **filtered}
        return {"input": "table", "from": source, **given, "columns": columns, **self.nested(node.options)}

    def nested(self, options: Mapping[str, object]) -> Json:
        """Options in which texts stand as they are."""
        return {k: thaw(v) for k, v in options.items()}

    def mark(self, mark: Mark) -> Json:
        if mark.apart:
            self.apart.append(f"m{len(self.marks)}")
        if mark.data is not None and hidden(mark, mark.data.columns):
            self.grouped.append(f"m{len(self.marks)}")
        self.marks.append(mark.notes)
        return mark_json(with_layers(mark), self.source(mark), self.variables)

    def source(self, mark: Mark) -> object:
        """Where the rows of a mark come from: a table, a row for each value given, or nothing."""
        if mark.data is not None and reads(mark):
            return {"from": self.table(mark.data, columns_of(mark) | self.targets.columns(mark)), **self.filter(mark)}
        lengths = {len(v) for v in mark.options.values() if isinstance(v, tuple)}
        rows = max(lengths, default=1)
        return None if mark.kind in DECORATIONS or (rows == 1 and mark.data is None) else list(range(rows))

    def filter(self, mark: Mark | TableNode) -> Json:
        """The selection whose conditions the rows of a mark meet, where anything sets one."""
        selection = self.targets.filter_of(mark)
        return {"filterBy": self.variables.reference(selection)} if selection is not None else {}

    def table(self, data: Data, columns: frozenset[str]) -> str:
        """The name of a table, of which these columns are read, too."""
        known = [name for name, table in self.tables.items() if table is data and name not in self.foreign.names]
        name = known[0] if known else self.foreign.free("t", self.tables)
        self.tables[name] = data
        self.columns[name] = self.columns.get(name, frozenset()) | columns
        return name


def reads(mark: Mark) -> bool:
    """Whether any option reads rows; a mark of constants is drawn once."""
    return any(isinstance(v, Column | ColumnParam | Transform) or k == "channels" for k, v in mark.options.items())


def plot_notes(node: PlotNode, variables: Variables) -> PlotNotes:
    legends = tuple(legend_notes(legend, variables) for legend in node.legends)
    title = title_notes(node.title)
    return PlotNotes(title=title, frame=node.frame, legends=legends, problems=node.problems, remarks=node.remarks)


def legend_notes(legend: Legend, variables: Variables) -> LegendNotes:
    target = {} if legend.target is None else {"target": variables.reference(legend.target)}
    return notes(LegendNotes, {"legend": legend.legend, **target, **legend.options})


def title_notes(title: Title | None) -> TitleNotes | None:
    if title is None:
        return None
    given: Mapping[str, object] = {"text": title.title, "marginTop": title.margin_top, **title.styles}
    return notes(TitleNotes, given)
