"""Vertical lines. The day on which each model came out."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import max

picture = plot(
    mark.rule_x(runs, x="released", stroke="lab", y1=0, y2=max("score")),
    mark.dot(runs, x="released", y=max("score"), fill="lab", r=4),
    y_label="Best score",
    x_label="Released",
    y_domain=[0, 1],
    grid=True,
    legend="color",
    width=600,
    height=300,
)
