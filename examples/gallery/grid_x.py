"""Vertical grid lines of one's own."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.grid_x(ticks=20, stroke="gray", stroke_opacity=0.25, stroke_dasharray="1 3"),
    mark.tick_x(samples, x="difficulty", y="outcome", stroke="outcome"),
    x_label="Difficulty",
    y_label=None,
    width=600,
    height=220,
)
