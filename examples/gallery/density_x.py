"""The smoothed distribution of y, drawn along x. Scores, by topic."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.density_x(samples, y="score", fill="topic", fill_opacity=0.4, bandwidth=14),
    mark.density_x(samples, y="score", stroke="topic", type="lineX", bandwidth=14),
    y_label="Score",
    x_axis=None,
    x_label=None,
    legend="color",
    width=600,
    height=320,
)
