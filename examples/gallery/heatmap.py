"""The smoothed density of points as an image: the darker, the more samples around."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.heatmap(samples, x="difficulty", y="score", bandwidth=14),
    x_label="Difficulty",
    y_label="Score",
    color_scheme="ylgnbu",
    width=600,
    height=320,
)
