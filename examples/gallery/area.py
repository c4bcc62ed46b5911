"""An area between two lines. The lowest and the highest score of each release, and the mean."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg, max, min

picture = plot(
    mark.area(runs, x1="released", y1=min("score"), y2=max("score"), fill="steelblue", fill_opacity=0.2),
    mark.line_y(runs, y=avg("score"), x="released", stroke="steelblue"),
    y_label="Score",
    x_label="Released",
    y_domain=[0, 1],
    grid=True,
    width=600,
    height=320,
)
