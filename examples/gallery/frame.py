"""A frame around the inner area, and a line along one side of it."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.frame(stroke="lightgray", rx=8),
    mark.frame(anchor="left", stroke="steelblue", stroke_width=3),
    mark.dot(samples, x="difficulty", y="score", fill="steelblue", fill_opacity=0.4, r=2.5),
    x_label="Difficulty",
    y_label="Score",
    inset=10,
    width=600,
    height=300,
)
