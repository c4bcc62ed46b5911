"""The options of marks and the attributes of plots by Mosaic's names, with the types that they take."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from .arguments import Kinds, kinds_in, kinds_of
from .names import camel


@cache
def options_of(mark: str) -> Mapping[str, Kinds]:
    """Of a mark, those before its options included."""
    from inspect_viz._generated.tables import MARKS

    _, options, leading = MARKS[mark]
    further = {name: kinds_of(kinds) for name, kinds in leading.items()}
    return {camel(name): kinds for name, kinds in {**kinds_in(options), **further}.items()}


@cache
def plot_attributes() -> Mapping[str, Kinds]:
    """Of plots."""
    from inspect_viz._generated.attributes import PlotDefaults

    return {camel(name): kinds for name, kinds in kinds_in(PlotDefaults).items()}
