"""Texts along x. Each benchmark's mean, written where it lies."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.text_x(runs, x=avg("score"), y="lab", text="benchmark", fill="benchmark", font_weight=600),
    x_label="Mean score",
    y_label=None,
    x_grid=True,
    x_inset=30,
    width=600,
    height=240,
)
