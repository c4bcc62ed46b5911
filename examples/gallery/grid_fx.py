"""Grid lines through the middle of facets, from left to right."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.grid_fx(stroke="silver", stroke_opacity=1),
    mark.bar_y(samples, y=count(), x="outcome", fx="topic", fill="outcome"),
    mark.rule_y(y=[0]),
    x_axis=None,
    fx_label=None,
    y_label="Samples",
    legend="color",
    width=600,
    height=280,
)
