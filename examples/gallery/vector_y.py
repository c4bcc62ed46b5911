"""Vectors along y, in one column for each category. Scores, with arrows as long as the runs are dear."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.vector_y(runs, y="score", x="benchmark", length="cost", rotate=90, anchor="start", stroke="lab"),
    length_range=[4, 90],
    y_label="Score",
    x_label=None,
    y_grid=True,
    legend="color",
    margin_right=60,
    width=600,
    height=320,
)
