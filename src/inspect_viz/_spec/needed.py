"""What marks cannot be drawn without: channels that are there, but stand for nothing, and orders of nothing."""

from __future__ import annotations

from collections.abc import Mapping

from .names import snake

ENDS = {"X": ("x", "x1", "x2"), "Y": ("y", "y1", "y2")}
LINKS = ("x", "y", "x1", "x2", "y1", "y2")
NEEDED: Mapping[str, tuple[str, ...]] = {
    **{f"{shape}{axis}": ends for shape in ("bar", "waffle") for axis, ends in ENDS.items()},
    "areaX": ("x", "x1", "x2", "y"),
    "areaY": ("y", "y1", "y2", "x"),
    "area": ("x1", "y1"),
    "rectX": ("x",),
    "rectY": ("y",),
    "tickX": ("x",),
    "tickY": ("y",),
    "line": ("x", "y"),
    "link": LINKS,
    "arrow": LINKS,
    "geo": ("geometry",),
}
"""Channels that may be left out, or have a value, but never None."""
SERIES = ("z", "fill", "stroke")


def check_needed(where: str, kind: str, options: Mapping[str, object]) -> None:
    """Raises ValueError for a channel that is None where there must be one, and for an order of what is not there."""
    for name in ("symbol", *NEEDED.get(kind, ())):
        if name in options and options[name] is None:
            raise ValueError(f"{where}: {snake(name)}=None shows nothing; name a column, give a value or leave it out.")
    order = options.get("order")
    if isinstance(order, tuple) and not any(name in options for name in SERIES):
        raise ValueError(f"{where}: order={list(order)!r} lists values of z or fill, which the mark has not.")
