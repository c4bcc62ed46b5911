"""Means of x with normal intervals (95 %, or `ci`), too narrow for few rows. Scores of each topic."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.error_bar_x(samples, x="score", y="topic", stroke="topic", stroke_width=2),
    mark.dot(samples, x=avg("score"), y="topic", fill="topic", r=4),
    x_label="Mean score, 95 % interval",
    y_label=None,
    x_inset=10,
    x_grid=True,
    width=600,
    height=240,
)
