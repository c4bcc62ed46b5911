"""Expressions over columns of shapes, which DuckDB's spatial extension computes where it is installed."""

from __future__ import annotations

from inspect_viz._spec.nodes import Transform
from inspect_viz._spec.transforms import Argument, expression


def centroid(geometry: Argument) -> Transform:
    """The point in the middle of a shape.

    Args:
        geometry: A column of shapes.
    """
    return expression("centroid", geometry)


def centroid_x(geometry: Argument) -> Transform:
    """The x coordinate of the middle of a shape.

    Args:
        geometry: A column of shapes.
    """
    return expression("centroidX", geometry)


def centroid_y(geometry: Argument) -> Transform:
    """The y coordinate of the middle of a shape.

    Args:
        geometry: A column of shapes.
    """
    return expression("centroidY", geometry)


def geojson(geometry: Argument) -> Transform:
    """A shape as the text of GeoJSON (RFC 7946).

    Args:
        geometry: A column of shapes.
    """
    return expression("geojson", geometry)
