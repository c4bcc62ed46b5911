"""The outline of the globe under a projection."""

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.sphere(fill="aliceblue", stroke="steelblue"),
    mark.graticule(stroke="steelblue"),
    projection_type="orthographic",
    projection_rotate=[20, -30, 0],
    width=320,
    height=320,
)
