"""Checks a value against the types that the vocabulary gives for an option."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache
from numbers import Integral, Real
from typing import Final, get_args

from inspect_viz._generated import literals
from inspect_viz._params import MOST, Param
from inspect_viz._util.suggest import listing

from .moments import moment
from .names import snake

REFUSED: Final = object()
FEW = 20
"""How many texts of an enumeration an error message shows."""
INTERVAL = re.compile(r"(?:[1-9]\d* )?(?P<unit>[a-z]+?)s?")
LENGTH = re.compile(r"\d+(?:\.\d+)?(?:px|em|rem|ex|ch|pt|pc|cm|mm|in|vw|vh|vmin|vmax|%)")
DESCRIPTIONS = {
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "None": "None",
    "Sequence[object]": "a list of values",
    "Sequence[float]": "a list of numbers",
    "Mapping[str, str]": "a dict of texts",
    "Mapping[str, object]": "a dict",
    "Length": 'a number of pixels or a CSS length such as "2em"',
    "Interval": 'a number or a unit of time such as "day" or "3 months"',
    "Channel": "a column's name, a transform, a value, a list of values or None",
    "Channels": "a dict from name to column",
    "FilterBy": "a Selection or None",
    "SortOrder": "a channel's name, a dict that says how to order, or None",
    "Margins": "a dict of left, right, top and bottom",
    "TextStyles": "a dict of text styles",
    "TipOptions": "a dict of tip options",
    "TipFormat": "a dict from channel to format",
    "object": "a value",
}


def plain(value: object) -> object:
    """Scalars and arrays of numpy and the like as Python's own."""
    if getattr(getattr(value, "dtype", None), "kind", "") == "M" and hasattr(value, "astype"):
        value = value.astype("datetime64[us]")
    convert = getattr(value, "tolist", None)
    return convert() if convert is not None and not isinstance(value, type) else value


def number(value: object) -> object:
    """A finite int or float; a bool is no number here."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return REFUSED
    return int(value) if isinstance(value, Integral) else float(value)


def scalar(value: object) -> object:
    """Text, true or false, a number, a date, None, or a param."""
    if isinstance(value, date):
        return moment(value)
    return value if isinstance(value, Param) or value is None or isinstance(value, str | bool) else number(value)


def sequence(value: object, item: Callable[[object], object]) -> object:
    """A tuple of checked items, or REFUSED."""
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        return REFUSED
    items = tuple(item(plain(v)) for v in value)
    return REFUSED if any(v is REFUSED for v in items) else items


def json_value(value: object) -> object:
    """Any value that JSON holds, lists and dicts included."""
    if isinstance(value, Mapping):
        items = {str(k): json_value(v) for k, v in value.items()}
        return REFUSED if any(v is REFUSED for v in items.values()) else items
    found = scalar(value)
    return sequence(value, json_value) if found is REFUSED else found


def styles(value: object) -> object:
    if not isinstance(value, Mapping):
        return REFUSED
    good = all(isinstance(k, str) and isinstance(v, str) for k, v in value.items())
    return dict(value) if good else REFUSED


def interval(value: object) -> object:
    if not isinstance(value, str):
        return number(value)
    found = INTERVAL.fullmatch(value)
    units = get_args(literals.TimeInterval)
    return value if found and (found["unit"] in units or value in units) else REFUSED


def length(value: object) -> object:
    """A number of pixels, or a number with a CSS unit."""
    if not isinstance(value, str):
        return number(value)
    return value if LENGTH.fullmatch(value) else REFUSED


def mapping(value: object) -> object:
    return json_value(value) if isinstance(value, Mapping) else REFUSED


CHECKS: dict[str, Callable[[object], object]] = {
    "float": number,
    "str": lambda v: v if isinstance(v, str) else REFUSED,
    "bool": lambda v: v if isinstance(v, bool) else REFUSED,
    "None": lambda v: v if v is None else REFUSED,
    "Sequence[object]": lambda v: sequence(v, scalar),
    "Sequence[float]": lambda v: sequence(v, number),
    "Mapping[str, str]": styles,
    "Mapping[str, object]": mapping,
    "Interval": interval,
    "Length": length,
    "object": scalar,
}


@cache
def literal_values(kind: str) -> tuple[str, ...]:
    """The texts of an enumeration, each in its first spelling, or nothing when `kind` is something else."""
    if kind.startswith("Literal["):
        return (kind[len("Literal['") : -len("']")],)
    values = get_args(getattr(literals, kind, None))
    return tuple({v.lower().replace("_", ""): v for v in reversed(values)}.values())[::-1]


def choice(kind: str, value: object) -> object:
    """The enumeration's own spelling of `value`; some ignore case, other names may be camel-case."""
    values = literal_values(kind)
    if not isinstance(value, str):
        return REFUSED
    if kind in ("ColorScheme", "Fixed"):
        return {v.lower(): v for v in values}.get(value.lower(), REFUSED)
    found = value if value in values else snake(value)
    return found if found in values else REFUSED


def description(kind: str) -> str:
    """What a type is called in an error message."""
    kind = "Channel" if kind in ("ChannelSpec", "ChannelIntervalSpec") else kind
    values = literal_values(kind)
    if len(values) > FEW:
        return f"one of {listing(values, FEW)}"
    return " or ".join(map(repr, values)) if values else DESCRIPTIONS[kind]


def described(kinds: Collection[str]) -> str:
    """What several types are called in an error message."""
    told = [kind for kind in kinds if not (kind == "float" and {"Interval", "Length"} & {*kinds})]
    return " or ".join(map(description, told))


def finite(value: object) -> bool:
    """Whether no number in `value` is infinite, as large as none in JavaScript, or NaN."""
    if isinstance(value, Mapping):
        return all(map(finite, value.values()))
    if isinstance(value, tuple | list):
        return all(map(finite, value))
    return -MOST < value < MOST if isinstance(value, int | float) else True
