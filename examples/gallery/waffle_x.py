"""Bars of squares that can be counted. Outcomes; a square is five samples."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.waffle_x(samples, x=count(), y="outcome", fill="outcome", unit=5),
    x_label="Samples",
    y_label=None,
    width=600,
    height=260,
)
