"""Plots: marks in one frame, with scales, axes and legends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._generated.attributes import PlotAttributes, PlotDefaults
from inspect_viz._generated.literals import (
    ColorScale,
    ColorScheme,
    ContinuousScale,
    Interpolate,
    LabelArrow,
    PositionScale,
    Projection,
)
from inspect_viz._spec.nodes import Legend

from ._defaults import plot_defaults
from ._from_spec import from_spec
from ._legend import legend
from ._plot import plot

if TYPE_CHECKING:
    from inspect_viz._host import (
        DrawingError,
        HtmlPage,
        LimitError,
        Limits,
        to_html,
        write_html,
        write_pdf,
        write_png,
        write_png_async,
        write_svg,
    )

ERRORS = ("DrawingError", "LimitError")
HOST = (
    *ERRORS,
    "HtmlPage",
    "Limits",
    "to_html",
    "write_html",
    "write_pdf",
    "write_png",
    "write_png_async",
    "write_svg",
)

__all__ = [
    "ColorScale",
    "ColorScheme",
    "ContinuousScale",
    "DrawingError",
    "HtmlPage",
    "Interpolate",
    "LabelArrow",
    "Legend",
    "LimitError",
    "Limits",
    "PlotAttributes",
    "PlotDefaults",
    "PositionScale",
    "Projection",
    "from_spec",
    "legend",
    "plot",
    "plot_defaults",
    "to_html",
    "write_html",
    "write_pdf",
    "write_png",
    "write_png_async",
    "write_svg",
]


def __getattr__(name: str) -> object:
    if name in HOST:
        from inspect_viz import _host

        return getattr(_host, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
