"""Facets from left to right, with an axis that names them below."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.dot(samples, x="difficulty", y="score", fx="topic", fill="outcome", r=2.5),
    mark.axis_fx(anchor="bottom", label=None, dy=22, font_weight=600),
    mark.frame(stroke="lightgray"),
    x_label=None,
    y_label="Score",
    margin_bottom=50,
    legend="color",
    width=640,
    height=260,
)
