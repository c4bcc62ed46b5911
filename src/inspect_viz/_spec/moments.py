"""Dates as constants: texts that JSON holds, on scales that are told to read texts as dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING

from inspect_viz._params import Param

from .nodes import Column, Mark

if TYPE_CHECKING:
    from inspect_viz.data import Data

ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
BANDS = {
    "x": ("barY", "cell", "cellX", "waffleY", "tickY"),
    "y": ("barX", "cell", "cellY", "waffleX", "tickX"),
}
"""Marks for which a scale is of bands, whatever is on it."""


class Moment(str):
    """The text of a date that a caller gave."""

    __slots__ = ()


def moment(value: date) -> Moment | None:
    """The text of a date, in UTC where it has hours; None for what pandas calls no time."""
    if not isinstance(value, datetime):
        return Moment(value.isoformat())
    if value != value:
        return None
    utc = value.replace(tzinfo=timezone.utc) if value.tzinfo is None else value.astimezone(timezone.utc)
    return Moment(f"{utc.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z")


def dated(marks: Iterable[Mark], attributes: Mapping[str, object]) -> dict[str, object]:
    """The scales of a plot that must be told that they are of dates: constants on them are texts of dates."""
    shown = [*marks]
    return {
        f"{axis}Scale": "utc" for axis in "xy" if f"{axis}Scale" not in attributes and is_dated(axis, shown, attributes)
    }


def is_dated(axis: str, marks: list[Mark], attributes: Mapping[str, object]) -> bool:
    if any(mark.kind in BANDS[axis] for mark in marks):
        return False
    constants = [*constants_of(attributes, (f"{axis}Domain", f"{axis}Ticks"))]
    for mark in marks:
        ticks = ("ticks",) if mark.kind in (f"axis{axis.upper()}", f"grid{axis.upper()}") else ()
        constants += constants_of(mark.options, (axis, f"{axis}1", f"{axis}2", *ticks))
    if any(isinstance(value, Moment | date) for value in constants):
        return True
    texts = [value for value in constants if isinstance(value, str)]
    return bool(texts) and all(map(ISO.fullmatch, texts)) and any(shows_dates(mark, axis) for mark in marks)


def constants_of(options: Mapping[str, object], names: Iterable[str]) -> Iterator[object]:
    """The values that are given as they are."""
    for name in names:
        value = options.get(name)
        value = value.default if isinstance(value, Param) else value
        yield from value if isinstance(value, tuple | list) else (value,)


def shows_dates(mark: Mark, axis: str) -> bool:
    values = (mark.options.get(name) for name in (axis, f"{axis}1", f"{axis}2"))
    return any(isinstance(v, Column) and mark.data is not None and of_dates(mark.data, v.name) for v in values)


def of_dates(data: Data, column: str) -> bool:
    return (data.reader.kind_at_hand(column) or "").startswith(("DATE", "TIMESTAMP"))
