"""How an interactor is put together from the arguments of its function."""

from __future__ import annotations

from collections.abc import Mapping

from inspect_viz._params import Selection
from inspect_viz._spec.arguments import Call, Kinds, kinds_in, kinds_of
from inspect_viz._spec.errors import unknown_value, wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.names import camel
from inspect_viz._spec.nodes import EMPTY, Interactor

from ._brush import Brush

CHANNELS = ("x", "y", "x1", "x2", "y1", "y2", "z", "color", "fill", "stroke", "opacity", "r", "text", "symbol")
KINDS: dict[str, Kinds] = {
    **{name: kinds_of("str") for name in ("field", "xfield", "yfield")},
    **{name: kinds_of("float") for name in ("pixel_size", "max_radius")},
    **{name: kinds_of("float") for name in ("opacity", "fill_opacity", "stroke_opacity")},
    **{name: kinds_of("str") for name in ("fill", "stroke")},
    "peers": kinds_of("bool"),
    "fields": kinds_of("Sequence[object]"),
}


MOSAIC = {"interval_xy": "intervalXY"}
"""Names that are not camel-case of ours."""


def selecting(name: str, target: object, **given: object) -> Interactor:
    """An interactor that sets the selection `target`, with checked options."""
    return build(name, {"as": check_selection(name, target, "target")}, **given)


def build(name: str, own: Mapping[str, object] = EMPTY, /, **given: object) -> Interactor:
    """The interactor with checked options; those that are None are left out."""
    options = check_options(name, {k: v for k, v in given.items() if v is not None})
    return Interactor(MOSAIC.get(name, camel(name)), frozen({**own, **options}))


def check_options(where: str, given: Mapping[str, object]) -> dict[str, object]:
    special = {"brush": check_brush, "channels": check_channels, "x": check_selection, "y": check_selection}
    plain = {k: v for k, v in given.items() if k not in special}
    found = {k: special[k](where, v, k) for k, v in given.items() if k in special}
    return {**found, **Call(where).options(plain, KINDS, "option")}


def check_selection(where: str, value: object, argument: str) -> Selection:
    if not isinstance(value, Selection):
        raise wrong_type(where, argument, value, "a Selection")
    return value


def check_channels(where: str, value: object, argument: str) -> tuple[str, ...]:
    """Names of channels, in Mosaic's spelling."""
    items = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list | tuple) else ()
    if not items:
        raise wrong_type(where, argument, value, "a list of one or more names of channels")
    for item in items:
        if item not in CHANNELS:
            raise unknown_value(where, argument, item, CHANNELS)
    return tuple(map(camel, items))


def check_brush(where: str, value: object, argument: str) -> Mapping[str, object]:
    """The look of a brush."""
    if not isinstance(value, Mapping):
        raise wrong_type(where, argument, value, "a dict of styles")
    return frozen(Call(f"{where}: {argument}").options(value, kinds_in(Brush), "style"))
