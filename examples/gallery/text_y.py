"""Texts along y. Bars that carry their number."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.bar_y(samples, y=count(), x="topic", fill="steelblue"),
    mark.text_y(samples, y=count(), x="topic", text=count(), dy=-8),
    y_label="Samples",
    x_label=None,
    y_grid=True,
    width=600,
    height=300,
)
