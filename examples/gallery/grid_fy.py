"""Grid lines through the middle of facets, from top to bottom."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.grid_fy(stroke="silver", stroke_opacity=1),
    mark.bar_x(runs, x=avg("score"), y="benchmark", fy="lab", fill="benchmark"),
    y_axis=None,
    fy_label=None,
    x_label="Mean score",
    legend="color",
    width=600,
    height=340,
)
