"""Points counted in hexagons. Scores over difficulties."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.hexbin(samples, x="difficulty", y="score", fill=count(), bin_width=22),
    x_label="Difficulty",
    y_label="Score",
    color_label="Samples",
    color_scheme="ylgnbu",
    legend="color",
    width=600,
    height=340,
)
