"""Columns of squares that can be counted. Samples of each topic; a square is one."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.waffle_y(samples, y=count(), x="topic", fill="outcome"),
    y_label="Samples",
    x_label=None,
    legend="color",
    width=600,
    height=340,
)
