"""Enumerations. Written by tools/generate_vocabulary.py from Mosaic's schema; do not edit."""

from __future__ import annotations

from typing import Literal, TypeAlias

AxisSide: TypeAlias = Literal[
    "top",
    "right",
    "bottom",
    "left",
    "both",
]

AxisSideX: TypeAlias = Literal[
    "top",
    "bottom",
    "both",
]

AxisSideY: TypeAlias = Literal[
    "left",
    "right",
    "both",
]

BinInterval: TypeAlias = Literal[
    "date",
    "number",
    "millisecond",
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "year",
]

ChannelName: TypeAlias = Literal[
    "aria_label",
    "ariaLabel",
    "fill",
    "fill_opacity",
    "fillOpacity",
    "font_size",
    "fontSize",
    "fx",
    "fy",
    "geometry",
    "height",
    "href",
    "length",
    "opacity",
    "path",
    "r",
    "rotate",
    "src",
    "stroke",
    "stroke_opacity",
    "strokeOpacity",
    "stroke_width",
    "strokeWidth",
    "symbol",
    "text",
    "title",
    "weight",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
    "z",
]

Clip: TypeAlias = Literal[
    "frame",
    "sphere",
]

ColorScale: TypeAlias = Literal[
    "linear",
    "pow",
    "sqrt",
    "log",
    "symlog",
    "utc",
    "time",
    "point",
    "band",
    "ordinal",
    "sequential",
    "cyclical",
    "diverging",
    "diverging-log",
    "diverging-pow",
    "diverging-sqrt",
    "diverging-symlog",
    "categorical",
    "threshold",
    "quantile",
    "quantize",
    "identity",
]

ColorScheme: TypeAlias = Literal[
    "Accent",
    "accent",
    "Category10",
    "category10",
    "Dark2",
    "dark2",
    "Observable10",
    "observable10",
    "Paired",
    "paired",
    "Pastel1",
    "pastel1",
    "Pastel2",
    "pastel2",
    "Set1",
    "set1",
    "Set2",
    "set2",
    "Set3",
    "set3",
    "Tableau10",
    "tableau10",
    "BrBG",
    "brbg",
    "PRGn",
    "prgn",
    "PiYG",
    "piyg",
    "PuOr",
    "puor",
    "RdBu",
    "rdbu",
    "RdGy",
    "rdgy",
    "RdYlBu",
    "rdylbu",
    "RdYlGn",
    "rdylgn",
    "Spectral",
    "spectral",
    "BuRd",
    "burd",
    "BuYlRd",
    "buylrd",
    "Blues",
    "blues",
    "Greens",
    "greens",
    "Greys",
    "greys",
    "Oranges",
    "oranges",
    "Purples",
    "purples",
    "Reds",
    "reds",
    "Turbo",
    "turbo",
    "Viridis",
    "viridis",
    "Magma",
    "magma",
    "Inferno",
    "inferno",
    "Plasma",
    "plasma",
    "Cividis",
    "cividis",
    "Cubehelix",
    "cubehelix",
    "Warm",
    "warm",
    "Cool",
    "cool",
    "BuGn",
    "bugn",
    "BuPu",
    "bupu",
    "GnBu",
    "gnbu",
    "OrRd",
    "orrd",
    "PuBu",
    "pubu",
    "PuBuGn",
    "pubugn",
    "PuRd",
    "purd",
    "RdPu",
    "rdpu",
    "YlGn",
    "ylgn",
    "YlGnBu",
    "ylgnbu",
    "YlOrBr",
    "ylorbr",
    "YlOrRd",
    "ylorrd",
    "Rainbow",
    "rainbow",
    "Sinebow",
    "sinebow",
]

ContinuousScale: TypeAlias = Literal[
    "linear",
    "pow",
    "sqrt",
    "log",
    "symlog",
    "utc",
    "time",
    "identity",
]

Curve: TypeAlias = Literal[
    "basis",
    "basis-closed",
    "basis-open",
    "bundle",
    "bump-x",
    "bump-y",
    "cardinal",
    "cardinal-closed",
    "cardinal-open",
    "catmull-rom",
    "catmull-rom-closed",
    "catmull-rom-open",
    "linear",
    "linear-closed",
    "monotone-x",
    "monotone-y",
    "natural",
    "step",
    "step-after",
    "step-before",
]

DensityTextType: TypeAlias = Literal[
    "text",
    "textY",
]

DensityType: TypeAlias = Literal[
    "dot",
    "circle",
    "hexagon",
    "cell",
    "text",
]

DiscreteScale: TypeAlias = Literal[
    "ordinal",
    "identity",
]

Facet: TypeAlias = Literal[
    "auto",
    "include",
    "exclude",
    "super",
]

FacetAnchor: TypeAlias = Literal[
    "top",
    "right",
    "bottom",
    "left",
    "top-left",
    "top-right",
    "bottom-left",
    "bottom-right",
    "top-empty",
    "right-empty",
    "bottom-empty",
    "left-empty",
    "empty",
]

Fixed: TypeAlias = Literal[
    "Fixed",
    "fixed",
]

FrameAnchor: TypeAlias = Literal[
    "middle",
    "top-left",
    "top",
    "top-right",
    "right",
    "bottom-right",
    "bottom",
    "bottom-left",
    "left",
]

GridInterpolate: TypeAlias = Literal[
    "none",
    "linear",
    "nearest",
    "barycentric",
    "random-walk",
]

HexbinType: TypeAlias = Literal[
    "dot",
    "circle",
    "hexagon",
    "text",
]

Interpolate: TypeAlias = Literal[
    "number",
    "rgb",
    "hsl",
    "hcl",
    "lab",
]

LabelAnchor: TypeAlias = Literal[
    "top",
    "right",
    "bottom",
    "left",
    "center",
]

LabelArrow: TypeAlias = Literal[
    "auto",
    "up",
    "right",
    "down",
    "left",
    "none",
]

Legend: TypeAlias = Literal[
    "color",
    "opacity",
    "symbol",
]

LineAnchor: TypeAlias = Literal[
    "top",
    "middle",
    "bottom",
]

Marker: TypeAlias = Literal[
    "arrow",
    "arrow-reverse",
    "dot",
    "circle",
    "circle-fill",
    "circle-stroke",
    "tick",
    "tick-x",
    "tick-y",
]

Normalize: TypeAlias = Literal[
    "max",
    "sum",
    "none",
]

PositionScale: TypeAlias = Literal[
    "linear",
    "pow",
    "sqrt",
    "log",
    "symlog",
    "utc",
    "time",
    "point",
    "band",
    "threshold",
    "quantile",
    "quantize",
    "identity",
    "ordinal",
]

Projection: TypeAlias = Literal[
    "albers-usa",
    "albers",
    "azimuthal-equal-area",
    "azimuthal-equidistant",
    "conic-conformal",
    "conic-equal-area",
    "conic-equidistant",
    "equal-earth",
    "equirectangular",
    "gnomonic",
    "identity",
    "reflect-y",
    "mercator",
    "orthographic",
    "stereographic",
    "transverse-mercator",
]

Reducer: TypeAlias = Literal[
    "first",
    "last",
    "identity",
    "count",
    "distinct",
    "sum",
    "proportion",
    "proportion-facet",
    "deviation",
    "min",
    "min-index",
    "max",
    "max-index",
    "mean",
    "median",
    "variance",
    "mode",
    "p00",
    "p01",
    "p02",
    "p03",
    "p04",
    "p05",
    "p06",
    "p07",
    "p08",
    "p09",
    "p10",
    "p11",
    "p12",
    "p13",
    "p14",
    "p15",
    "p16",
    "p17",
    "p18",
    "p19",
    "p20",
    "p21",
    "p22",
    "p23",
    "p24",
    "p25",
    "p26",
    "p27",
    "p28",
    "p29",
    "p30",
    "p31",
    "p32",
    "p33",
    "p34",
    "p35",
    "p36",
    "p37",
    "p38",
    "p39",
    "p40",
    "p41",
    "p42",
    "p43",
    "p44",
    "p45",
    "p46",
    "p47",
    "p48",
    "p49",
    "p50",
    "p51",
    "p52",
    "p53",
    "p54",
    "p55",
    "p56",
    "p57",
    "p58",
    "p59",
    "p60",
    "p61",
    "p62",
    "p63",
    "p64",
    "p65",
    "p66",
    "p67",
    "p68",
    "p69",
    "p70",
    "p71",
    "p72",
    "p73",
    "p74",
    "p75",
    "p76",
    "p77",
    "p78",
    "p79",
    "p80",
    "p81",
    "p82",
    "p83",
    "p84",
    "p85",
    "p86",
    "p87",
    "p88",
    "p89",
    "p90",
    "p91",
    "p92",
    "p93",
    "p94",
    "p95",
    "p96",
    "p97",
    "p98",
    "p99",
]

ScaleName: TypeAlias = Literal[
    "x",
    "y",
    "fx",
    "fy",
    "r",
    "color",
    "opacity",
    "symbol",
    "length",
]

SelectFilter: TypeAlias = Literal[
    "first",
    "last",
    "max_x",
    "maxX",
    "max_y",
    "maxY",
    "min_x",
    "minX",
    "min_y",
    "minY",
    "nearest",
    "nearest_x",
    "nearestX",
    "nearest_y",
    "nearestY",
]

Side: TypeAlias = Literal[
    "top",
    "right",
    "bottom",
    "left",
]

StackOffset: TypeAlias = Literal[
    "center",
    "normalize",
    "wiggle",
]

StackOrder: TypeAlias = Literal[
    "value",
    "x",
    "y",
    "z",
    "sum",
    "appearance",
    "inside-out",
]

StackOrderReversed: TypeAlias = Literal[
    "-value",
    "-x",
    "-y",
    "-z",
    "-sum",
    "-appearance",
    "-inside-out",
]

Sweep: TypeAlias = Literal[
    "+x",
    "-x",
    "+y",
    "-y",
]

Symbol: TypeAlias = Literal[
    "asterisk",
    "circle",
    "cross",
    "diamond",
    "diamond2",
    "hexagon",
    "plus",
    "square",
    "square2",
    "star",
    "times",
    "triangle",
    "triangle2",
    "wye",
]

TextAnchor: TypeAlias = Literal[
    "start",
    "middle",
    "end",
]

TextOverflow: TypeAlias = Literal[
    "clip",
    "ellipsis",
    "clip-start",
    "clip-end",
    "ellipsis-start",
    "ellipsis-middle",
    "ellipsis-end",
]

TimeInterval: TypeAlias = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]

TipPointer: TypeAlias = Literal[
    "x",
    "y",
    "xy",
]

Type: TypeAlias = Literal[
    "dot",
    "dotY",
    "circle",
    "hexagon",
]

VectorShape: TypeAlias = Literal[
    "arrow",
    "spike",
]
