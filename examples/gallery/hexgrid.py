"""The grid of the hexagons that `hexbin` counts in."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count

picture = plot(
    mark.hexgrid(bin_width=22, stroke_opacity=0.2),
    mark.hexbin(samples, x="difficulty", y="score", r=count(), fill="steelblue", bin_width=22),
    r_range=[0, 11],
    x_label="Difficulty",
    y_label="Score",
    width=600,
    height=340,
)
