"""Lines between neighbouring points, one for each pair."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.delaunay_link(runs, x="cost", y="score", stroke="gray", stroke_opacity=0.5),
    mark.dot(runs, x="cost", y="score", fill="lab"),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score",
    legend="color",
    width=600,
    height=320,
)
