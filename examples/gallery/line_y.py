"""A line whose points follow each other along x. Mean scores over time, by lab."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.line_y(runs, y=avg("score"), x="released", stroke="lab", marker="circle-stroke", curve="monotone-x"),
    y_label="Mean score",
    x_label="Released",
    y_domain=[0, 1],
    grid=True,
    legend="color",
    width=600,
    height=320,
)
