"""Short lines, one for each row. Tokens of each sample, by topic."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.tick_x(samples, x="tokens", y="topic", stroke="topic", stroke_opacity=0.4),
    x_scale="log",
    x_label="Tokens",
    y_label=None,
    width=600,
    height=240,
)
