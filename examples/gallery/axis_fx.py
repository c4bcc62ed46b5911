"""Facets from left to right, with an axis that names them below."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.dot(samples, x="difficulty", y="score", fx="topic", fill="outcome", r=2.5),
    mark.axis_fx(anchor="bottom", label=None, dy=22, font_weight=600),
    mark.frame(stroke="lightgray"),
    x_label="Difficulty",
    x_label_offset=48,
    x_ticks=[2, 5, 8],
    y_label="Score",
    inset=4,
    margin_bottom=55,
    legend="color",
    width=640,
    height=260,
)
