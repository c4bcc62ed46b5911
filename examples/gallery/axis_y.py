"""An axis on the other side, with its own format."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.line_y(runs, y=avg("score"), x="released", stroke="lab", marker="circle-stroke"),
    mark.axis_y(anchor="right", tick_format=".0%", label="Mean score", tick_size=0),
    x_label="Released",
    y_domain=[0, 1],
    y_grid=True,
    legend="color",
    width=600,
    height=320,
)
