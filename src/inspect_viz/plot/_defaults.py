"""Attributes that plots have unless they are given others: the only setting of the process."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inspect_viz._generated import explanations
from inspect_viz._generated.attributes import PlotDefaults
from inspect_viz._spec.arguments import Call, Kinds, kinds_in
from inspect_viz._spec.freeze import frozen
from inspect_viz._spec.nodes import EMPTY
from inspect_viz._spec.signature import lists_options

from ._meant import check_sides

if TYPE_CHECKING:
    from typing_extensions import Unpack

KINDS: dict[str, Kinds] = kinds_in(PlotDefaults)
_defaults: Mapping[str, object] = EMPTY


@lists_options(PlotDefaults, explanations.ATTRIBUTES)
def plot_defaults(**defaults: Unpack[PlotDefaults]) -> None:
    """Sets the attributes that every later `plot` starts from; without arguments, sets none.

    Args:
        defaults: Attributes, listed below; they replace those of an earlier call.

    Raises:
        TypeError: for an unknown attribute or a value of the wrong type.
        ValueError: for a value that is not accepted.
    """
    global _defaults
    check_sides(defaults, "plot_defaults")
    _defaults = frozen(Call("plot_defaults").options(defaults, KINDS, "attribute"))


def current() -> Mapping[str, object]:
    """The defaults of now, in Mosaic's names."""
    return _defaults
