"""The values that a picture is made of; all of them immutable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from .freeze import FrozenDict, thaw

if TYPE_CHECKING:
    from inspect_viz._params import Param, Selection
    from inspect_viz.data import Data

    from .sidecar import CellNotes, FrameNotes

Scalar: TypeAlias = "str | float | bool | date | None"
GUIDES = ("axisX", "axisY", "axisFx", "axisFy", "gridX", "gridY", "gridFx", "gridFy")
DECORATIONS = ("frame", *GUIDES, "hexgrid", "graticule", "sphere")
EMPTY: Mapping[str, object] = FrozenDict()


@dataclass(frozen=True)
class Column:
    """A column of a mark's data, whatever its name looks like."""

    name: str


@dataclass(frozen=True)
class ColumnParam:
    """The column of a mark's data whose name a param holds."""

    param: Param


@dataclass(frozen=True)
class Transform:
    """An expression over columns: its name in Mosaic, its arguments, its options."""

    name: str
    args: tuple[object, ...] = ()
    options: Mapping[str, object] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class Mark:
    """One layer of a plot: a kind of shape, the data behind it, its options in Mosaic's names, and notes on them."""

    kind: str
    data: Data | None = field(repr=False)
    options: Mapping[str, object]
    notes: CellNotes | None = None
    filter_by: Selection | None = field(default=None, repr=False)
    """Whose conditions its rows meet; None leaves it to the selection of its data."""
    apart: bool = False
    """Whether its texts move until none lies over another."""

    def __repr__(self) -> str:
        shown = ", ".join(f"{k}={short(v)}" for k, v in self.options.items())
        return f"Mark({self.kind}{': ' if shown else ''}{shown})"

    def children(self) -> tuple[Node, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class Interactor:
    """What the pointer does in a plot: its name in Mosaic, its options in Mosaic's names."""

    select: str
    options: Mapping[str, object] = field(default_factory=lambda: EMPTY)

    def __repr__(self) -> str:
        return f"Interactor({self.select})"

    def children(self) -> tuple[Node, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class InputNode:
    """A control that sets a param or a selection: its function, name in Mosaic, the data behind it, its options."""

    where: str
    input: str
    data: Data | None = field(repr=False)
    target: Param | Selection
    options: Mapping[str, object] = field(default_factory=lambda: EMPTY)

    def children(self) -> tuple[Node, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: what it shows, its options, and whether it reduces the rows of a group to one value."""

    value: Column | ColumnParam | Transform
    options: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    is_aggregate: bool = False


@dataclass(frozen=True)
class TableNode:
    """Rows of data in columns; rows that are chosen set a condition in the target."""

    data: Data = field(repr=False)
    columns: tuple[TableColumn, ...]
    target: Selection | None = field(default=None, repr=False)
    filter_by: Selection | None = field(default=None, repr=False)
    """Whose conditions its rows meet; None leaves it to the selection of its data."""
    options: Mapping[str, object] = field(default_factory=lambda: EMPTY)

    def children(self) -> tuple[Node, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class Title:
    """A line of text above a plot, with its own margin and text styles."""

    title: str
    margin_top: float
    styles: Mapping[str, object] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class Legend:
    """The key of a colour, opacity or symbol scale, with its options in Mosaic's names."""

    legend: Literal["color", "opacity", "symbol"]
    options: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    target: Selection | None = None

    @property
    def frame_anchor(self) -> str | None:
        """Where it stands; None where nobody said so."""
        found = self.options.get("frameAnchor")
        return found if isinstance(found, str) else None

    def children(self) -> tuple[Node, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class PlotNode:
    """Entries in one frame, with attributes in Mosaic's names, and sentences about what is wrong with their data."""

    entries: tuple[Mark | Interactor, ...]
    attributes: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    title: Title | None = None
    legends: tuple[Legend, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    frame: FrameNotes | None = None

    def children(self) -> tuple[Node, ...]:
        """The entries, later ones drawn over earlier ones."""
        return self.entries

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The entries that are drawn."""
        return tuple(entry for entry in self.entries if isinstance(entry, Mark))


@dataclass(frozen=True)
class ConcatNode:
    """Components side by side or below each other."""

    type: Literal["hconcat", "vconcat"]
    parts: tuple[Node, ...]

    def children(self) -> tuple[Node, ...]:
        """The components in order."""
        return self.parts


@dataclass(frozen=True)
class SpaceNode:
    """Empty space: pixels, or a CSS length."""

    type: Literal["hspace", "vspace"]
    size: float | str

    def children(self) -> tuple[Node, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class SpecNode:
    """A Mosaic spec from elsewhere, kept as it was written, with its tables and the SQL that makes further ones."""

    part: Mapping[str, object]
    params: Mapping[str, object] = field(default_factory=lambda: EMPTY, repr=False)
    tables: Mapping[str, object] = field(default_factory=lambda: EMPTY, repr=False)
    queries: Mapping[str, object] = field(default_factory=lambda: EMPTY, repr=False)
    title: str | None = None

    def children(self) -> tuple[Node, ...]:
        """None: its parts are no nodes."""
        return ()


class Drawable(Protocol):
    """Something that holds a node, as a component does."""

    @property
    def node(self) -> Node:
        """What is drawn."""


NODES = (PlotNode, ConcatNode, SpaceNode, InputNode, TableNode, SpecNode)
Node: TypeAlias = "PlotNode | ConcatNode | SpaceNode | InputNode | TableNode | SpecNode | Legend | Mark | Interactor"


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, each before its children, in the order of the spec."""
    yield node
    for child in node.children():
        yield from walk(child)


def short(value: object, limit: int = 40) -> str:
    """A value in a few characters."""
    if isinstance(value, Column):
        return value.name
    if isinstance(value, ColumnParam):
        return f"column({value.param!r})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{k}: {short(v)}' for k, v in value.items())}}}"
    if isinstance(value, Transform) and "label" in value.options:
        return repr(value.options["label"])
    if isinstance(value, Transform):
        return f"{value.name}({', '.join(short(a) for a in value.args)})"
    text = repr(thaw(value))
    return text if len(text) <= limit else f"{text[: limit - 3]}..."
