"""What interactors take: the values of their options, whoever writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from inspect_viz._util.suggest import did_you_mean, listing

from .arguments import CHANNELS as CHANNEL_KINDS
from .arguments import Call, Fixed, Kinds, kinds_in, kinds_of
from .colors import check_color
from .errors import wrong_type
from .freeze import frozen
from .kinds import plain
from .names import camel, snake
from .vocabulary import options_of

CHANNELS = ("x", "y", "x1", "x2", "y1", "y2", "z", "color", "fill", "stroke", "opacity", "r", "text", "symbol")
ENDS = {"x": ("x", "x1", "x2"), "y": ("y", "y1", "y2"), "color": ("color", "fill", "stroke")}
NUMBERS = ("pixel_size", "max_radius", "opacity", "fill_opacity", "stroke_opacity")
COLOURS = ("fill", "stroke")
NAMES = ("field", "xfield", "yfield")
KINDS: dict[str, Kinds] = {
    **{name: kinds_of("str") for name in (*NAMES, *COLOURS)},
    **{name: kinds_of("float") for name in NUMBERS},
    "peers": kinds_of("bool"),
}


class Brush(TypedDict, total=False):
    """Styles of the area that a brush selects."""

    fill: str
    """CSS colour of the area."""

    fill_opacity: float
    """Opacity of the area, from 0 to 1."""

    opacity: float
    """Opacity of area and edge, from 0 to 1."""

    stroke: str
    """CSS colour of the edge."""

    stroke_dasharray: str
    """Lengths of the dashes and gaps of the edge, such as "4 2"."""

    stroke_opacity: float
    """Opacity of the edge, from 0 to 1."""


def check_interaction(where: str, argument: str, value: object) -> object:
    """The checked value of an option.

    Args:
        where: The call.
        argument: The option, in Python's spelling or in Mosaic's.
        value: Its value.

    Raises:
        TypeError, ValueError: If it is not accepted.
    """
    name = snake(argument)
    if name == "channels":
        return check_channels(where, argument, value)
    if name == "brush":
        return check_brush(where, argument, value)
    if name == "fields":
        return check_fields(where, argument, value)
    found = (Call if name in NAMES else Fixed)(where).value(argument, value, KINDS[name])
    return check_color(where, argument, found) if name in COLOURS else found


def check_fields(where: str, argument: str, value: object) -> tuple[str, ...]:
    """Names of columns."""
    items = plain(value)
    if not isinstance(items, list | tuple) or not items or not all(isinstance(item, str) for item in items):
        raise wrong_type(where, argument, value, "a list of columns' names")
    return tuple(items)


def check_channels(where: str, argument: str, value: object) -> tuple[str, ...]:
    """Names of channels, in Mosaic's spelling; a mark can have further ones in its own `channels`."""
    items = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else ()
    if not items:
        raise wrong_type(where, argument, value, "a list of one or more names of channels")
    for item in items:
        if not isinstance(item, str) or not item:
            raise wrong_type(where, argument, item, "a list of names of channels")
    return tuple(camel(item) if item in CHANNELS else item for item in items)


def check_present(where: str, channels: Sequence[str], mark: str, options: Mapping[str, object]) -> None:
    """Raises ValueError for a channel that the mark before an interactor does not have.

    Args:
        where: The call.
        channels: The channels of the interactor.
        mark: The name of the mark, as Mosaic's.
        options: Its options, by Mosaic's names.
    """
    further = options.get("channels")
    kinds = options_of(mark)
    given = [name for name in options if any(kind in CHANNEL_KINDS for kind in kinds.get(name, ()))]
    there = (*given, *(further if isinstance(further, Mapping) else ()))
    for name in channels:
        if not any(key in there for key in ENDS.get(name, (name,))):
            raise ValueError(
                f"{where}: channels: {name!r} is no channel of the {mark} before it, which has {listing(there)}."
                f"{did_you_mean(name, there)}"
            )


def check_brush(where: str, argument: str, value: object) -> Mapping[str, object]:
    """The look of a brush."""
    if not isinstance(value, Mapping):
        raise wrong_type(where, argument, value, "a dict of styles")
    call = Fixed(f"{where}: {argument}")
    for name in COLOURS:
        if value.get(name) is not None:
            check_color(call.where, name, value[name])
    return frozen(call.options(value, kinds_in(Brush), "style"))
