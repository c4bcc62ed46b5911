"""A title with its own size."""

from evaluations import runs

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.line_y(runs, y=avg("cost"), x="released", stroke="lab", marker="circle-stroke"),
    title=mark.title("Costs are rising", font_size=20, margin_top=30),
    y_label="Mean cost ($)",
    x_label="Released",
    grid=True,
    legend="color",
    width=600,
    height=300,
)
