"""A histogram. Scores of samples, by outcome."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count

picture = plot(
    mark.rect_y(samples, y=count(), x=bin("score", steps=25), fill="outcome", inset=0.5),
    mark.rule_y(y=[0]),
    y_label="Samples",
    x_label="Score",
    y_grid=True,
    legend="color",
    width=600,
    height=320,
)
