"""Options of the marks. Written by tools/generate_vocabulary.py from Mosaic's schema; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from inspect_viz._params import Param
from inspect_viz._spec.types import Channel, ChannelIntervalSpec, ChannelSpec, Channels, FilterBy, Interval, SortOrder

from .literals import (
    Clip,
    Curve,
    DensityTextType,
    DensityType,
    Facet,
    FacetAnchor,
    FrameAnchor,
    GridInterpolate,
    HexbinType,
    LabelAnchor,
    LabelArrow,
    LineAnchor,
    Marker,
    Normalize,
    SelectFilter,
    Side,
    StackOffset,
    StackOrder,
    StackOrderReversed,
    Sweep,
    Symbol,
    TextAnchor,
    TextOverflow,
    TipPointer,
    Type,
    VectorShape,
)


class TipFormat(TypedDict, total=False):
    """TipFormat."""

    aria_label: bool | str | Param
    """Column with a short description of each shape for screen readers."""

    fill: bool | str | Param
    """Fill: a column, an aggregate, or a CSS colour."""

    fill_opacity: bool | str | Param
    """Opacity of the fill: a number from 0 to 1, or a column."""

    font_size: bool | str | Param
    """Size of the text: pixels, or a column."""

    fx: bool | str | Param
    """Column that splits the picture into facets from left to right."""

    fy: bool | str | Param
    """Column that splits the picture into facets from top to bottom."""

    geometry: bool | str | Param
    """Column with the GeoJSON geometry of each shape."""

    height: bool | str | Param
    """Height in pixels."""

    href: bool | str | Param
    """Column with the address that a click opens."""

    length: bool | str | Param
    """Length: a number of pixels, or a column."""

    opacity: bool | str | Param
    """Opacity of fill and stroke together: a number from 0 to 1, or a column."""

    path: bool | str | Param
    """Column with the path of each shape."""

    r: bool | str | Param
    """Radius: a number of pixels, or a column."""

    rotate: bool | str | Param
    """Rotation in degrees clockwise: a number, or a column."""

    src: bool | str | Param
    """Column with the address of each image."""

    stroke: bool | str | Param
    """Stroke: a column, an aggregate, or a CSS colour."""

    stroke_opacity: bool | str | Param
    """Opacity of the stroke: a number from 0 to 1, or a column."""

    stroke_width: bool | str | Param
    """Width of the stroke: a number of pixels, or a column."""

    symbol: bool | str | Param
    """Symbol: its name, or a column."""

    text: bool | str | Param
    """Column with the text of each label, or a list of texts."""

    title: bool | str | Param
    """Column with the text that a browser shows on hovering."""

    weight: bool | str | Param
    """Column with the weight of each point."""

    width: bool | str | Param
    """Width in pixels."""

    x: bool | str | Param
    """Horizontal position."""

    x1: bool | str | Param
    """Left end."""

    x2: bool | str | Param
    """Right end."""

    y: bool | str | Param
    """Vertical position."""

    y1: bool | str | Param
    """Lower end."""

    y2: bool | str | Param
    """Upper end."""

    z: bool | str | Param
    """Column that splits rows into groups."""


class TipOptions(TypedDict, total=False):
    """TipOptions."""

    anchor: FrameAnchor | Param
    """Side of the frame, or part of the shape, that the mark is fixed to."""

    font_family: str | Param
    """CSS font family."""

    font_size: Channel
    """Size of the text: pixels, or a column."""

    font_style: str | Param
    """CSS font style."""

    font_variant: str | Param
    """CSS font variant."""

    font_weight: str | float | Param
    """CSS font weight."""

    format: TipFormat | Param
    """How each channel's value is written in the tip: a format, true, or false to leave it out."""

    frame_anchor: FrameAnchor | Param
    """Place in the frame that stands in for an absent x or y."""

    line_height: float | Param
    """Distance between lines of text, in ems."""

    line_width: float | Param
    """Width at which text is wrapped or shortened, in ems."""

    monospace: bool | Param
    """Whether text is measured and drawn in a font of fixed width."""

    path_filter: str | Param
    """CSS filter of the tip's outline, such as a shadow."""

    pointer: TipPointer | Param
    """Along which directions the nearest shape to the pointer is looked for."""

    pointer_size: float | Param
    """Size of the tip's pointer, in pixels."""

    preferred_anchor: FrameAnchor | Param | None
    """Corner of the tip that points at the shape when there is room."""

    text_anchor: TextAnchor | Param
    """Which end of a text stands at its x position."""

    text_overflow: TextOverflow | Param | None
    """How text that is too long is shortened."""

    text_padding: float | Param
    """Space between the tip's text and its outline, in pixels."""

    x: ChannelSpec
    """Horizontal position."""

    x1: ChannelSpec
    """Left end."""

    x2: ChannelSpec
    """Right end."""

    y: ChannelSpec
    """Vertical position."""

    y1: ChannelSpec
    """Lower end."""

    y2: ChannelSpec
    """Upper end."""


class MarkOptions(TypedDict, total=False):
    """Options of every mark."""

    aria_description: str | Param
    """Long description of the mark for screen readers."""

    aria_hidden: str | Param
    """Whether screen readers skip the mark: "true" or "false"."""

    aria_label: Channel
    """Column with a short description of each shape for screen readers."""

    channels: Channels
    """Further columns to carry along, by name: for the tip, for links, or to sort by."""

    clip: Clip | bool | Param | None
    """How the mark is cut: at the frame, at the sphere, or not."""

    dx: float | Param
    """Shift to the right, in pixels."""

    dy: float | Param
    """Shift downwards, in pixels."""

    facet: Facet | bool | Param | None
    """How the mark takes part in facets; None or false repeats it in each."""

    facet_anchor: FacetAnchor | Param | None
    """Which facets the mark is drawn in, by their place in the grid."""

    fill: ChannelSpec
    """Fill: a column, an aggregate, or a CSS colour."""

    fill_opacity: ChannelSpec
    """Opacity of the fill: a number from 0 to 1, or a column."""

    filter: Channel
    """Column that says which rows are drawn."""

    fx: Channel
    """Column that splits the picture into facets from left to right."""

    fy: Channel
    """Column that splits the picture into facets from top to bottom."""

    href: Channel
    """Column with the address that a click opens."""

    image_filter: str | Param
    """CSS filter applied to the mark."""

    margin: float | Param
    """Room that the mark asks for outside the frame, all sides, in pixels."""

    margin_bottom: float | Param
    """Room that the mark asks for below the frame, in pixels."""

    margin_left: float | Param
    """Room that the mark asks for to the left of the frame, in pixels."""

    margin_right: float | Param
    """Room that the mark asks for to the right of the frame, in pixels."""

    margin_top: float | Param
    """Room that the mark asks for above the frame, in pixels."""

    mix_blend_mode: str | Param
    """CSS blend mode with what lies beneath."""

    opacity: ChannelSpec
    """Opacity of fill and stroke together: a number from 0 to 1, or a column."""

    paint_order: str | Param
    """Order in which fill and stroke are painted."""

    pointer_events: str | Param
    """CSS pointer-events, such as "none"."""

    reverse: bool | Param
    """Whether rows are drawn in reverse order."""

    select: SelectFilter | Param
    """Which single row of a group is drawn."""

    shape_rendering: str | Param
    """SVG shape-rendering of the mark."""

    sort: SortOrder
    """Order of rows, or of a scale's categories by another channel."""

    stroke: ChannelSpec
    """Stroke: a column, an aggregate, or a CSS colour."""

    stroke_dasharray: str | float | Param
    """Lengths of dashes and gaps of the stroke, as in SVG."""

    stroke_dashoffset: str | float | Param
    """Where in its pattern a dashed stroke begins."""

    stroke_linecap: str | Param
    """Shape of the ends of strokes."""

    stroke_linejoin: str | Param
    """Shape of the corners of strokes."""

    stroke_miterlimit: float | Param
    """How far a pointed corner of a stroke may reach."""

    stroke_opacity: ChannelSpec
    """Opacity of the stroke: a number from 0 to 1, or a column."""

    stroke_width: ChannelSpec
    """Width of the stroke: a number of pixels, or a column."""

    target: str | Param
    """Where a link opens, such as "_blank"."""

    tip: bool | TipPointer | TipOptions | Param
    """Whether a tip shows the values under the pointer; or how it does."""

    title: Channel
    """Column with the text that a browser shows on hovering."""

    shift_overlapping_text: bool | Param
    """Whether texts move up or down until none lies over another; of marks of texts."""


class FilterOptions(TypedDict, total=False):
    """Options that marks share."""

    filter_by: FilterBy
    """Selection that says which rows are read."""


class MarkerOptions(TypedDict, total=False):
    """Options that marks share."""

    marker: Literal['none'] | Marker | bool | Param | None
    """Shape at all points of a line."""

    marker_end: Literal['none'] | Marker | bool | Param | None
    """Shape at the last point of a line."""

    marker_mid: Literal['none'] | Marker | bool | Param | None
    """Shape at the inner points of a line."""

    marker_start: Literal['none'] | Marker | bool | Param | None
    """Shape at the first point of a line."""


class InsetOptions(TypedDict, total=False):
    """Options that marks share."""

    inset: float | Param
    """Space taken from all four sides of each shape, in pixels."""


class FrameAnchorOptions(TypedDict, total=False):
    """Options that marks share."""

    frame_anchor: FrameAnchor | Param
    """Place in the frame that stands in for an absent x or y."""


class IntervalOptions(TypedDict, total=False):
    """Options that marks share."""

    interval: Interval | Param
    """Interval that a single value stands for: a number, or a time unit."""


class InsetYOptions(TypedDict, total=False):
    """Options that marks share."""

    inset_bottom: float | Param
    """Space taken from the bottom of each shape, in pixels."""

    inset_top: float | Param
    """Space taken from the top of each shape, in pixels."""


class InsetXOptions(TypedDict, total=False):
    """Options that marks share."""

    inset_left: float | Param
    """Space taken from the left of each shape, in pixels."""

    inset_right: float | Param
    """Space taken from the right of each shape, in pixels."""


class TensionOptions(TypedDict, total=False):
    """Options that marks share."""

    tension: float | Param
    """Tension of a cardinal, Catmull-Rom or bundle curve."""


class StackOptions(TypedDict, total=False):
    """Options that marks share."""

    offset: StackOffset | Param | None
    """How a stack is moved: centred, normalized, or with least movement."""

    order: StackOrderReversed | StackOrder | Sequence[object] | Param | None
    """Order of the layers of a stack."""


class RotateOptions(TypedDict, total=False):
    """Options that marks share."""

    rotate: Channel
    """Rotation in degrees clockwise: a number, or a column."""


class TextStyles(TypedDict, total=False):
    """Options that marks share."""

    font_family: str | Param
    """CSS font family."""

    font_size: Channel
    """Size of the text: pixels, or a column."""

    font_style: str | Param
    """CSS font style."""

    font_variant: str | Param
    """CSS font variant."""

    font_weight: str | float | Param
    """CSS font weight."""

    line_height: float | Param
    """Distance between lines of text, in ems."""

    line_width: float | Param
    """Width at which text is wrapped or shortened, in ems."""

    monospace: bool | Param
    """Whether text is measured and drawn in a font of fixed width."""

    text_anchor: TextAnchor | Param
    """Which end of a text stands at its x position."""

    text_overflow: TextOverflow | Param | None
    """How text that is too long is shortened."""


class CornerOptions(TypedDict, total=False):
    """Options that marks share."""

    rx: float | str | Param
    """Horizontal radius of the corners, in pixels or as a percentage."""

    ry: float | str | Param
    """Vertical radius of the corners, in pixels or as a percentage."""


class LineAnchorOptions(TypedDict, total=False):
    """Options that marks share."""

    line_anchor: LineAnchor | Param
    """Which line of a text stands at its y position."""


class SymbolOptions(TypedDict, total=False):
    """Options that marks share."""

    r: ChannelSpec | float
    """Radius: a number of pixels, or a column."""

    rotate: Channel | float
    """Rotation in degrees clockwise: a number, or a column."""

    symbol: ChannelSpec | Symbol
    """Symbol: its name, or a column."""


class TickOptions(TypedDict, total=False):
    """Options that marks share."""

    anchor: Side | Param
    """Side of the frame, or part of the shape, that the mark is fixed to."""

    color: ChannelSpec
    """Colour of ticks, labels and lines together."""

    tick_spacing: float | Param
    """Least distance between ticks, in pixels."""

    ticks: float | Interval | Sequence[object] | Param
    """About how many ticks, at which interval, or the values themselves."""


class BandwidthOptions(TypedDict, total=False):
    """Options that marks share."""

    bandwidth: float | Param
    """Radius of the kernel that smooths a density, in pixels."""


class CurveOptions(TypedDict, total=False):
    """Options that marks share."""

    curve: Curve | Param
    """How neighbouring points are joined."""


class ZOptions(TypedDict, total=False):
    """Options that marks share."""

    z: Channel
    """Column that splits rows into groups."""


class GridOptions(TypedDict, total=False):
    """Options that marks share."""

    height: float | Param
    """Height in pixels."""

    interpolate: GridInterpolate | Param | None
    """How values between the grid's points are found."""

    pad: float | Param
    """Whether grid points lie in the middle of their pixels (0) or on their edges (1)."""

    pixel_size: float | Param
    """Size of a pixel of the grid, in screen pixels."""

    width: float | Param
    """Width in pixels."""


class TextOptions(TypedDict, total=False):
    """Options that marks share."""

    text: Channel
    """Column with the text of each label, or a list of texts."""


class ImageRenderingOptions(TypedDict, total=False):
    """Options that marks share."""

    image_rendering: str | Param
    """CSS image-rendering, such as "pixelated"."""


class VectorShapeOptions(TypedDict, total=False):
    """Options that marks share."""

    anchor: TextAnchor | Param
    """Side of the frame, or part of the shape, that the mark is fixed to."""

    length: ChannelSpec
    """Length: a number of pixels, or a column."""

    r: float | Param
    """Radius: a number of pixels, or a column."""

    shape: VectorShape | Param
    """Shape of a vector."""


class Curve2Options(TypedDict, total=False):
    """Options that marks share."""

    curve: Literal['auto'] | Curve | Param
    """How neighbouring points are joined."""


class AxisOptions(TypedDict, total=False):
    """Options that marks share."""

    label: str | Param | None
    """Label of the axis; None for no label."""

    label_anchor: LabelAnchor | Param
    """End of the axis at which the label stands."""

    label_arrow: LabelArrow | bool | Param | None
    """Arrow beside the label, showing where values grow; None for no arrow."""

    label_offset: float | Param
    """Distance of the label from the frame, in pixels."""

    text_stroke: ChannelSpec
    """Colour of the outline of tick labels."""

    text_stroke_opacity: ChannelSpec
    """Opacity of the outline of tick labels."""

    text_stroke_width: ChannelSpec
    """Width of the outline of tick labels, in pixels."""

    tick_format: str | Param | None
    """Format of tick labels: d3-format for numbers, d3-time-format for dates."""

    tick_padding: float | Param
    """Distance between ticks and their labels, in pixels."""

    tick_rotate: float | Param
    """Rotation of tick labels, in degrees clockwise."""

    tick_size: float | Param
    """Length of the ticks, in pixels."""


class CiOptions(TypedDict, total=False):
    """Options that marks share."""

    ci: float | Param
    """Confidence level of the interval, between 0 and 1; 0.95 by default."""


class BinWidthOptions(TypedDict, total=False):
    """Options that marks share."""

    bin_width: float | Param
    """Distance between the centres of two hexagons, in pixels."""


class BinsOptions(TypedDict, total=False):
    """Options that marks share."""

    bins: float | Param
    """Number of bins that a density is computed on."""

    curve: Curve | Literal['auto'] | Param
    """How neighbouring points are joined."""

    normalize: Normalize | bool | Param
    """How lines or densities are scaled before they are added up."""

    stack: bool | Param
    """Whether densities are stacked."""


class WaffleOptions(TypedDict, total=False):
    """Options that marks share."""

    gap: float | Param
    """Distance between the cells of a waffle, in pixels."""

    multiple: float | Param
    """Number of cells of a waffle side by side."""

    round: bool | Param
    """Whether values are rounded to whole cells of a waffle."""

    unit: float | Param
    """Amount that one cell of a waffle stands for."""


class XOptions(TypedDict, total=False):
    """Options that marks share."""

    x: ChannelSpec
    """Horizontal position."""


class YOptions(TypedDict, total=False):
    """Options that marks share."""

    y: ChannelSpec
    """Vertical position."""


class StyledOptions(TextStyles, total=False):
    """Options of marks that draw text."""

    styles: TextStyles
    """Font, size, wrapping and alignment of the text."""


class AreaMarkOptions(MarkOptions, FilterOptions, TensionOptions, StackOptions, CurveOptions, total=False):
    """Options of the area mark."""


class AreaXMarkOptions(MarkOptions, FilterOptions, TensionOptions, StackOptions, CurveOptions, total=False):
    """Options of the areaX mark."""


class AreaYMarkOptions(MarkOptions, FilterOptions, TensionOptions, StackOptions, CurveOptions, total=False):
    """Options of the areaY mark."""


class ArrowMarkOptions(MarkOptions, FilterOptions, InsetOptions, total=False):
    """Options of the arrow mark."""

    bend: float | bool | Param
    """How much an arrow is bent, in degrees; true is 22.5."""

    head_angle: float | Param
    """Angle of an arrow's head, in degrees."""

    head_length: float | Param
    """Length of an arrow's head, as a multiple of the stroke's width."""

    inset_end: float | Param
    """Space taken from the end of an arrow, in pixels."""

    inset_start: float | Param
    """Space taken from the start of an arrow, in pixels."""

    sweep: Sweep | float | Param
    """To which side an arrow is bent."""


class AxisFxMarkOptions(MarkOptions, MarkerOptions, InsetOptions, FrameAnchorOptions, IntervalOptions, InsetYOptions, RotateOptions, StyledOptions, LineAnchorOptions, TickOptions, ZOptions, TextOptions, AxisOptions, YOptions, total=False):
    """Options of the axisFx mark."""


class AxisFyMarkOptions(MarkOptions, MarkerOptions, InsetOptions, FrameAnchorOptions, IntervalOptions, InsetXOptions, RotateOptions, StyledOptions, LineAnchorOptions, TickOptions, ZOptions, TextOptions, AxisOptions, XOptions, total=False):
    """Options of the axisFy mark."""


class AxisXMarkOptions(MarkOptions, MarkerOptions, InsetOptions, FrameAnchorOptions, IntervalOptions, InsetYOptions, RotateOptions, StyledOptions, LineAnchorOptions, TickOptions, ZOptions, TextOptions, AxisOptions, YOptions, total=False):
    """Options of the axisX mark."""


class AxisYMarkOptions(MarkOptions, MarkerOptions, InsetOptions, FrameAnchorOptions, IntervalOptions, InsetXOptions, RotateOptions, StyledOptions, LineAnchorOptions, TickOptions, ZOptions, TextOptions, AxisOptions, XOptions, total=False):
    """Options of the axisY mark."""


class BarXMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, ZOptions, total=False):
    """Options of the barX mark."""


class BarYMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, ZOptions, total=False):
    """Options of the barY mark."""


class CellMarkOptions(MarkOptions, FilterOptions, InsetOptions, InsetYOptions, InsetXOptions, CornerOptions, total=False):
    """Options of the cell mark."""


class CellXMarkOptions(MarkOptions, FilterOptions, InsetOptions, InsetYOptions, InsetXOptions, CornerOptions, total=False):
    """Options of the cellX mark."""


class CellYMarkOptions(MarkOptions, FilterOptions, InsetOptions, InsetYOptions, InsetXOptions, CornerOptions, total=False):
    """Options of the cellY mark."""


class CircleMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, SymbolOptions, total=False):
    """Options of the circle mark."""


class ContourMarkOptions(MarkOptions, FilterOptions, BandwidthOptions, GridOptions, total=False):
    """Options of the contour mark."""

    thresholds: float | Sequence[float] | Param
    """About how many contours are drawn, or their values."""


class DelaunayLinkMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, CurveOptions, total=False):
    """Options of the delaunayLink mark."""


class DelaunayMeshMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, CurveOptions, total=False):
    """Options of the delaunayMesh mark."""


class DenseLineMarkOptions(MarkOptions, FilterOptions, BandwidthOptions, GridOptions, ImageRenderingOptions, total=False):
    """Options of the denseLine mark."""

    normalize: bool | Param
    """How lines or densities are scaled before they are added up."""


class DensityMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, StyledOptions, SymbolOptions, BandwidthOptions, GridOptions, total=False):
    """Options of the density mark."""

    type: DensityType | Param
    """Shape that each point is drawn with."""


class DensityXMarkOptions(MarkOptions, FilterOptions, MarkerOptions, FrameAnchorOptions, TensionOptions, StackOptions, StyledOptions, LineAnchorOptions, SymbolOptions, BandwidthOptions, TextOptions, BinsOptions, total=False):
    """Options of the densityX mark."""

    type: Literal['areaX'] | Literal['lineX'] | Literal['dotX'] | Literal['textX'] | Param
    """Shape that each point is drawn with."""


class DensityYMarkOptions(MarkOptions, FilterOptions, MarkerOptions, FrameAnchorOptions, TensionOptions, StackOptions, StyledOptions, LineAnchorOptions, SymbolOptions, BandwidthOptions, TextOptions, BinsOptions, total=False):
    """Options of the densityY mark."""

    type: Literal['areaY'] | Literal['lineY'] | Type | DensityTextType | Param
    """Shape that each point is drawn with."""


class DotMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, SymbolOptions, total=False):
    """Options of the dot mark."""


class DotXMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, IntervalOptions, SymbolOptions, total=False):
    """Options of the dotX mark."""


class DotYMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, IntervalOptions, SymbolOptions, total=False):
    """Options of the dotY mark."""


class ErrorbarXMarkOptions(MarkOptions, FilterOptions, MarkerOptions, ZOptions, CiOptions, total=False):
    """Options of the errorbarX mark."""


class ErrorbarYMarkOptions(MarkOptions, FilterOptions, MarkerOptions, ZOptions, CiOptions, total=False):
    """Options of the errorbarY mark."""


class FrameMarkOptions(MarkOptions, InsetOptions, InsetYOptions, InsetXOptions, CornerOptions, total=False):
    """Options of the frame mark."""

    anchor: Side | Param | None
    """Side of the frame, or part of the shape, that the mark is fixed to."""


class GeoMarkOptions(MarkOptions, FilterOptions, total=False):
    """Options of the geo mark."""

    r: ChannelSpec
    """Radius: a number of pixels, or a column."""


class GraticuleMarkOptions(MarkOptions, total=False):
    """Options of the graticule mark."""


class GridFxMarkOptions(MarkOptions, MarkerOptions, InsetOptions, IntervalOptions, InsetYOptions, TickOptions, total=False):
    """Options of the gridFx mark."""

    y: ChannelIntervalSpec
    """Vertical position."""


class GridFyMarkOptions(MarkOptions, MarkerOptions, InsetOptions, IntervalOptions, InsetXOptions, TickOptions, total=False):
    """Options of the gridFy mark."""

    x: ChannelIntervalSpec
    """Horizontal position."""


class GridXMarkOptions(MarkOptions, MarkerOptions, InsetOptions, IntervalOptions, InsetYOptions, TickOptions, total=False):
    """Options of the gridX mark."""


class GridYMarkOptions(MarkOptions, MarkerOptions, InsetOptions, IntervalOptions, InsetXOptions, TickOptions, total=False):
    """Options of the gridY mark."""


class HeatmapMarkOptions(MarkOptions, FilterOptions, BandwidthOptions, GridOptions, ImageRenderingOptions, total=False):
    """Options of the heatmap mark."""


class HexagonMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, SymbolOptions, total=False):
    """Options of the hexagon mark."""


class HexbinMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, StyledOptions, SymbolOptions, BinWidthOptions, total=False):
    """Options of the hexbin mark."""

    type: HexbinType | Param
    """Shape that each point is drawn with."""


class HexgridMarkOptions(MarkOptions, BinWidthOptions, total=False):
    """Options of the hexgrid mark."""


class HullMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, CurveOptions, total=False):
    """Options of the hull mark."""


class ImageMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, RotateOptions, ImageRenderingOptions, total=False):
    """Options of the image mark."""

    cross_origin: str | Param
    """CORS mode with which images are requested."""

    height: Channel
    """Height in pixels."""

    preserve_aspect_ratio: str | Param
    """How an image fits its box, as in SVG."""

    r: Channel
    """Radius: a number of pixels, or a column."""

    src: Channel
    """Column with the address of each image."""

    width: Channel
    """Width in pixels."""


class LineMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, Curve2Options, total=False):
    """Options of the line mark."""


class LineXMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, Curve2Options, total=False):
    """Options of the lineX mark."""


class LineYMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, Curve2Options, total=False):
    """Options of the lineY mark."""


class LinkMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, Curve2Options, total=False):
    """Options of the link mark."""


class RasterMarkOptions(MarkOptions, FilterOptions, BandwidthOptions, GridOptions, ImageRenderingOptions, total=False):
    """Options of the raster mark."""


class RasterTileMarkOptions(MarkOptions, FilterOptions, BandwidthOptions, GridOptions, ImageRenderingOptions, total=False):
    """Options of the rasterTile mark."""

    origin: Sequence[float] | Param
    """Where bins begin, as [x, y] in values of the axes."""


class RectMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, total=False):
    """Options of the rect mark."""


class RectXMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, total=False):
    """Options of the rectX mark."""


class RectYMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, total=False):
    """Options of the rectY mark."""


class RegressionYMarkOptions(MarkOptions, FilterOptions, CiOptions, total=False):
    """Options of the regressionY mark."""

    precision: float | Param
    """Distance between two computed points of a confidence band, in pixels."""


class RuleXMarkOptions(MarkOptions, FilterOptions, MarkerOptions, InsetOptions, IntervalOptions, InsetYOptions, total=False):
    """Options of the ruleX mark."""


class RuleYMarkOptions(MarkOptions, FilterOptions, MarkerOptions, InsetOptions, IntervalOptions, InsetXOptions, total=False):
    """Options of the ruleY mark."""


class SphereMarkOptions(MarkOptions, total=False):
    """Options of the sphere mark."""


class SpikeMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, RotateOptions, VectorShapeOptions, total=False):
    """Options of the spike mark."""


class TextMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, RotateOptions, StyledOptions, LineAnchorOptions, total=False):
    """Options of the text mark."""


class TextXMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, IntervalOptions, RotateOptions, StyledOptions, LineAnchorOptions, total=False):
    """Options of the textX mark."""


class TextYMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, IntervalOptions, RotateOptions, StyledOptions, LineAnchorOptions, total=False):
    """Options of the textY mark."""


class TickXMarkOptions(MarkOptions, FilterOptions, MarkerOptions, InsetOptions, InsetYOptions, total=False):
    """Options of the tickX mark."""


class TickYMarkOptions(MarkOptions, FilterOptions, MarkerOptions, InsetOptions, InsetXOptions, total=False):
    """Options of the tickY mark."""


class VectorMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, RotateOptions, VectorShapeOptions, total=False):
    """Options of the vector mark."""


class VectorXMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, RotateOptions, VectorShapeOptions, total=False):
    """Options of the vectorX mark."""


class VectorYMarkOptions(MarkOptions, FilterOptions, FrameAnchorOptions, RotateOptions, VectorShapeOptions, total=False):
    """Options of the vectorY mark."""


class VoronoiMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, CurveOptions, total=False):
    """Options of the voronoi mark."""


class VoronoiMeshMarkOptions(MarkOptions, FilterOptions, MarkerOptions, TensionOptions, CurveOptions, total=False):
    """Options of the voronoiMesh mark."""


class WaffleXMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, WaffleOptions, total=False):
    """Options of the waffleX mark."""


class WaffleYMarkOptions(MarkOptions, FilterOptions, InsetOptions, IntervalOptions, InsetYOptions, InsetXOptions, StackOptions, CornerOptions, WaffleOptions, total=False):
    """Options of the waffleY mark."""
