"""Cells in one column. The mean score of each topic."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg, sql

picture = plot(
    mark.cell_y(samples, y="topic", fill=avg("score"), inset=0.5),
    mark.text(samples, y="topic", text=sql("printf('%.2f', avg(score))"), fill="black"),
    y_label=None,
    color_scheme="blues",
    color_domain=[0, 1.5],
    width=240,
    height=220,
)
