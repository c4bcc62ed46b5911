"""An area between a vertical base line and a line. How many samples are how hard, from top to bottom."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count, sql

picture = plot(
    mark.area_x(samples, x=count(), y=sql("floor(difficulty * 2) / 2"), fill="steelblue", curve="step-before"),
    mark.rule_x(x=[0]),
    x_label="Samples",
    y_label="Difficulty",
    x_grid=True,
    width=600,
    height=340,
)
