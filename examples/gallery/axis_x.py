"""An axis of one's own: ticks and their texts are given."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.dot(samples, x="score", y="tokens", fill="outcome", r=2.5),
    mark.axis_x([0, 0.5, 1], text=["none right", "half", "all right"], tick_size=0, font_weight=600, label=None),
    y_scale="log",
    y_label="Tokens",
    y_grid=True,
    legend="color",
    width=600,
    height=320,
)
