"""Margins that take all of a plot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .errors import shown

USUAL = {"left": 40, "right": 20, "top": 20, "bottom": 30}
"""Margins that a plot has unless it is given others, in pixels."""
USUAL_WIDTH = 640


class _Given(NamedTuple):
    """The margin of a side: who said so, and how much."""

    argument: str
    value: object


def check_margins(where: str, options: Mapping[str, object]) -> None:
    """Raises ValueError for margins that leave nothing of a plot's width or height; `options` in Mosaic's names."""
    _check(where, options, "width", options.get("width") or USUAL_WIDTH, ("left", "right"))
    _check(where, options, "height", options.get("height"), ("top", "bottom"))


def _check(where: str, options: Mapping[str, object], length: str, size: object, sides: tuple[str, str]) -> None:
    given = [found for side in sides if (found := _given(options, side))]
    values = [one.value for one in given]
    numbers = [value for value in (size, *values) if isinstance(value, int | float)]
    if not given or len(numbers) <= len(values):
        return
    room, *taken = numbers
    others = sum(USUAL[side] for side in sides if not _given(options, side))
    if sum(taken) + others < room:
        return
    arguments = list(dict.fromkeys(one.argument for one in given))
    verb = "leave" if len(arguments) > 1 else "leaves"
    most = _most(arguments, len(taken), room - others)
    said = f"{' and '.join(arguments)} {verb} no room in a {length} of {shown(room)}"
    raise ValueError(f"{where}: {said}; take less than {most}, or a larger {length}.")


def _most(arguments: list[str], sides: int, room: float) -> str:
    if sides == 1:
        return f"{room:g}"
    return f"{room / 2:g}" if arguments[0].startswith("margin=") and len(arguments) == 1 else f"{room:g} together"


def _given(options: Mapping[str, object], side: str) -> _Given | None:
    """What was said of a side: of itself, of the sides, or of all of them."""
    own, all_ = options.get(f"margin{side.title()}"), options.get("margin")
    if own is not None:
        return _Given(f"margin_{side}={shown(own)}", own)
    margins = options.get("margins")
    if isinstance(margins, Mapping) and margins.get(side) is not None:
        return _Given(f"margins={dict(margins)!r}", margins[side])
    return None if all_ is None else _Given(f"margin={shown(all_)}", all_)
