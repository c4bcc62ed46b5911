"""The area around each point that is nearer to it than to any other."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.voronoi(runs, x="cost", y="score", fill="lab", fill_opacity=0.3, stroke="white"),
    mark.dot(runs, x="cost", y="score", fill="lab"),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score",
    legend="color",
    width=600,
    height=320,
)
