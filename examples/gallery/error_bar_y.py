"""Means of y with normal intervals (95 %, or `ci`), too narrow for few rows. Scores over difficulty."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg, sql

level = sql("round(difficulty)")
picture = plot(
    mark.error_bar_y(samples, y="score", x=level, stroke_width=1.5),
    mark.dot(samples, y=avg("score"), x=level, r=4),
    x_label="Difficulty",
    y_label="Mean score, 95 % interval",
    y_grid=True,
    y_domain=[0, 1],
    width=600,
    height=320,
)
