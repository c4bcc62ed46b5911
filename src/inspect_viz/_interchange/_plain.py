"""A picture as a plain Mosaic spec: what Mosaic itself can say of it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inspect_viz._host import said
from inspect_viz._spec import compile
from inspect_viz._spec.nodes import DECORATIONS
from inspect_viz._spec.sidecar import PlotNotes, json_of
from inspect_viz._util.stack import outside

from ._names import INPUTS
from ._plain_table import plain_table
from ._rows import data_section
from ._unsaid import of_legend, of_marks, of_plot

if TYPE_CHECKING:
    from inspect_viz._spec.compile import Picture
    from inspect_viz._spec.nodes import Drawable

Json = dict[str, Any]

SIDES = ("marginTop", "marginRight", "marginBottom", "marginLeft")
LOOK = ("label", "field", "width", "height", "tickSize", "columns", *SIDES)
"""What Mosaic's own legends know."""


def plain_spec(component: Drawable, data: bool) -> Json:
    """The spec; `data`: with the rows. Warns of what Mosaic cannot say.

    Raises:
        ValueError: For rows that a spec should not hold, and columns whose names Mosaic would mix up.
        DrawingError: If the picture cannot be drawn, which tells the order of bands and the room of labels.
    """
    picture = compile(component)
    if picture.sidecar.grouped:
        raise ValueError(
            "to_spec: a mark computes a channel beside an aggregate, and its data has a column with the channel's "
            "name, by which Mosaic would group; rename the column."
        )
    section = {"data": data_section(picture)} if data else {}
    root = {key: value for key, value in picture.spec.items() if key != "params"}
    count = _plots(root)
    notes = [picture.sidecar.plots.get(f"p{i}", PlotNotes()) for i in range(count)]
    writer = _Writer(picture, [json_of(note) for note in notes], said(component) if count else [])
    spec: Json = {"meta": {"title": picture.title}} if picture.title else {}
    spec |= section
    if "params" in picture.spec:
        spec["params"] = picture.spec["params"]
    made = {**spec, **(writer.part(root) or {"hspace": 0})}
    _warn([*writer.unsaid, *of_marks(picture.sidecar)])
    return made


def _warn(unsaid: Sequence[str]) -> None:
    if unsaid:
        message = f"to_spec: Mosaic cannot say everything; left out are {', '.join(dict.fromkeys(unsaid))}."
        warnings.warn(message, stacklevel=outside())


def _plots(part: object) -> int:
    if isinstance(part, Mapping):
        return 1 if "plot" in part else sum(map(_plots, part.get("hconcat") or part.get("vconcat") or ()))
    return 0


@dataclass
class _Writer:
    """Writes the parts of a spec; `notes` and `said` are those of the plots that are still to come."""

    picture: Picture
    notes: list[Json]
    said: list[Json]
    unsaid: list[str] = field(default_factory=list)

    def part(self, part: Json) -> Json | None:
        """The part; None where Mosaic has nothing of the kind."""
        for kind in ("hconcat", "vconcat"):
            if isinstance(part.get(kind), list):
                return {kind: [written for child in part[kind] if (written := self.part(child)) is not None]}
        if "plot" in part:
            return self.plot(part)
        if "input" in part:
            return self.input(part)
        return self.legend(part) if "legend" in part else part

    def plot(self, part: Json) -> Json:
        notes, told = self.notes.pop(0), self.said.pop(0)
        self.unsaid += [*of_plot(notes), *told["unsaid"]]
        attributes = {**part, **self.laid_out(part, told)}
        domains = [way for way in ("x", "y") if f"{way}Domain" in told["attributes"]]
        entries = [_entry(entry, domains, told["inset"]) for entry in part["plot"]]
        return {**attributes, "plot": [*entries, *map(self.legend, notes.get("legends") or [])]}

    def laid_out(self, part: Json, told: Json) -> Json:
        """How the plot was laid out, where no param says so."""
        attributes = told["attributes"]
        for way in told["numbered"]:
            if not self.is_text(part, way):
                del attributes[f"{way}Domain"]
                self.unsaid.append("the order of very many values")
        for way in ("x", "y"):
            if f"{way}Domain" in attributes and f"{way}Reverse" in part:
                attributes[f"{way}Reverse"] = False
        return {name: value for name, value in attributes.items() if not str(part.get(name, "")).startswith("$")}

    def is_text(self, part: Json, way: str) -> bool:
        """Whether the bands of cells are texts, which are their labels."""
        cells = next(entry for entry in part["plot"] if entry.get("mark") == "cell")
        name = cells[way]["column"] if isinstance(cells[way], Mapping) and "column" in cells[way] else cells[way]
        table = self.picture.tables.get(cells["data"]["from"])
        return isinstance(name, str) and table is not None and table.reader.types.get(name) == "VARCHAR"

    def legend(self, notes: Json) -> Json:
        self.unsaid += of_legend(notes)
        named = {"for": notes.get("for", notes.get("forPlot")), "as": notes.get("as", notes.get("target"))}
        known = {"legend": notes["legend"], **named, **{name: notes.get(name) for name in LOOK}}
        return {name: value for name, value in known.items() if value is not None}

    def input(self, part: Json) -> Json | None:
        kind = part["input"]
        if kind == "table":
            return plain_table(part, self.unsaid)
        if kind not in INPUTS or self.is_several(part):
            several = " of several values" if kind in INPUTS else ""
            self.unsaid.append(f"the input {kind!r}{several}")
            return None
        if "order" in part:
            self.unsaid.append("the order of categories in inputs")
        return {name: value for name, value in part.items() if name != "order"}

    def is_several(self, part: Json) -> bool:
        """Whether an input gives several values at a time."""
        param = self.picture.spec.get("params", {}).get(str(part.get("as", ""))[1:])  # type: ignore[attr-defined]
        first = param.get("value") if isinstance(param, Mapping) else param
        return "multiple" in part or isinstance(part.get("value", first), list)


def _entry(entry: Json, domains: Sequence[str], inset: float | None) -> Json:
    """A mark of data without a tip wants none; bands that the plot names need no order; cells have the inset drawn."""
    if "mark" not in entry:
        return entry
    if entry["mark"] == "cell" and inset is not None:
        entry = {**entry, "inset": inset}
    sort = entry.get("sort")
    if entry["mark"] == "cell" and isinstance(sort, Mapping):
        left = {name: value for name, value in sort.items() if name not in domains}
        entry = {**entry, "sort": left} if left else {name: v for name, v in entry.items() if name != "sort"}
    is_silent = entry["mark"] not in DECORATIONS and "tip" not in entry
    return {**entry, "tip": False} if is_silent else entry
