"""Dots on a grid, as large as the samples around them are many."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.density(samples, x="difficulty", y="score", r="density", fill="steelblue", pixel_size=16, bandwidth=14),
    r_range=[0, 9],
    x_label="Difficulty",
    y_label="Score",
    width=600,
    height=320,
)
