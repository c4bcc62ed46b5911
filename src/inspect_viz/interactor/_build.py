"""How an interactor is put together from the arguments of its function."""

from __future__ import annotations

from collections.abc import Mapping

from inspect_viz._params import Param, Selection
from inspect_viz._spec.errors import wrong_type
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.interactions import check_interaction
from inspect_viz._spec.names import camel
from inspect_viz._spec.nodes import EMPTY, Interactor

MOSAIC = {"interval_xy": "intervalXY"}
"""Names that are not camel-case of ours."""


def selecting(name: str, target: object, **given: object) -> Interactor:
    """An interactor that sets the selection `target`, with checked options."""
    return build(name, {"as": check_selection(name, "target", target)}, **given)


def nearing(name: str, target: object, **given: object) -> Interactor:
    """An interactor that sets the param or the selection `target`, with checked options."""
    if not isinstance(target, Param | Selection):
        raise wrong_type(name, "target", target, "a Param or a Selection")
    return build(name, {"as": target}, **given)


def build(name: str, own: Mapping[str, object] = EMPTY, /, **given: object) -> Interactor:
    """The interactor with checked options; those that are None are left out."""
    options = {camel(k): check_option(name, k, v) for k, v in given.items() if v is not None}
    return Interactor(MOSAIC.get(name, camel(name)), frozen({**own, **options}))


def check_option(where: str, argument: str, value: object) -> object:
    if argument in ("x", "y"):
        return check_selection(where, argument, value)
    return check_interaction(where, argument, value)


def check_selection(where: str, argument: str, value: object) -> Selection:
    if not isinstance(value, Selection):
        raise wrong_type(where, argument, value, "a Selection")
    return value
