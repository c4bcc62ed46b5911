"""Rectangles between two positions along x and two along y. Samples by difficulty and length."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count

picture = plot(
    mark.rect(samples, x=bin("difficulty"), y=bin("turns"), fill=count(), inset=0.5),
    x_label="Difficulty",
    y_label="Turns",
    color_label="Samples",
    color_scheme="blues",
    legend="color",
    width=600,
    height=320,
)
