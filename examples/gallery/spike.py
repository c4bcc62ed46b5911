"""Spikes whose height shows a value. Scores of each release, by benchmark."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.spike(
        runs, x="released", y="benchmark", length="score", fill="steelblue", fill_opacity=0.3, stroke="steelblue"
    ),
    length_range=[0, 42],
    x_label="Released",
    y_label=None,
    x_inset=12,
    margin_top=50,
    width=600,
    height=320,
)
