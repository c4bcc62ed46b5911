"""What interactors take: the values of their options, whoever writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from inspect_viz._params import Param
from inspect_viz._util.suggest import did_you_mean, listing

from .arguments import CHANNELS as CHANNEL_KINDS
from .arguments import Call, Kinds, kinds_in, kinds_of
from .colors import is_color
from .errors import wrong_type
from .freeze import frozen
from .kinds import description
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
    "fields": kinds_of("Sequence[object]"),
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
    if isinstance(value, Param) and name not in NAMES:
        raise wrong_type(where, argument, value, " or ".join(map(description, KINDS[name])))
    found = Call(where).value(argument, value, KINDS[name])
    if name in COLOURS and isinstance(found, str) and not is_color(found):
        raise ValueError(f"{where}: {argument} must be a CSS colour, not {found!r}.")
    return found


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
    return frozen(Call(f"{where}: {argument}").options(value, kinds_in(Brush), "style"))
