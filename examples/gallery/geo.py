"""Shapes of GeoJSON. Three rooms of an office and how many agents work there."""

import json

from inspect_viz import Data, mark
from inspect_viz.plot import plot


def room(x: int, y: int, width: int, height: int) -> str:
    corners = [[x, y], [x, y + height], [x + width, y + height], [x + width, y], [x, y]]
    return json.dumps({"type": "Polygon", "coordinates": [corners]})


office = {"type": "MultiPoint", "coordinates": [[0, 0], [11, 4]]}
rooms = Data.from_dataframe(
    {
        "shape": [room(0, 0, 6, 4), room(6, 0, 5, 2), room(6, 2, 5, 2)],
        "agents": [8, 3, 5],
    }
)

picture = plot(
    mark.geo(rooms, geometry="shape", fill="agents", stroke="white", stroke_width=3),
    projection_type="reflect-y",
    projection_domain=office,
    color_label="Agents",
    color_scheme="blues",
    color_domain=[0, 10],
    legend="color",
    width=600,
    height=300,
)
