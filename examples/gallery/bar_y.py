"""Stacked bars. How the samples of each topic ended."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.bar_y(samples, y=count(), x="topic", fill="outcome"),
    mark.rule_y(y=[0]),
    y_label="Samples",
    x_label=None,
    y_grid=True,
    legend="color",
    width=600,
    height=320,
)
