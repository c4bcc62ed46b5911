"""Short lines, one for each row. Seconds of each sample, by outcome, with the medians."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import median

picture = plot(
    mark.tick_y(samples, y="seconds", x="outcome", stroke="gray", stroke_opacity=0.3),
    mark.tick_y(samples, y=median("seconds"), x="outcome", stroke="crimson", stroke_width=3),
    y_scale="log",
    y_label="Seconds",
    x_label=None,
    y_grid=True,
    width=600,
    height=320,
)
