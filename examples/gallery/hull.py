"""The convex outline around the points of each group."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.hull(runs, x="cost", y="score", fill="benchmark", fill_opacity=0.15, stroke="benchmark"),
    mark.dot(runs, x="cost", y="score", fill="benchmark"),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score",
    legend="color",
    width=600,
    height=320,
)
