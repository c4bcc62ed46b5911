"""Hexagons, one for each row. Minutes over costs."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.hexagon(runs, x="cost", y="minutes", fill="score", r=6, stroke="gray", stroke_width=0.5),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Minutes",
    color_label="Score",
    grid=True,
    legend="color",
    width=600,
    height=320,
)
