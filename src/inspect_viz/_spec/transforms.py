"""How expressions are put together: by functions of `inspect_viz.transform`, or read from dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from inspect_viz._generated.transforms import TRANSFORMS
from inspect_viz._params import Param

from .arguments import Call, kinds_of
from .errors import shown, unknown_name, wrong_type
from .freeze import frozen
from .nodes import Column, ColumnParam, Transform
from .references import sql_parts
from .signature import lines_of, lists_options

if TYPE_CHECKING:
    from typing_extensions import Unpack

Atom: TypeAlias = "str | float | bool | Param | Column | ColumnParam | Transform"
Argument: TypeAlias = "Atom | Sequence[Atom]"
"""A column's name, a value, another expression, or a list with one of them."""

Frame: TypeAlias = "Sequence[float | Transform | None]"


class WindowOptions(TypedDict, total=False):
    """The rows that a window function sees.

    Keys:
        orderby: Columns that order the rows of the window.
        partitionby: Columns that split the rows into windows.
        rows: [before, after]: how many rows around the current one; None for all.
        range: [before, after]: how far the ordered value may lie from the current one; None for any distance; for times
            such as `days(3)`.
        groups: [before, after]: how many groups of equal rows around the current one; None for all.
        exclude: Rows to leave out: "current row", "group", "ties" or "no others".
    """

    orderby: Argument
    partitionby: Argument
    rows: Frame
    range: Frame
    groups: Frame
    exclude: str


windowed = lists_options(WindowOptions, lines_of(WindowOptions))
"""A decorator of functions that take the options of a window."""

BIN = {
    "interval": kinds_of("BinInterval"),
    **{name: kinds_of("float") for name in ("step", "steps", "minstep", "offset")},
    "nice": kinds_of("bool"),
}
SPANS = frozenset(mosaic for mosaic, group in TRANSFORMS.values() if group == "interval")
FRAMES = ("rows", "range", "groups")
EXCLUDED = ("current row", "group", "ties", "no others")


def expression(
    name: str, /, *arguments: object, distinct: bool | None = None, **options: Unpack[WindowOptions]
) -> Transform:
    """A transform with checked arguments; arguments that are None are left out at the end."""
    given = [a for a in arguments if a is not None]
    args = tuple(node for a in given for node in nodes(name, a))
    extra = {"distinct": True} if flag(name, "distinct", distinct) else {}
    return Transform(name, args, frozen({**extra, **window(name, options)}))


def binned(column: object, options: Mapping[str, object]) -> Transform:
    """The bins of a column, with checked options; options that are None are left out."""
    return replace(expression("bin", column), options=frozen(Call("bin").options(options, BIN, "option")))


def flag(where: str, argument: str, value: object) -> bool:
    if value is not None and not isinstance(value, bool):
        raise wrong_type(where, argument, value, "true or false")
    return bool(value)


def nodes(where: str, value: object) -> tuple[object, ...]:
    """The arguments in a value: texts are columns, other scalars are values."""
    if isinstance(value, list | tuple):
        return tuple(node for item in value for node in nodes(where, item))
    if isinstance(value, str):
        return (Column(value),)
    if isinstance(value, Mapping):
        return (from_mapping(where, "argument", value),)
    if isinstance(value, int | float | Column | ColumnParam | Param | Transform):
        return (value,)
    raise wrong_type(where, "column", value, "a column's name, a number or an expression")


def window(where: str, options: Mapping[str, object]) -> dict[str, object]:
    """Checked options of a window."""
    for name in options:
        if name not in WindowOptions.__annotations__:
            raise unknown_name(where, "option", name, ["distinct", *WindowOptions.__annotations__])
    found = {name: window_option(where, name, value) for name, value in options.items() if value is not None}
    check_frame(where, found)
    return found


def check_frame(where: str, found: Mapping[str, object]) -> None:
    """A window has one frame, of which rows are excluded."""
    frames = [name for name in FRAMES if name in found]
    if len(frames) > 1:
        raise TypeError(f"{where}: give one of {', '.join(FRAMES)}, not {' and '.join(frames)}.")
    if "exclude" in found and not frames:
        raise TypeError(f"{where}: exclude={found['exclude']!r} needs one of {', '.join(FRAMES)}.")


def window_option(where: str, name: str, value: object) -> object:
    if name in ("orderby", "partitionby"):
        return nodes(where, value)
    if name == "exclude":
        if value not in EXCLUDED:
            raise ValueError(f"{where}: exclude must be one of {', '.join(map(repr, EXCLUDED))}, not {shown(value)}.")
        return value
    return frame(where, name, value)


def frame(where: str, name: str, value: object) -> object:
    """The two ends of a window."""
    if isinstance(value, Param):
        return value
    ends = tuple(end(e) for e in value) if isinstance(value, list | tuple) else ()
    spans = name == "range" and any(isinstance(e, Transform) for e in ends)
    if len(ends) != 2 or not all(is_end(e, spans) for e in ends):
        raise wrong_type(where, name, value, "[before, after], each a number or None; for times days(1) and the like")
    return ends


def end(value: object) -> object:
    """One end of a window; a span of time may be written as a dict."""
    return from_mapping("window", "range", value) if isinstance(value, Mapping) else value


def is_end(value: object, spans: bool) -> bool:
    if isinstance(value, Transform):
        return spans and value.name in SPANS
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and value == value)


def from_mapping(where: str, argument: str, value: Mapping[str, object]) -> Transform:
    """A transform written as a dict in Mosaic's way."""
    names = {mosaic: mosaic for mosaic, _ in TRANSFORMS.values()} | {k: v for k, (v, _) in TRANSFORMS.items()}
    texts = [k for k in ("sql", "agg") if isinstance(value.get(k), str)]
    if texts:
        label = value.get("label")
        return Transform(
            "sql", sql_parts(where, str(value[texts[0]])), frozen({"label": label} if label is not None else {})
        )
    found = [k for k in value if k in names]
    if len(found) != 1 or not all(isinstance(k, str) for k in value):
        raise wrong_type(where, argument, dict(value), 'a transform such as avg("score"), or its dict {"avg": "score"}')
    rest = {k: v for k, v in value.items() if k != found[0]}
    if found == ["bin"]:
        return binned(value["bin"], rest)
    return expression(names[found[0]], value[found[0]], **rest)  # type: ignore[arg-type]
