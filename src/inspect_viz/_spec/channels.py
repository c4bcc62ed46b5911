"""Reads what a channel was given: a column, a transform, a constant, or a list of values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from inspect_viz._params import Param

from .arguments import CHANNELS, Call, Kinds
from .colors import is_color
from .columns import names
from .errors import is_one, shown, unknown_column, wrong_type
from .kinds import REFUSED, literal_values, plain, scalar, sequence
from .moments import Moment
from .names import camel
from .nodes import Column, ColumnParam, Transform, short
from .suited import SIZED
from .transforms import from_mapping

Columns: TypeAlias = Sequence[str]
WORDS = (
    "anchor crossOrigin curve fontFamily fontSize fontStyle fontVariant fontWeight frameAnchor imageRendering"
    " interpolate label lineAnchor lineHeight marker markerEnd markerMid markerStart mixBlendMode monospace offset"
    " order paintOrder pointerEvents preserveAspectRatio reverse select shapeRendering sort strokeDasharray"
    " strokeDashoffset strokeLinecap strokeLinejoin strokeMiterlimit target tension textAnchor textOverflow"
    " channels fill stroke symbol tip sql param"
)
COLORS = ("fill", "stroke", "color", "text_stroke")


@dataclass(frozen=True)
class MarkCall(Call):
    """One call of a mark: its name for messages, the data that its channels read."""

    columns: Columns | None = None
    computed: tuple[str, ...] = ()
    """Names of values that the mark computes, which channels may show."""

    def param(self, argument: str, param: Param, kinds: Kinds) -> object:
        """A text that is the name of a column means the column, as it does without a param."""
        if kinds and set(kinds) & {*CHANNELS} and self.columns is not None and param.default in self.columns:
            return ColumnParam(param)
        if kinds and set(kinds) & {*CHANNELS}:
            word = argument in COLORS or argument == "symbol"
            if self.columns is None and isinstance(param.default, str) and not word:
                raise ValueError(
                    f"{self.where}: {argument}={param!r} holds text, which a mark without data cannot show."
                )
            self.convert(argument, param.default, next(kind for kind in kinds if kind in CHANNELS))
            return param
        return super().param(argument, param, kinds)

    def convert(self, argument: str, value: object, kind: str) -> object:
        """Numbers are asked for where only numbers can be drawn."""
        if kind in CHANNELS and is_one(value, self.computed) and value not in (self.columns or ()):
            return value
        if kind in CHANNELS:
            return measured(self.where, argument, value, channel(self.where, argument, value, self.columns))
        if kind == "Channels":
            return channels(self.where, argument, value, self.columns)
        return super().convert(argument, value, kind)


def channel(where: str, argument: str, value: object, columns: Columns | None) -> object:
    """The node or constant behind a channel, or REFUSED; raises ValueError for an unknown column."""
    if isinstance(value, Column | ColumnParam | Transform):
        return known(where, argument, value, columns)
    if isinstance(value, Mapping):
        return mapping(where, argument, value, columns)
    if isinstance(value, str):
        return text(where, argument, value, columns)
    found = scalar(value)
    if isinstance(found, Moment):
        return (found,) if columns is None else Transform("sql", (f"TIMESTAMP '{found.removesuffix('Z')}'",))
    return sequence(value, scalar) if found is REFUSED else found


def measured(where: str, argument: str, value: object, found: object) -> object:
    """What a channel was given, of which constants are numbers where nothing else has a size; raises TypeError."""
    if camel(argument) not in SIZED or found is REFUSED:
        return found
    items = found if isinstance(found, tuple) else (found,)
    if isinstance(scalar(value), Moment) or any(isinstance(item, str | bool) for item in items):
        raise wrong_type(where, argument, value, "a number, a column's name, a transform or a list of numbers")
    return found


def text(where: str, argument: str, value: str, columns: Columns | None) -> object:
    """A column first; otherwise a colour or a symbol; without data, the text itself."""
    if columns is not None and value in columns:
        return Column(value)
    if argument in COLORS:
        if is_color(value):
            return value
        raise unknown_column(where, argument, value, columns or (), "CSS colour")
    if argument == "symbol" and value in literal_values("Symbol"):
        return value
    if columns is None:
        return (value,)
    raise unknown_column(where, argument, value, columns, "symbol" if argument == "symbol" else "")


def known(where: str, argument: str, node: Column | ColumnParam | Transform, columns: Columns | None) -> object:
    """The node itself, when all its columns exist."""
    if columns is None:
        raise ValueError(f"{where}: {argument}={short(node)} reads data, but the mark has none.")
    for name in names(node):
        if name not in columns:
            raise unknown_column(where, argument, name, columns)
    return node


def mapping(where: str, argument: str, value: Mapping[str, object], columns: Columns | None) -> object:
    """A transform written as a dict, as in `{"avg": "score"}`."""
    return known(where, argument, from_mapping(where, argument, value), columns)


def channels(where: str, argument: str, value: object, columns: Columns | None) -> object:
    """Name -> column, checked; the names are free except where Mosaic would read them as something else."""
    if not isinstance(value, Mapping):
        return REFUSED
    return {name: named(where, f"{argument}[{name!r}]", name, plain(v), columns) for name, v in value.items()}


def named(where: str, argument: str, name: object, value: object, columns: Columns | None) -> object:
    check_name(where, name)
    found = Column(value) if isinstance(value, str) else value
    if not isinstance(found, Column):
        raise wrong_type(where, argument, value, "a column's name")
    return known(where, argument, found, columns)


def is_word(name: str) -> bool:
    """Whether Mosaic takes a name of a channel for a transform or for an option of the mark."""
    from inspect_viz._generated.transforms import TRANSFORMS

    return name in WORDS.split() or name in {mosaic for mosaic, _ in TRANSFORMS.values()}


def check_name(where: str, name: object) -> None:
    """Raises for names of channels that Mosaic takes for a transform or for an option of the mark."""
    if not isinstance(name, str):
        raise TypeError(f"{where}: the names in channels must be text, not {shown(name)}.")
    if is_word(name):
        raise ValueError(
            f"{where}: {name!r} in channels is a word of the grammar; use another name, as {name.title()!r}."
        )
