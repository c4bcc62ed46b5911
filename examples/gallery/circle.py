"""Circles: their area may stand for a number. Scores over time, as large as the models."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.circle(runs, x="released", y=avg("score"), z="model", r="size", stroke="lab", fill="lab", fill_opacity=0.3),
    r_range=[3, 22],
    y_domain=[0, 1],
    y_label="Mean score",
    x_label="Released",
    x_inset=20,
    grid=True,
    legend="color",
    width=600,
    height=320,
)
