"""Lines of equal density. Where samples of each outcome lie."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.dot(samples, x="difficulty", y="score", fill="outcome", fill_opacity=0.5, r=2),
    mark.contour(samples, x="difficulty", y="score", stroke="outcome", thresholds=6, bandwidth=20),
    x_label="Difficulty",
    y_label="Score",
    legend="color",
    width=600,
    height=340,
)
