"""Lines between neighbouring points, as one shape."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.delaunay_mesh(runs, x="cost", y="score", z="lab", stroke="lab", stroke_opacity=0.6),
    mark.dot(runs, x="cost", y="score", fill="lab"),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score",
    legend="color",
    width=600,
    height=320,
)
