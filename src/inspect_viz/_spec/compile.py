"""A component as a tree of JSON, and the tables that it reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .encode import Literals, mark_json
from .freeze import thaw
from .labels import labels
from .nodes import DECORATIONS, Column, ConcatNode, Legend, Mark, Node, PlotNode, SpaceNode, Title, Transform

if TYPE_CHECKING:
    from inspect_viz._component import Component
    from inspect_viz.data import Data


@dataclass(frozen=True)
class Picture:
    """What the runtime draws: `view` is JSON, `tables` the data under the names that it uses."""

    view: dict[str, object]
    tables: dict[str, Data]


def compile(component: Component) -> Picture:
    """The picture of a component; tables are named t0, t1, ... by first use."""
    tables: dict[str, Data] = {}
    return Picture(node_json(component.node, tables), tables)


def node_json(node: Node, tables: dict[str, Data]) -> dict[str, object]:
    if isinstance(node, ConcatNode):
        return {"type": node.type, "children": [node_json(child, tables) for child in node.children]}
    if isinstance(node, SpaceNode):
        return {"type": node.type, "size": node.size}
    return plot_json(node, tables)


def plot_json(node: PlotNode, tables: dict[str, Data]) -> dict[str, object]:
    literals = Literals()
    marks = [mark_json(mark, source(mark, tables), literals) for mark in node.marks]
    given = {**node.attributes, **labels(node.marks, node.attributes)}
    attributes = {k: literals.value(thaw(v)) for k, v in given.items()}
    params = {"params": literals.params} if literals.params else {}
    return {
        "type": "plot",
        "spec": {"plot": marks, **attributes, **params},
        "title": title_json(node.title) if node.title else None,
        "legends": [legend_json(legend) for legend in node.legends],
        **({"problems": list(node.problems)} if node.problems else {}),
    }


def source(mark: Mark, tables: dict[str, Data]) -> object:
    """Where the rows of a mark come from: a table, a row for each value given, or nothing."""
    if mark.data is not None and reads(mark):
        return {"from": table_name(mark.data, tables)}
    lengths = {len(v) for v in mark.options.values() if isinstance(v, tuple)}
    rows = max(lengths, default=1)
    return None if mark.kind in DECORATIONS or (rows == 1 and mark.data is None) else list(range(rows))


def reads(mark: Mark) -> bool:
    """Whether any option reads rows; a mark of constants is drawn once."""
    return any(isinstance(v, Column | Transform) or k == "channels" for k, v in mark.options.items())


def table_name(data: Data, tables: dict[str, Data]) -> str:
    for name, table in tables.items():
        if table is data:
            return name
    name = f"t{len(tables)}"
    tables[name] = data
    return name


def title_json(title: Title) -> dict[str, object]:
    return {"text": title.title, "marginTop": title.margin_top, **as_dict(title.styles)}


def legend_json(legend: Legend) -> dict[str, object]:
    return {"legend": legend.legend, **as_dict(legend.options)}


def as_dict(value: Mapping[str, object]) -> dict[str, object]:
    return {k: thaw(v) for k, v in value.items()}
