"""A raster in tiles, of which those in sight are asked for."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.raster_tile(samples, x="difficulty", y="score", pixel_size=8, bandwidth=0, image_rendering="pixelated"),
    x_domain=[0, 10],
    y_domain=[0, 1],
    x_label="Difficulty",
    y_label="Score",
    color_label="Samples",
    color_scheme="ylgnbu",
    legend="color",
    width=600,
    height=320,
)
