"""The smoothed distribution of x. Difficulties, by topic."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot

picture = plot(
    mark.density_y(samples, x="difficulty", fill="topic", fill_opacity=0.4, bandwidth=14),
    mark.density_y(samples, x="difficulty", stroke="topic", type="lineY", bandwidth=14),
    mark.rule_y(y=[0]),
    x_label="Difficulty",
    y_axis=None,
    y_label=None,
    legend="color",
    width=600,
    height=300,
)
