"""Dots along x, one line for each category of y. The spread of each model's scores."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import max, min

picture = plot(
    mark.rule_y(runs, y="model", x1=min("score"), x2=max("score"), stroke="lightgray"),
    mark.dot_x(runs, x="score", y="model", fill="benchmark", r=4.5, sort={"y": "-x"}),
    x_label="Score",
    y_label=None,
    x_domain=[0, 1],
    grid=True,
    legend="color",
    width=600,
    height=380,
)
