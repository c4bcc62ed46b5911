"""Horizontal grid lines of one's own, at given values."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.grid_y([0.25, 0.5, 0.75], stroke="crimson", stroke_opacity=0.5, stroke_dasharray="4 4"),
    mark.dot(runs, x="released", y="score", fill="benchmark"),
    x_label="Released",
    y_label="Score",
    y_domain=[0, 1],
    legend="color",
    width=600,
    height=300,
)
