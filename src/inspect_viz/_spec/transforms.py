"""How expressions are put together: by functions of `inspect_viz.transform`, or read from dicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from inspect_viz._generated.transforms import TRANSFORMS
from inspect_viz._params import Param
from inspect_viz._util.suggest import did_you_mean

from .arguments import Call, kinds_of
from .errors import one_of, shown, unknown_name, wrong_type
from .freeze import frozen
from .kinds import finite
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
PAIR = ("col1", "col2")
ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("argmax", "argmin", "covariance", "covarPop"), PAIR),
    **dict.fromkeys(("cume_dist", "dense_rank", "percent_rank", "rank", "row_number"), ()),
    **dict.fromkeys(("lag", "lead"), ("col", "offset", "default")),
    **dict.fromkeys(("centroid", "centroidX", "centroidY", "geojson"), ("geometry",)),
    **dict.fromkeys(("dateDay", "dateMonth", "dateMonthDay"), ("expr",)),
    **dict.fromkeys(SPANS, ("steps",)),
    "bin": ("bin",),
    "nth_value": ("col", "offset"),
    "ntile": ("num_buckets",),
    "quantile": ("col", "threshold"),
}
"""The arguments of transforms, in order; of others `col`."""
LEAST = {"count": 0, "lag": 1, "lead": 1}
"""How many of its arguments a transform needs, where not all."""
NAMES = {mosaic: python for python, (mosaic, _) in TRANSFORMS.items()}
FRAMES = ("rows", "range", "groups")
EXCLUDED = ("current row", "group", "ties", "no others")


def expression(
    name: str, /, *arguments: object, distinct: bool | None = None, **options: Unpack[WindowOptions]
) -> Transform:
    """A transform with checked arguments; arguments that are None are left out at the end."""
    where = NAMES.get(name, name)
    args = tuple(node(where, argument, value) for argument, value in named(name, where, arguments).items())
    extra = {"distinct": True} if flag(where, "distinct", distinct) else {}
    return Transform(name, args, frozen({**extra, **window(where, options)}))


def named(name: str, where: str, arguments: Iterable[object]) -> dict[str, object]:
    """The arguments by their names; a list stands for what is in it."""
    known = ARGUMENTS.get(name, ("col",))
    lists = [list(value) if isinstance(value, list | tuple) else [value] for value in arguments]
    given = lists[0] if len(lists) == 1 else [item for found in lists for item in found or [None]]
    while given and given[-1] is None:
        given.pop()
    if len(given) > len(known):
        raise TypeError(f"{where}: takes {' and '.join(known) or 'no argument'}, not {len(given)} values.")
    needed = known[: LEAST.get(name, len(known))]
    missing = [argument for i, argument in enumerate(needed) if i >= len(given) or given[i] is None]
    if missing:
        raise TypeError(f"{where}: {missing[0]} is missing; it takes a column's name, a value or an expression.")
    return dict(zip(known, given, strict=False))


def binned(column: object, options: Mapping[str, object]) -> Transform:
    """The bins of a column, with checked options; options that are None are left out."""
    return replace(expression("bin", column), options=frozen(Call("bin").options(options, BIN, "option")))


def flag(where: str, argument: str, value: object) -> bool:
    if value is not None and not isinstance(value, bool):
        raise wrong_type(where, argument, value, "true or false")
    return bool(value)


def check_share(where: str, argument: str, value: object) -> None:
    """Raises for what is no share of the rows."""
    if isinstance(value, str | Column | bool):
        raise wrong_type(where, argument, value, "a number between 0 and 1")
    if isinstance(value, int | float) and not 0 <= value <= 1:
        raise ValueError(f"{where}: {argument} must be between 0 and 1, not {shown(value)}.")


def node(where: str, argument: str, value: object) -> object:
    """An argument: texts are columns, other scalars are values."""
    if argument == "threshold":
        check_share(where, argument, value)
    if isinstance(value, str):
        return Column(value)
    if isinstance(value, Mapping):
        return from_mapping(where, argument, value)
    if not isinstance(value, int | float | Column | ColumnParam | Param | Transform):
        raise wrong_type(where, argument, value, "a column's name, a number or an expression")
    if not finite(value):
        raise ValueError(f"{where}: {argument} must be finite, not {shown(value)}.")
    return value


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
        items = value if isinstance(value, list | tuple) else (value,)
        return tuple(node(where, name, item) for item in items)
    if name == "exclude":
        return one_of(where, name, value, EXCLUDED)
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
    names = {"sql": "sql", "agg": "sql", **{k: k for k in NAMES}, **{k: v for k, (v, _) in TRANSFORMS.items()}}
    found = [k for k in value if k in names]
    if len(found) > 1:
        told = f"{found[0]!r} and {found[1]!r}"
        raise TypeError(f"{where}: {argument}={shown(dict(value))} has two transforms, {told}, where one is wanted.")
    if not found or not all(isinstance(name, str) for name in value):
        hint = next((hint for name in value if (hint := did_you_mean(name, names))), "")
        error = wrong_type(
            where, argument, dict(value), 'a transform such as avg("score"), or its dict {"avg": "score"}'
        )
        raise TypeError(f"{error}{hint}")
    own, rest = value[found[0]], {k: v for k, v in value.items() if k != found[0]}
    if names[found[0]] == "sql":
        return written(found[0], own, rest)
    arguments = () if own == "" else (own,)
    return binned(own, rest) if found == ["bin"] else expression(names[found[0]], *arguments, **rest)  # type: ignore[arg-type]


def written(where: str, text: object, options: Mapping[str, object]) -> Transform:
    """An expression in SQL; its only option is `label`, what axes call it."""
    for name in options:
        if name != "label":
            raise unknown_name(where, "option", name, ("label",))
    label = options.get("label")
    if not isinstance(text, str) or not text.strip():
        raise wrong_type(where, where, text, "the text of a SQL expression")
    if label is not None and not isinstance(label, str):
        raise wrong_type(where, "label", label, "text or None")
    return Transform("sql", sql_parts(where, text), frozen({"label": label} if label else {}))
