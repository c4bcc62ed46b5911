"""Densities, grids and neighbours of points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspect_viz._util.notgiven import NOT_GIVEN, NotGiven

from ._declare import GRID, MARKERS, mark

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from inspect_viz._generated import options as vocabulary
    from inspect_viz._spec.nodes import Mark
    from inspect_viz._spec.types import Channel
    from inspect_viz.data import Data


@mark(f"filter_by type {GRID} bandwidth interpolate symbol r rotate frame_anchor styles")
def density(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DensityMarkOptions],
) -> Mark:
    """Shapes on a grid, as large as the points around them are many."""


@mark("filter_by type stack bandwidth bins normalize")
def density_x(
    data: Data,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DensityXMarkOptions],
) -> Mark:
    """The smoothed distribution of y, drawn along x."""


@mark("filter_by type stack bandwidth bins normalize")
def density_y(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DensityYMarkOptions],
) -> Mark:
    """The smoothed distribution of x, drawn along y."""


@mark(f"filter_by thresholds bandwidth {GRID} interpolate")
def contour(data: Data, x: Channel, y: Channel, **options: Unpack[vocabulary.ContourMarkOptions]) -> Mark:
    """Lines of equal density, or areas between them."""


@mark(f"filter_by {GRID} interpolate bandwidth image_rendering")
def heatmap(data: Data, x: Channel, y: Channel, **options: Unpack[vocabulary.HeatmapMarkOptions]) -> Mark:
    """The smoothed density of points as an image."""


@mark(f"filter_by {GRID} interpolate bandwidth image_rendering")
def raster(data: Data, x: Channel, y: Channel, **options: Unpack[vocabulary.RasterMarkOptions]) -> Mark:
    """An image whose pixels are colours of the points within them."""


@mark(f"filter_by origin {GRID} interpolate bandwidth image_rendering")
def raster_tile(data: Data, x: Channel, y: Channel, **options: Unpack[vocabulary.RasterTileMarkOptions]) -> Mark:
    """A raster in tiles that are computed as they come into sight."""


@mark(f"filter_by bandwidth normalize interpolate {GRID}")
def dense_line(
    data: Data,
    x: Channel | NotGiven = NOT_GIVEN,
    y: Channel | NotGiven = NOT_GIVEN,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DenseLineMarkOptions],
) -> Mark:
    """The density of many lines as an image."""


@mark("filter_by bin_width type r rotate frame_anchor styles")
def hexbin(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.HexbinMarkOptions],
) -> Mark:
    """Points counted in hexagons."""


@mark(f"filter_by {MARKERS} curve tension")
def delaunay_link(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DelaunayLinkMarkOptions],
) -> Mark:
    """Lines between neighbouring points, one for each pair (Delaunay's triangulation)."""


@mark(f"filter_by {MARKERS} curve tension")
def delaunay_mesh(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.DelaunayMeshMarkOptions],
) -> Mark:
    """Lines between neighbouring points as one shape (Delaunay's triangulation)."""


@mark(f"filter_by {MARKERS} curve tension")
def hull(
    data: Data, x: Channel, y: Channel, z: Channel | NotGiven = NOT_GIVEN, **options: Unpack[vocabulary.HullMarkOptions]
) -> Mark:
    """The convex outline around points, one for each group."""


@mark(f"filter_by {MARKERS} curve tension")
def voronoi(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.VoronoiMarkOptions],
) -> Mark:
    """The area around each point that is nearer to it than to any other."""


@mark(f"filter_by {MARKERS} curve tension")
def voronoi_mesh(
    data: Data,
    x: Channel,
    y: Channel,
    z: Channel | NotGiven = NOT_GIVEN,
    **options: Unpack[vocabulary.VoronoiMeshMarkOptions],
) -> Mark:
    """The borders between areas around points, as one shape."""
