"""Attributes of plots and legends. Written by tools/generate_vocabulary.py from Mosaic's schema; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from inspect_viz._params import Param
from inspect_viz._spec.types import Interval

from .literals import (
    AxisSide,
    AxisSideX,
    AxisSideY,
    Clip,
    ColorScale,
    ColorScheme,
    ContinuousScale,
    DiscreteScale,
    Fixed,
    Interpolate,
    LabelAnchor,
    LabelArrow,
    PositionScale,
    Projection,
)


class Margins(TypedDict, total=False):
    """Distances between the edges of a plot and its frame."""

    bottom: float
    """Room that the mark asks for below the frame, in pixels."""

    left: float
    """Room that the mark asks for to the left of the frame, in pixels."""

    right: float
    """Room that the mark asks for to the right of the frame, in pixels."""

    top: float
    """Room that the mark asks for above the frame, in pixels."""


class ViewAttributes(TypedDict, total=False):
    """Attributes of a plot, without those that views take as arguments."""

    align: float | Param
    """Where unused space of band and point scales goes, from 0 (at the end) to 1 (at the start)."""

    aria_description: str | Param | None
    """Long description of the picture for screen readers."""

    aria_label: str | Param | None
    """Name of the picture for screen readers."""

    aspect_ratio: float | bool | Param | None
    """Ratio of one unit of x to one unit of y on screen, which sets the height; true is 1."""

    axis: AxisSide | bool | Param | None
    """Side on which the axes of all position scales are drawn; None or false draws none."""

    clip: Clip | bool | Param | None
    """How all marks are cut by default: at the frame, at the sphere, or not."""

    color_base: float | Param
    """Base of the logarithm of a log colour scale; 10 by default."""

    color_clamp: bool | Param
    """Whether values outside the domain are drawn at the nearest end of the colour scale."""

    color_constant: float | Param
    """Width of the part around zero that a symlog colour scale draws linearly; 1 by default."""

    color_domain: Sequence[object] | Fixed | Param
    """The values that the colour scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    color_exponent: float | Param
    """Exponent of a pow colour scale; 1 by default."""

    color_interpolate: Interpolate | Param
    """Colour space in which the colour scale mixes two colours of its range."""

    color_label: str | Param | None
    """Label of the colour scale; None for no label."""

    color_n: float | Param
    """Number of colours of a quantile or quantize colour scale; 5 by default."""

    color_nice: bool | float | Interval | Param
    """Whether the colour domain grows to round values; a number says roughly how many ticks, text an interval."""

    color_percent: bool | Param
    """Whether values of the colour scale are multiplied by 100 and shown as percentages."""

    color_pivot: object | Param
    """The middle value of a diverging colour scale; 0 by default."""

    color_range: Sequence[object] | Fixed | Param
    """The outputs of the colour scale: [low, high], or one per category; "Fixed" keeps the first."""

    color_reverse: bool | Param
    """Whether the colour scale runs the other way."""

    color_scale: ColorScale | Param | None
    """Type of the colour scale; None draws values as they are."""

    color_scheme: ColorScheme | Param
    """Name of the colour scheme."""

    color_symmetric: bool | Param
    """Whether both arms of a diverging colour scale have the same length; true by default."""

    color_tick_format: str | Param | None
    """Format of tick labels of the colour scale: d3-format for numbers, d3-time-format for dates."""

    color_zero: bool | Param
    """Whether the colour domain is extended to zero."""

    facet_grid: bool | str | Interval | Sequence[object] | Param
    """Grid lines of the facet scale: true, a colour, an interval, or the values to draw them at."""

    facet_label: str | Param | None
    """Label of both facet scales; None for no label."""

    facet_margin: float | Param
    """Distance of the facet frames from the plot's edge, all sides, in pixels."""

    facet_margin_bottom: float | Param
    """Distance below the facet frames, in pixels."""

    facet_margin_left: float | Param
    """Distance to the left of the facet frames, in pixels."""

    facet_margin_right: float | Param
    """Distance to the right of the facet frames, in pixels."""

    facet_margin_top: float | Param
    """Distance above the facet frames, in pixels."""

    fx_align: float | Param
    """Where unused space of a band or point horizontal facet scale goes, from 0 (at the end) to 1 (at the start)."""

    fx_aria_description: str | Param
    """Long description of the horizontal facet axis for screen readers."""

    fx_aria_label: str | Param
    """Short description of the horizontal facet axis for screen readers."""

    fx_axis: AxisSideX | bool | Param | None
    """Side on which the horizontal facet axis is drawn; None or false draws none."""

    fx_domain: Sequence[object] | Fixed | Param
    """The values that the horizontal facet scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    fx_font_variant: str | Param
    """CSS font-variant of the tick labels of the horizontal facet axis."""

    fx_grid: bool | str | Interval | Sequence[object] | Param
    """Grid lines of the horizontal facet scale: true, a colour, an interval, or the values to draw them at."""

    fx_inset: float | Param
    """Space kept free at both ends of the horizontal facet range, in pixels."""

    fx_inset_left: float | Param
    """Space kept free on the left of the horizontal facet range, in pixels."""

    fx_inset_right: float | Param
    """Space kept free on the right of the horizontal facet range, in pixels."""

    fx_label_anchor: LabelAnchor | Param
    """End of the horizontal facet axis at which its label stands."""

    fx_label_offset: float | Param
    """Distance of the horizontal facet label from the frame, in pixels."""

    fx_line: bool | Param
    """Whether a line is drawn along the horizontal facet axis."""

    fx_padding: float | Param
    """Share of a step left free between and around the bands of the horizontal facet scale, 0 to 1."""

    fx_padding_inner: float | Param
    """Share of a step left free between the bands of the horizontal facet scale, 0 to 1."""

    fx_padding_outer: float | Param
    """Space at both ends of a band or point horizontal facet scale, in steps."""

    fx_range: Sequence[object] | Fixed | Param
    """The outputs of the horizontal facet scale: [low, high], or one per category; "Fixed" keeps the first."""

    fx_reverse: bool | Param
    """Whether the horizontal facet scale runs the other way."""

    fx_round: bool | Param
    """Whether bands of the horizontal facet scale start and end on whole pixels."""

    fx_tick_format: str | Param | None
    """Format of tick labels of the horizontal facet scale: d3-format for numbers, d3-time-format for dates."""

    fx_tick_padding: float | Param
    """Distance between ticks and labels of the horizontal facet axis, in pixels."""

    fx_tick_rotate: float | Param
    """Rotation of the tick labels of the horizontal facet axis, in degrees clockwise."""

    fx_tick_size: float | Param
    """Length of the ticks of the horizontal facet axis, in pixels."""

    fx_tick_spacing: float | Param
    """Least distance between ticks of the horizontal facet axis, in pixels."""

    fx_ticks: float | Interval | Sequence[object] | Param
    """Ticks of the horizontal facet axis: about how many, at which interval, or the values themselves."""

    fy_align: float | Param
    """Where unused space of a band or point vertical facet scale goes, from 0 (at the end) to 1 (at the start)."""

    fy_aria_description: str | Param
    """Long description of the vertical facet axis for screen readers."""

    fy_aria_label: str | Param
    """Short description of the vertical facet axis for screen readers."""

    fy_axis: AxisSideY | bool | Param | None
    """Side on which the vertical facet axis is drawn; None or false draws none."""

    fy_domain: Sequence[object] | Fixed | Param
    """The values that the vertical facet scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    fy_font_variant: str | Param
    """CSS font-variant of the tick labels of the vertical facet axis."""

    fy_grid: bool | str | Interval | Sequence[object] | Param
    """Grid lines of the vertical facet scale: true, a colour, an interval, or the values to draw them at."""

    fy_inset: float | Param
    """Space kept free at both ends of the vertical facet range, in pixels."""

    fy_inset_bottom: float | Param
    """Space kept free at the bottom of the vertical facet range, in pixels."""

    fy_inset_top: float | Param
    """Space kept free at the top of the vertical facet range, in pixels."""

    fy_label_anchor: LabelAnchor | Param
    """End of the vertical facet axis at which its label stands."""

    fy_label_offset: float | Param
    """Distance of the vertical facet label from the frame, in pixels."""

    fy_line: bool | Param
    """Whether a line is drawn along the vertical facet axis."""

    fy_padding: float | Param
    """Share of a step left free between and around the bands of the vertical facet scale, 0 to 1."""

    fy_padding_inner: float | Param
    """Share of a step left free between the bands of the vertical facet scale, 0 to 1."""

    fy_padding_outer: float | Param
    """Space at both ends of a band or point vertical facet scale, in steps."""

    fy_range: Sequence[object] | Fixed | Param
    """The outputs of the vertical facet scale: [low, high], or one per category; "Fixed" keeps the first."""

    fy_reverse: bool | Param
    """Whether the vertical facet scale runs the other way."""

    fy_round: bool | Param
    """Whether bands of the vertical facet scale start and end on whole pixels."""

    fy_tick_format: str | Param | None
    """Format of tick labels of the vertical facet scale: d3-format for numbers, d3-time-format for dates."""

    fy_tick_padding: float | Param
    """Distance between ticks and labels of the vertical facet axis, in pixels."""

    fy_tick_rotate: float | Param
    """Rotation of the tick labels of the vertical facet axis, in degrees clockwise."""

    fy_tick_size: float | Param
    """Length of the ticks of the vertical facet axis, in pixels."""

    fy_tick_spacing: float | Param
    """Least distance between ticks of the vertical facet axis, in pixels."""

    fy_ticks: float | Interval | Sequence[object] | Param
    """Ticks of the vertical facet axis: about how many, at which interval, or the values themselves."""

    grid: bool | str | Param
    """Whether all position scales have grid lines; text is their colour."""

    inset: float | Param
    """Space between the frame and the ranges of x and y, in pixels."""

    length_base: float | Param
    """Base of the logarithm of a log length scale; 10 by default."""

    length_clamp: bool | Param
    """Whether values outside the domain are drawn at the nearest end of the length scale."""

    length_constant: float | Param
    """Width of the part around zero that a symlog length scale draws linearly; 1 by default."""

    length_domain: Sequence[object] | Fixed | Param
    """The values that the length scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    length_exponent: float | Param
    """Exponent of a pow length scale; 1 by default."""

    length_nice: bool | float | Interval | Param
    """Whether the length domain grows to round values; a number says roughly how many ticks, text an interval."""

    length_percent: bool | Param
    """Whether values of the length scale are multiplied by 100 and shown as percentages."""

    length_range: Sequence[object] | Fixed | Param
    """The outputs of the length scale: [low, high], or one per category; "Fixed" keeps the first."""

    length_scale: ContinuousScale | Param | None
    """Type of the length scale; None draws values as they are."""

    length_zero: bool | Param
    """Whether the length domain is extended to zero."""

    margin: float | Param
    """Distance between the edges of the plot and its frame, all sides, in pixels."""

    margin_bottom: float | Param
    """Distance between the bottom edge of the plot and its frame, in pixels."""

    margin_left: float | Param
    """Distance between the left edge of the plot and its frame, in pixels."""

    margin_right: float | Param
    """Distance between the right edge of the plot and its frame, in pixels."""

    margin_top: float | Param
    """Distance between the top edge of the plot and its frame, in pixels."""

    opacity_base: float | Param
    """Base of the logarithm of a log opacity scale; 10 by default."""

    opacity_clamp: bool | Param
    """Whether values outside the domain are drawn at the nearest end of the opacity scale."""

    opacity_constant: float | Param
    """Width of the part around zero that a symlog opacity scale draws linearly; 1 by default."""

    opacity_domain: Sequence[object] | Fixed | Param
    """The values that the opacity scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    opacity_exponent: float | Param
    """Exponent of a pow opacity scale; 1 by default."""

    opacity_label: str | Param | None
    """Label of the opacity scale; None for no label."""

    opacity_nice: bool | float | Interval | Param
    """Whether the opacity domain grows to round values; a number says roughly how many ticks, text an interval."""

    opacity_percent: bool | Param
    """Whether values of the opacity scale are multiplied by 100 and shown as percentages."""

    opacity_range: Sequence[object] | Fixed | Param
    """The outputs of the opacity scale: [low, high], or one per category; "Fixed" keeps the first."""

    opacity_reverse: bool | Param
    """Whether the opacity scale runs the other way."""

    opacity_scale: ContinuousScale | Param | None
    """Type of the opacity scale; None draws values as they are."""

    opacity_tick_format: str | Param | None
    """Format of tick labels of the opacity scale: d3-format for numbers, d3-time-format for dates."""

    opacity_zero: bool | Param
    """Whether the opacity domain is extended to zero."""

    padding: float | Param
    """Share of a step left free between and around all bands, 0 to 1."""

    projection_clip: Literal['frame'] | bool | float | Param | None
    """Whether shapes are cut at the frame or, given a number, at that angle of the projection."""

    projection_domain: Mapping[str, object] | Param
    """GeoJSON that the projection fits into the frame."""

    projection_inset: float | Param
    """Space kept free at both ends of the projection range, in pixels."""

    projection_inset_bottom: float | Param
    """Space kept free at the bottom of the projection range, in pixels."""

    projection_inset_left: float | Param
    """Space kept free on the left of the projection range, in pixels."""

    projection_inset_right: float | Param
    """Space kept free on the right of the projection range, in pixels."""

    projection_inset_top: float | Param
    """Space kept free at the top of the projection range, in pixels."""

    projection_parallels: Sequence[object] | Param
    """The two standard parallels of a conic projection, in degrees."""

    projection_precision: float | Param
    """How finely lines are sampled by the projection, in pixels."""

    projection_rotate: Sequence[object] | Param
    """Rotation of the sphere before the projection: longitude, latitude, roll, in degrees."""

    projection_type: Projection | Param | None
    """Name of the map projection; None for planar data."""

    r_base: float | Param
    """Base of the logarithm of a log radius scale; 10 by default."""

    r_clamp: bool | Param
    """Whether values outside the domain are drawn at the nearest end of the radius scale."""

    r_constant: float | Param
    """Width of the part around zero that a symlog radius scale draws linearly; 1 by default."""

    r_domain: Sequence[object] | Fixed | Param
    """The values that the radius scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    r_exponent: float | Param
    """Exponent of a pow radius scale; 1 by default."""

    r_label: str | Param | None
    """Label of the radius scale; None for no label."""

    r_nice: bool | float | Interval | Param
    """Whether the radius domain grows to round values; a number says roughly how many ticks, text an interval."""

    r_percent: bool | Param
    """Whether values of the radius scale are multiplied by 100 and shown as percentages."""

    r_range: Sequence[object] | Fixed | Param
    """The outputs of the radius scale: [low, high], or one per category; "Fixed" keeps the first."""

    r_scale: ContinuousScale | Param | None
    """Type of the radius scale; None draws values as they are."""

    r_zero: bool | Param
    """Whether the radius domain is extended to zero."""

    style: str | Mapping[str, str] | Param | None
    """CSS for the picture's root element, as text or as property -> value."""

    symbol_domain: Sequence[object] | Fixed | Param
    """The values that the symbol scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    symbol_range: Sequence[object] | Fixed | Param
    """The outputs of the symbol scale: [low, high], or one per category; "Fixed" keeps the first."""

    symbol_scale: DiscreteScale | Param | None
    """Type of the symbol scale; None draws values as they are."""

    x_align: float | Param
    """Where unused space of a band or point x scale goes, from 0 (at the end) to 1 (at the start)."""

    x_aria_description: str | Param
    """Long description of the x axis for screen readers."""

    x_aria_label: str | Param
    """Short description of the x axis for screen readers."""

    x_axis: AxisSideX | bool | Param | None
    """Side on which the x axis is drawn; None or false draws none."""

    x_base: float | Param
    """Base of the logarithm of a log x scale; 10 by default."""

    x_clamp: bool | Param
    """Whether values outside the domain are drawn at the nearest end of the x scale."""

    x_constant: float | Param
    """Width of the part around zero that a symlog x scale draws linearly; 1 by default."""

    x_domain: Sequence[object] | Fixed | Param
    """The values that the x scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    x_exponent: float | Param
    """Exponent of a pow x scale; 1 by default."""

    x_font_variant: str | Param
    """CSS font-variant of the tick labels of the x axis."""

    x_grid: bool | str | Interval | Sequence[object] | Param
    """Grid lines of the x scale: true, a colour, an interval, or the values to draw them at."""

    x_inset: float | Param
    """Space kept free at both ends of the x range, in pixels."""

    x_inset_left: float | Param
    """Space kept free on the left of the x range, in pixels."""

    x_inset_right: float | Param
    """Space kept free on the right of the x range, in pixels."""

    x_label_anchor: LabelAnchor | Param
    """End of the x axis at which its label stands."""

    x_label_arrow: LabelArrow | bool | Param | None
    """Arrow beside the label of the x axis, showing where values grow; None for no arrow."""

    x_label_offset: float | Param
    """Distance of the x label from the frame, in pixels."""

    x_line: bool | Param
    """Whether a line is drawn along the x axis."""

    x_nice: bool | float | Interval | Param
    """Whether the x domain grows to round values; a number says roughly how many ticks, text an interval."""

    x_padding: float | Param
    """Share of a step left free between and around the bands of the x scale, 0 to 1."""

    x_padding_inner: float | Param
    """Share of a step left free between the bands of the x scale, 0 to 1."""

    x_padding_outer: float | Param
    """Space at both ends of a band or point x scale, in steps."""

    x_percent: bool | Param
    """Whether values of the x scale are multiplied by 100 and shown as percentages."""

    x_range: Sequence[object] | Fixed | Param
    """The outputs of the x scale: [low, high], or one per category; "Fixed" keeps the first."""

    x_reverse: bool | Param
    """Whether the x scale runs the other way."""

    x_round: bool | Param
    """Whether bands of the x scale start and end on whole pixels."""

    x_scale: PositionScale | Param | None
    """Type of the x scale; None draws values as they are."""

    x_tick_format: str | Param | None
    """Format of tick labels of the x scale: d3-format for numbers, d3-time-format for dates."""

    x_tick_padding: float | Param
    """Distance between ticks and labels of the x axis, in pixels."""

    x_tick_rotate: float | Param
    """Rotation of the tick labels of the x axis, in degrees clockwise."""

    x_tick_size: float | Param
    """Length of the ticks of the x axis, in pixels."""

    x_tick_spacing: float | Param
    """Least distance between ticks of the x axis, in pixels."""

    x_ticks: float | Interval | Sequence[object] | Param
    """Ticks of the x axis: about how many, at which interval, or the values themselves."""

    x_zero: bool | Param
    """Whether the x domain is extended to zero."""

    xy_domain: Sequence[object] | Fixed | Param
    """The values that the x and y scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    y_align: float | Param
    """Where unused space of a band or point y scale goes, from 0 (at the end) to 1 (at the start)."""

    y_aria_description: str | Param
    """Long description of the y axis for screen readers."""

    y_aria_label: str | Param
    """Short description of the y axis for screen readers."""

    y_axis: AxisSideY | bool | Param | None
    """Side on which the y axis is drawn; None or false draws none."""

    y_base: float | Param
    """Base of the logarithm of a log y scale; 10 by default."""

    y_clamp: bool | Param
    """Whether values outside the domain are drawn at the nearest end of the y scale."""

    y_constant: float | Param
    """Width of the part around zero that a symlog y scale draws linearly; 1 by default."""

    y_domain: Sequence[object] | Fixed | Param
    """The values that the y scale starts from: [low, high], or all categories; "Fixed" keeps the first."""

    y_exponent: float | Param
    """Exponent of a pow y scale; 1 by default."""

    y_font_variant: str | Param
    """CSS font-variant of the tick labels of the y axis."""

    y_grid: bool | str | Interval | Sequence[object] | Param
    """Grid lines of the y scale: true, a colour, an interval, or the values to draw them at."""

    y_inset: float | Param
    """Space kept free at both ends of the y range, in pixels."""

    y_inset_bottom: float | Param
    """Space kept free at the bottom of the y range, in pixels."""

    y_inset_top: float | Param
    """Space kept free at the top of the y range, in pixels."""

    y_label_anchor: LabelAnchor | Param
    """End of the y axis at which its label stands."""

    y_label_arrow: LabelArrow | bool | Param | None
    """Arrow beside the label of the y axis, showing where values grow; None for no arrow."""

    y_label_offset: float | Param
    """Distance of the y label from the frame, in pixels."""

    y_line: bool | Param
    """Whether a line is drawn along the y axis."""

    y_nice: bool | float | Interval | Param
    """Whether the y domain grows to round values; a number says roughly how many ticks, text an interval."""

    y_padding: float | Param
    """Share of a step left free between and around the bands of the y scale, 0 to 1."""

    y_padding_inner: float | Param
    """Share of a step left free between the bands of the y scale, 0 to 1."""

    y_padding_outer: float | Param
    """Space at both ends of a band or point y scale, in steps."""

    y_percent: bool | Param
    """Whether values of the y scale are multiplied by 100 and shown as percentages."""

    y_range: Sequence[object] | Fixed | Param
    """The outputs of the y scale: [low, high], or one per category; "Fixed" keeps the first."""

    y_reverse: bool | Param
    """Whether the y scale runs the other way."""

    y_round: bool | Param
    """Whether bands of the y scale start and end on whole pixels."""

    y_scale: PositionScale | Param | None
    """Type of the y scale; None draws values as they are."""

    y_tick_format: str | Param | None
    """Format of tick labels of the y scale: d3-format for numbers, d3-time-format for dates."""

    y_tick_padding: float | Param
    """Distance between ticks and labels of the y axis, in pixels."""

    y_tick_rotate: float | Param
    """Rotation of the tick labels of the y axis, in degrees clockwise."""

    y_tick_size: float | Param
    """Length of the ticks of the y axis, in pixels."""

    y_tick_spacing: float | Param
    """Least distance between ticks of the y axis, in pixels."""

    y_ticks: float | Interval | Sequence[object] | Param
    """Ticks of the y axis: about how many, at which interval, or the values themselves."""

    y_zero: bool | Param
    """Whether the y domain is extended to zero."""


class PlotAttributes(ViewAttributes, total=False):
    """Attributes of a plot."""

    margins: Margins | Param
    """Distances between the edges of the plot and its frame, by side, in pixels."""


class PlotDefaults(PlotAttributes, total=False):
    """Attributes that plots can have by default."""

    width: float | Param
    """Outer width in pixels, margins included."""

    height: float | Param
    """Outer height in pixels, margins included."""

    x_label: str | Param | None
    """Label of the x scale; None for no label."""

    y_label: str | Param | None
    """Label of the y scale; None for no label."""

    fx_label: str | Param | None
    """Label of the horizontal facet scale; None for no label."""

    fy_label: str | Param | None
    """Label of the vertical facet scale; None for no label."""


class LegendOptions(TypedDict, total=False):
    """Options of a legend that Mosaic knows."""

    columns: float
    """Number of columns of a legend of categories."""

    field: str
    """Column that a click on the legend selects by."""

    height: float
    """Height of a legend with a ramp, in pixels."""

    label: str
    """Label of the legend."""

    margin_bottom: float
    """Space below the ramp, in pixels."""

    margin_left: float
    """Space to the left of the ramp, in pixels."""

    margin_right: float
    """Space to the right of the ramp, in pixels."""

    margin_top: float
    """Space above the ramp, in pixels."""

    tick_size: float
    """Length of the ticks of a legend with a ramp, in pixels."""

    width: float
    """Width of a legend with a ramp, in pixels."""
