"""Horizontal bars, one for each category. Mean scores, the best on top."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.bar_x(runs, x=avg("score"), y="model", fill="lab", sort={"y": "-x"}),
    mark.rule_x(x=[0]),
    x_label="Mean score",
    y_label=None,
    x_grid=True,
    legend="color",
    width=600,
    height=340,
)
