"""Facets from top to bottom, named on the left."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count

picture = plot(
    mark.rect_y(samples, y=count(), x=bin("score", steps=30), fy="topic", fill="steelblue", inset=0.5),
    mark.axis_fy(anchor="left", label=None, font_weight=600, dx=-25),
    mark.frame(stroke="lightgray"),
    x_label="Score",
    y_label="Samples",
    y_ticks=2,
    width=600,
    height=360,
)
