"""A line whose points follow each other along y. Scores as models grow, from top to bottom."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.line_x(runs, x=avg("score"), y="size", stroke="lab", marker="circle-stroke"),
    y_scale="log",
    y_reverse=True,
    y_label="Size (billion)",
    x_label="Mean score",
    x_domain=[0, 1],
    grid=True,
    legend="color",
    width=600,
    height=340,
)
