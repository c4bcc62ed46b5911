"""Cells on a grid of categories. Scores of models on benchmarks, with their values."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import sql

picture = plot(
    mark.cell(
        runs,
        x="benchmark",
        y="model",
        fill="score",
        inset=0.5,
        sort={"y": {"value": "fill", "reduce": "mean", "reverse": True}},
    ),
    mark.text(runs, x="benchmark", y="model", text=sql("printf('%.2f', score)"), fill="black"),
    x_label=None,
    y_label=None,
    color_scheme="blues",
    color_domain=[0, 2],
    width=600,
    height=340,
)
