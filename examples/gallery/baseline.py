"""A line to compare with. What a person scores, and the mean of all runs."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.bar_y(runs, y=avg("score"), x="benchmark", fill="lightsteelblue"),
    mark.baseline(0.85, orientation="y", label="Human", color="crimson"),
    mark.baseline(avg("score"), orientation="y", data=runs, label="Mean of all runs"),
    y_domain=[0, 1],
    y_label="Mean score",
    x_label=None,
    width=600,
    height=320,
)
