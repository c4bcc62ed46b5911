"""Which types of columns a channel, a mark and a transform can use; told at the call where the types are at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from inspect_viz._engine import quote_identifier
from inspect_viz._params import Param

from .names import snake
from .nodes import Column, Transform

if TYPE_CHECKING:
    from inspect_viz.data import Data

NUMBERS = "numbers"
MOMENTS = "numbers or dates"
DATES = "dates"
MEASURED = ("r", "length", "rotate", "opacity", "fillOpacity", "strokeOpacity")
"""Channels that take numbers alone."""
SIZED = (*MEASURED, "strokeWidth", "textStrokeWidth", "textStrokeOpacity")
"""Channels whose constants are numbers, too; sizes of fonts may be words."""
SCALED = ("x", "x1", "x2", "y", "y1", "y2", "fx", "fy", "fill", "stroke", "symbol", *MEASURED)
BOTH = ("x", "y")
COMPUTED: Mapping[str, tuple[tuple[str, ...], str]] = {
    **dict.fromkeys(("density", "contour", "heatmap", "raster", "rasterTile", "denseLine"), (BOTH, MOMENTS)),
    **dict.fromkeys(("hexbin", "regressionY"), (BOTH, NUMBERS)),
    "densityX": (("y",), NUMBERS),
    "densityY": (("x",), NUMBERS),
    "errorbarX": (("x",), NUMBERS),
    "errorbarY": (("y",), NUMBERS),
}
"""Marks that compute with positions: with which, and what these must hold."""
TRANSFORMS: Mapping[str, str] = {
    **dict.fromkeys(("avg", "median", "quantile", "bin"), MOMENTS),
    **dict.fromkeys(("sum", "product", "geomean", "stddev", "stddevPop"), NUMBERS),
    **dict.fromkeys(("variance", "varPop", "covariance", "covarPop"), NUMBERS),
    **dict.fromkeys(("dateMonth", "dateDay", "dateMonthDay"), DATES),
}
COUNTED = ("sum", "median", "quantile")
"""Transforms that take true and false for 1 and 0."""


def check_types(where: str, kind: str, data: Data | None, options: Mapping[str, object]) -> None:
    """Raises ValueError for the first column whose values cannot be shown or computed where they are wanted."""
    if data is None:
        return
    for argument, value in options.items():
        told = f"{where}: {snake(argument)}"
        if isinstance(value, Column):
            check_column(told, kind, data, argument, value.name)
        for transform in transforms_in(value):
            for given in transform.args:
                check_argument(f"{told}: {snake(transform.name)} of", data, given, needed_by(transform))


def check_argument(told: str, data: Data, given: object, needed: str) -> None:
    """Raises ValueError for what a transform cannot compute with."""
    if isinstance(given, Column):
        check_values(told, data, given.name, needed)
    elif isinstance(given, Param) and isinstance(given.default, str):
        named = "column(param) is the column that it names"
        raise ValueError(f"{told} {given!r} is text, where {needed} are needed; {named}.")


def needed_by(transform: Transform) -> str:
    """What a column must hold for a transform: bins of a unit of time are those of dates."""
    interval = transform.options.get("interval")
    is_timed = transform.name == "bin" and isinstance(interval, str) and interval not in ("number", "date")
    return DATES if is_timed else TRANSFORMS[transform.name]


def transforms_in(value: object) -> Iterator[Transform]:
    """The transforms in a value that compute with the values of columns."""
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, Transform):
            yield from [part] if part.name in TRANSFORMS else []
            yield from transforms_in(part.args)


def check_column(told: str, kind: str, data: Data, argument: str, name: str) -> None:
    found = data.reader.kind_at_hand(name)
    if found is not None and argument in SCALED and (problem := unshown(found, quote_identifier(name))):
        raise ValueError(f"{told}={name!r} {problem}")
    places, needed = COMPUTED.get(kind, ((), NUMBERS))
    if argument in MEASURED or argument in places:
        check_values(f"{told}:", data, name, needed)


def unshown(kind: str, column: str) -> str | None:
    """Why no scale shows values of a type, and what does; None where one does."""
    if kind.endswith("]"):
        return f"holds lists ({kind[:40]}); show one of their values: sql({f'{column}[1]'!r})."
    if kind.startswith(("STRUCT", "MAP", "UNION")):
        return f"holds structures ({kind[:40]}); show one of their values: sql({f'{column}.name'!r})."
    if kind == "INTERVAL":
        return f"holds lengths of time; show their seconds: sql({f'epoch({column})'!r})."
    if kind == "BLOB":
        return f"holds bytes; show them as text: sql({f'hex({column})'!r})."
    return None


def check_values(told: str, data: Data, name: str, needed: str) -> None:
    """Raises ValueError for a column that holds something else than what is needed."""
    kind = data.reader.kind_at_hand(name)
    held = None if kind is None else holds(kind, name in data.reader.wide)
    if held is None or held in needed or (held == "true and false" and told.split()[-2] in COUNTED):
        return
    if held == "text" and not data.reader.has_values(name):
        raise ValueError(f"{told} {name!r} holds no value in any row, where {needed} are needed.")
    target = "TIMESTAMP" if needed == DATES else "INTEGER" if held == "true and false" else "DOUBLE"
    fix = f"TRY_CAST({quote_identifier(name)} AS {target})"
    if {held, needed} == {"numbers", DATES}:
        fix = f"to_timestamp({quote_identifier(name)})"
    raise ValueError(f"{told} {name!r} holds {held}, where {needed} are needed; perhaps sql({fix!r}).")


def holds(kind: str, is_wide: bool) -> str | None:
    """What a column of a type holds, in words; None for what is not told apart here."""
    if is_wide:
        return "whole numbers beyond 2^53, which are text here"
    if kind.startswith(("DATE", "TIME")):
        return "dates"
    if kind in ("DOUBLE", "FLOAT") or kind.endswith("INT") or kind == "INTEGER":
        return "numbers"
    return {"VARCHAR": "text", "BOOLEAN": "true and false", "INTERVAL": "lengths of time", "BLOB": "bytes"}.get(kind)
