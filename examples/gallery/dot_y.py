"""Dots along y, one column for each category of x. Tokens of each sample by topic."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import median

picture = plot(
    mark.dot_y(samples, y="tokens", x="topic", r=3, stroke="none", fill="steelblue", fill_opacity=0.35),
    mark.tick_y(samples, y=median("tokens"), x="topic", stroke_width=2),
    y_scale="log",
    y_label="Tokens",
    x_label=None,
    grid=True,
    width=600,
    height=320,
)
