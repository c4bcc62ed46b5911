"""The borders between those areas, as one shape."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.voronoi_mesh(runs, x="cost", y="score", stroke_opacity=0.4),
    mark.dot(runs, x="cost", y="score", fill="lab"),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score",
    legend="color",
    width=600,
    height=320,
)
