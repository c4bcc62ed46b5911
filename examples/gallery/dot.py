"""Dots: a symbol for each row. Scores over costs, by lab."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.dot(runs, x="cost", y="score", fill="lab", symbol="lab", r=4, tip=True, channels={"Model": "model"}),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score",
    y_domain=[0, 1],
    inset=6,
    grid=True,
    legend="symbol",
    width=600,
    height=320,
)
