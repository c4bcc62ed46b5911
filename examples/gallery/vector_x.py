"""Vectors along x, in one line, as long as a week's samples are many."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import count, sql

picture = plot(
    mark.vector_x(
        samples,
        x=sql("date_trunc('week', day)"),
        length=count(),
        rotate=0,
        anchor="start",
        stroke="steelblue",
        stroke_width=3,
    ),
    length_range=[0, 60],
    x_label="Week",
    width=600,
    height=160,
)
