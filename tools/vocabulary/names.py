"""What the schema leaves without a name, and where a Python name differs from the schema's."""

from __future__ import annotations

import re

RENAMED = {
    "ColorScaleType": "ColorScale",
    "ContinuousScaleType": "ContinuousScale",
    "CurveName": "Curve",
    "DiscreteScaleType": "DiscreteScale",
    "MarkerName": "Marker",
    "PositionScaleType": "PositionScale",
    "ProjectionName": "Projection",
    "StackOffsetName": "StackOffset",
    "StackOrderName": "StackOrder",
    "SymbolType": "Symbol",
    "TimeIntervalName": "TimeInterval",
    "VectorShapeName": "VectorShape",
}

HAND_WRITTEN = {
    "ChannelValue": "Channel",
    "ChannelValueSpec": "ChannelSpec",
    "ChannelValueIntervalSpec": "ChannelIntervalSpec",
    "SortOrder": "SortOrder",
    "ChannelDomainSort": "SortOrder",
    "Interval": "Interval",
    "CSSStyles": "Mapping[str, str]",
}

ENUMERATIONS = (
    "BinInterval",
    "ChannelName",
    "ColorScaleType",
    "ColorScheme",
    "ContinuousScaleType",
    "CurveName",
    "DiscreteScaleType",
    "FrameAnchor",
    "GridInterpolate",
    "Interpolate",
    "LabelArrow",
    "MarkerName",
    "PositionScaleType",
    "ProjectionName",
    "Reducer",
    "ScaleName",
    "SelectFilter",
    "StackOffsetName",
    "StackOrderName",
    "SymbolType",
    "TimeIntervalName",
    "TipPointer",
    "VectorShapeName",
)

ADDED = {"PositionScaleType": ("ordinal",)}
"""Values beyond those of the schema: bands or points, whichever the marks of a plot stand on."""

ANONYMOUS = {
    ("Fixed",): "Fixed",
    ("frame", "sphere"): "Clip",
    ("auto", "include", "exclude", "super"): "Facet",
    ("top", "right", "bottom", "left"): "Side",
    ("top", "right", "bottom", "left", "both"): "AxisSide",
    ("top", "bottom", "both"): "AxisSideX",
    ("left", "right", "both"): "AxisSideY",
    ("top", "right", "bottom", "left", "center"): "LabelAnchor",
    ("start", "middle", "end"): "TextAnchor",
    ("top", "middle", "bottom"): "LineAnchor",
    ("clip", "ellipsis", "clip-start", "clip-end", "ellipsis-start", "ellipsis-middle", "ellipsis-end"): "TextOverflow",
    ("auto", "up", "right", "down", "left", "none"): "LabelArrow",
    ("+x", "-x", "+y", "-y"): "Sweep",
    ("dot", "circle", "hexagon", "cell", "text"): "DensityType",
    ("dot", "circle", "hexagon", "text"): "HexbinType",
    ("-value", "-x", "-y", "-z", "-sum", "-appearance", "-inside-out"): "StackOrderReversed",
    ("text", "textY"): "DensityTextType",
}

NARROWER = {"order": ("str",)}
"""Types that the schema gives to options of marks, which Mosaic passes on and Plot cannot read."""

UNTYPED = {"rClamp": ("bool",), "lengthClamp": ("bool",)}

NESTED = {"tip": "TipOptions", "format": "TipFormat", "margins": "Margins"}

MISNAMED = {"ruleY": {"y1": "x1", "y2": "x2", "insetTop": "insetLeft", "insetBottom": "insetRight"}}
"""Options that the schema copies from ruleX, and what Plot calls them."""

LEADING = ("x", "x1", "x2", "y", "y1", "y2", "z")

LEADING_OF = {
    **dict.fromkeys(("axisX", "axisFx"), ("x",)),
    **dict.fromkeys(("axisY", "axisFy"), ("y",)),
    "barX": ("x", "x1", "x2", "y"),
    "barY": ("x", "y", "y1", "y2"),
    **dict.fromkeys(("errorbarX", "errorbarY"), ("x", "y")),
    **dict.fromkeys(("text", "textX", "textY"), ("x", "y", "z", "text")),
    "geo": ("geometry",),
    "gridFx": ("x", "y1", "y2"),
    "gridFy": ("y", "x1", "x2"),
}
"""Arguments that stand in a function of their own names; all others are options."""

MIXINS = {
    "fill": "MarkOptions",
    "filterBy": "FilterOptions",
    "inset": "InsetOptions",
    "marker": "MarkerOptions",
    "insetTop": "InsetYOptions",
    "insetLeft": "InsetXOptions",
    "rx": "CornerOptions",
    "offset": "StackOptions",
    "fontFamily": "TextStyles",
    "tickSize": "AxisOptions",
    "ticks": "TickOptions",
    "symbol": "SymbolOptions",
    "pixelSize": "GridOptions",
    "gap": "WaffleOptions",
    "shape": "VectorShapeOptions",
}

MARK_NAMES = {"errorbarX": "error_bar_x", "errorbarY": "error_bar_y"}

TRANSFORM_NAMES = {
    "ntile": "n_tile",
    "dateDay": "date_day",
    "dateMonth": "date_month",
    "dateMonthDay": "date_month_day",
    "stddevPop": "stddev_pop",
    "varPop": "var_pop",
}


UNLISTED_TRANSFORMS = {"covariance": "aggregate", "covarPop": "aggregate", "geomean": "aggregate"}
"""Those that Mosaic's parser reads and its schema leaves out."""


def snake(name: str) -> str:
    """`strokeWidth` as `stroke_width`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def camel(name: str) -> str:
    """`stroke_width` as `strokeWidth`."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def pascal(name: str) -> str:
    """`strokeWidth` as `StrokeWidth`."""
    return name[:1].upper() + name[1:]
