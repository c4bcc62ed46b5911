"""Lines of longitude and latitude."""

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.graticule(),
    mark.sphere(stroke="currentColor"),
    projection_type="equal-earth",
    width=600,
    height=300,
)
