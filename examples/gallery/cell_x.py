"""Cells in one row. The mean score of each week."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg, sql

picture = plot(
    mark.cell_x(samples, x=sql("strftime(date_trunc('week', day), '%m-%d')"), fill=avg("score"), inset=0.5),
    x_label="Week of",
    color_scheme="blues",
    color_zero=True,
    color_label="Mean score",
    legend="color",
    width=600,
    height=120,
)
