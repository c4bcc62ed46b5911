"""Texts at positions. The name of each model beside its mean."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.dot(runs, x="size", y=avg("score"), z="model", fill="lab"),
    mark.text(runs, x="size", y=avg("score"), text="model", dx=-7, text_anchor="end", shift_overlapping_text=True),
    x_scale="log",
    x_label="Size (billion)",
    y_label="Mean score",
    x_inset_left=60,
    x_inset_right=8,
    y_inset=8,
    grid=True,
    width=600,
    height=340,
)
