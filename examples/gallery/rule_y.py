"""Horizontal lines from one value to another. The scores in coding, with the intervals that the table holds."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

coding = runs.where("benchmark = 'coding'")
picture = plot(
    mark.rule_y(coding, y="model", x1="low", x2="high", stroke="lab", stroke_width=2),
    mark.dot(coding, x="score", y="model", fill="lab", r=4),
    x_label="Score in coding, 95 % interval",
    y_label=None,
    x_inset=8,
    x_grid=True,
    legend="color",
    width=600,
    height=340,
)
