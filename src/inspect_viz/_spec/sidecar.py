"""What the runtime is told about a picture besides its Mosaic spec: the one schema of both sides.

`tools/generate_sidecar.py` writes the TypeScript types and the table of keys from these classes. Plots and marks are
named by their order in the spec: p0, p1, ... and m0, m1, .... Not given and None mean the same here: nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal, TypeVar

from .names import camel

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class TitleNotes:
    """A line of text above a plot; sizes in pixels."""

    text: str
    margin_top: float
    font_size: float | None = None
    font_family: str | None = None
    font_weight: float | str | None = None


@dataclass(frozen=True, kw_only=True)
class LegendNotes:
    """A legend of a plot, its place and its look; lengths in pixels."""

    legend: Literal["color", "opacity", "symbol"]
    label: str | None = None

    target: str | None = None
    """The selection that it sets, as the spec names it."""

    field: str | None = None
    """Column of the condition; that of the scale where nothing is said."""

    for_plot: str | None = None
    width: float | None = None
    height: float | None = None
    tick_size: float | None = None
    columns: int | None = None
    margin_top: float | None = None
    margin_right: float | None = None
    margin_bottom: float | None = None
    margin_left: float | None = None
    frame_anchor: str | None = None
    inset: float | None = None
    inset_x: float | None = None
    inset_y: float | None = None
    border: bool | str | None = None
    background: bool | str | None = None

    scores: Literal["drawn", "given"] | None = None
    """Colours are those of scores, over those that are drawn or over what the caller gave."""

    lower: bool | None = None
    """Lower scores are better."""


@dataclass(frozen=True, kw_only=True)
class FrameNotes:
    """What a view draws around its cells besides the axes: header, margins and footer."""

    plain: bool | None = None
    """Whether cells are not those of samples and models, so that nothing is said of these."""

    margins: bool | None = None
    """Whether means and intervals of the models stand beside them."""

    heading: bool | None = None
    """Whether a plot without a title gets one that tells what it shows."""

    task: str | None = None
    """What all rows are about, for that title."""

    subtitle: str | None = None
    finding: bool | None = None
    """Whether the subtitle is what the picture shows, in words."""

    legend: bool | None = None
    """Whether the legends stand in the header, whatever their own place."""

    rows: bool | None = None
    """Whether the height of the plot follows the number of its rows."""

    columns: bool | None = None
    """Whether few columns leave some of the width empty, so that cells are not wide."""

    facts: tuple[str, ...] = ()
    """What the footer says of the data besides the numbers of samples and models."""


@dataclass(frozen=True, kw_only=True)
class PlotNotes:
    """What stands around a plot, and what is wrong with its data, in sentences."""

    title: TitleNotes | None = None
    frame: FrameNotes | None = None
    legends: tuple[LegendNotes, ...] = ()
    problems: tuple[str, ...] = ()

    remarks: tuple[str, ...] = ()
    """What a reader may want to know of the data, though nothing is wrong, in sentences."""


@dataclass(frozen=True, kw_only=True)
class ChannelNames:
    """Headings of a mark's channels in tips and tables."""

    x: str | None = None
    y: str | None = None
    value: str | None = None


@dataclass(frozen=True, kw_only=True)
class OrderNotes:
    """An order of samples or models by what their scores say, instead of that of `sort`."""

    by: Literal["mean", "natural", "disagreement", "discrimination", "flips", "similarity", "model", "column", "given"]

    model: str | None = None
    """The model by whose scores samples stand."""

    column: str | None = None
    """The attribute of samples by whose values they stand."""

    first: tuple[str, ...] = ()
    """Labels that stand first, in this order; the others follow as they would without."""

    falling: bool | None = None
    limit: float | None = None


@dataclass(frozen=True, kw_only=True)
class AttributeNotes:
    """A column that has one value for each sample, or for each model."""

    name: str
    of: Literal["samples", "models"]

    value: str
    """SQL of a row's value, NULL for none."""

    number: bool | None = None
    """Whether values are numbers."""


@dataclass(frozen=True, kw_only=True)
class KeepNotes:
    """Samples and models that are kept, by their labels; None keeps all."""

    samples: tuple[str, ...] | None = None
    models: tuple[str, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class CellNotes:
    """What the columns behind a mark of cells mean."""

    value: str | None = None
    """SQL of one row's score, a finite number or NULL, of which `fill` is the aggregate."""

    error: str | None = None
    """SQL that is true where a row ended in an error."""

    limit: str | None = None
    """SQL that is true where a row was stopped by a limit."""

    infinite: str | None = None
    """SQL that is true where a row's score is infinite; None where none is."""

    failed: str | None = None
    """SQL that is true where a grader or scorer failed; None, as for the next ones, where no row is that."""

    invalidated: str | None = None
    """SQL that is true where a row was declared invalid, so that its score does not count."""

    refused: str | None = None
    """SQL that is true where the model refused to answer."""

    empty: str | None = None
    """SQL that is true where the model gave no answer."""

    unparsable: str | None = None
    """SQL that is true where no answer was found in what the model gave."""

    pending: Mapping[str, tuple[str, ...]] | None = None
    """Labels of models, and of the samples that runs of them will still give."""

    link: str | None = None
    """Column of links to each row's page."""

    epoch: str | None = None
    """Column that numbers the rows of a cell."""

    log: str | None = None
    """Column of the log that each row comes from."""

    details: tuple[str, ...] = ()
    """Columns whose texts a page carries for each row."""

    text: str | None = None
    """Colour of the value printed in each cell, or "auto"."""

    names: ChannelNames | None = None
    sample_axis: Literal["x", "y"] | None = None

    order: Literal["adjusted", "given"] | None = None
    """Of a view of samples and models, of which those without any score stand last: whether the mean of `fill` in
    `sort` is the least-squares one, or what `sort` says. None where cells are not of such a view."""

    samples: OrderNotes | None = None
    models: OrderNotes | None = None

    keep: KeepNotes | None = None
    """What is left of samples and models; the rest is not counted either."""

    versus: tuple[str, ...] = ()
    """Two models that are compared: they stand first, and samples in blocks by which of them does better."""

    attributes: tuple[AttributeNotes, ...] = ()
    """Columns of samples and models that are carried."""

    group: tuple[str, ...] = ()
    """Names of attributes by which samples and models stand in groups, the outer first."""

    bars: tuple[str, ...] = ()
    """Names of attributes that are shown as bars."""

    level: Literal["groups"] | None = None
    """Samples are taken together in their groups, one column each."""

    runs: tuple[tuple[str, ...], ...] = ()
    """Models that are runs of one, for each such: the first of two that are compared was before the second."""

    baseline: str | None = None
    """The model that all others are compared with: cells show their differences from its cells."""

    combined: bool | None = None
    """Whether a cell has one score of all its rows, which is not their mean."""

    split: bool | None = None
    """Whether a cell shows its rows side by side, where they have room."""

    lower: bool | None = None
    """Lower scores are better."""

    threshold: float | None = None
    """The least value of a cell that solves its sample; None leaves it to the values."""

    suspects: bool | None = None
    """Whether samples that go against the others are marked."""

    def sql(self) -> tuple[str, ...]:
        """The expressions among them."""
        states = (self.error, self.limit, self.failed, self.invalidated, self.refused, self.empty, self.unparsable)
        values = (attribute.value for attribute in self.attributes)
        return tuple(text for text in (self.value, *states, self.infinite, *values) if text is not None)

    def columns(self) -> tuple[str, ...]:
        """The columns that are named as they are."""
        return tuple(name for name in (self.link, self.epoch, self.log, *self.details) if name is not None)


@dataclass(frozen=True, kw_only=True)
class Sidecar:
    """The notes of a picture's plots and marks; those without any are left out."""

    plots: Mapping[str, PlotNotes] = field(default_factory=dict)
    marks: Mapping[str, CellNotes] = field(default_factory=dict)

    apart: tuple[str, ...] = ()
    """Marks whose texts move up or down until none lies over another."""

    grouped: tuple[str, ...] = ()
    """Marks that group rows by what a channel computes, though a column has the name of the channel."""


def notes(kind: type[T], given: Mapping[str, object]) -> T:
    """Notes from options in Mosaic's names; TypeError for a key that the schema does not know."""
    known = {camel(f.name): f.name for f in fields(kind)}  # type: ignore[arg-type]
    return kind(**{known.get(key, key): value for key, value in given.items()})


def json_of(value: Any) -> Any:
    """Notes as JSON: camel-case keys, without what is not said."""
    if is_dataclass(value):
        items = {camel(f.name): json_of(getattr(value, f.name)) for f in fields(value)}
        return {key: item for key, item in items.items() if item is not None and item != [] and item != {}}
    if isinstance(value, Mapping):
        return {key: json_of(item) for key, item in value.items()}
    return [json_of(item) for item in value] if isinstance(value, tuple) else value
