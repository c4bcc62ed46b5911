"""A line that joins rows in their order. The way of each lab through costs and scores, from release to release."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

coding = runs.where("benchmark = 'coding'")

picture = plot(
    mark.line(
        coding,
        x="cost",
        y="score",
        stroke="lab",
        stroke_width=2,
        marker="arrow",
        marker_start="dot",
        channels={"Released": "released"},
        sort="Released",
    ),
    x_scale="log",
    x_label="Cost ($)",
    y_label="Score in coding",
    grid=True,
    legend="color",
    width=600,
    height=320,
)
