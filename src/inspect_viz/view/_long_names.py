"""Axes whose names are cut short where they would take the room of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Mark

FONT = 11.0
LETTER = 0.55
"""The usual width of a letter, in units of the size of its font."""

SHARE, MOST = 0.36, 0.6
"""How much of the width names may have, and how much where shorter ones would look alike."""


def names_axis(
    axis: Literal["y", "fy"],
    names: Iterable[str],
    width: float,
    label: object,
    given: Mapping[str, object],
) -> list[Mark]:
    """An axis on the left that cuts names, where they are long and the caller says nothing of the axis.

    Args:
        axis: Which axis has the names.
        names: The names.
        width: Width of the picture in pixels.
        label: Label of the axis, or None.
        given: The caller's attributes of the plot.
    """
    from inspect_viz.mark import axis_fy, axis_y

    room, longest = name_room(names, width)
    if longest <= room or any(name.startswith((f"{axis}_axis", f"{axis}_tick", "axis")) for name in given):
        return []
    make = axis_y if axis == "y" else axis_fy
    options: dict[str, object] = {"anchor": "left"} if axis == "fy" else {}
    return [make(line_width=room, text_overflow="ellipsis-middle", tick_size=0, label=label, **options)]  # type: ignore[arg-type]


def name_room(names: Iterable[str], width: float) -> tuple[float, float]:
    """How wide names may be beside a picture of this width, and how wide the longest is, in sizes of their font."""
    every = list(dict.fromkeys(names))
    usual, most = (width * share / FONT for share in (SHARE, MOST))
    room = most if look_alike(every, usual) else usual
    return room, max(map(len, every), default=0) * LETTER


def look_alike(names: Sequence[str], room: float) -> bool:
    """Whether names that differ look alike when their middles are cut out."""
    letters = int(room / LETTER / 2) - 1
    cut = {(name[:letters], name[-letters:]) if len(name) * LETTER > room else name for name in names}
    return len(cut) < len(names)
