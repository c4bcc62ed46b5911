"""Bars over numbers, from top to bottom. A histogram of turns."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count

picture = plot(
    mark.rect_x(samples, x=count(), y=bin("turns"), fill="outcome", inset=0.5),
    mark.rule_x(x=[0]),
    x_label="Samples",
    y_label="Turns",
    x_grid=True,
    legend="color",
    width=600,
    height=340,
)
