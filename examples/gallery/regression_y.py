"""A line through points by least squares, with its confidence band of 95 %."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.dot(samples, x="difficulty", y="score", fill="outcome", fill_opacity=0.5, r=2.5),
    mark.regression_y(samples, x="difficulty", y="score", ci=0.95),
    x_label="Difficulty",
    y_label="Score",
    grid=True,
    legend="color",
    width=600,
    height=320,
)
