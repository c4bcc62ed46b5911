"""Arrows by length and rotation. A field of directions."""

from math import cos, degrees, sin

from inspect_viz import Data, mark
from inspect_viz.plot import plot

places = [(x, y) for x in range(13) for y in range(7)]
field = Data.from_dataframe(
    {
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "turn": [degrees(sin(x / 3) + cos(y / 2)) for x, y in places],
        "speed": [2 + sin(x / 4) * cos(y / 3) for x, y in places],
    }
)

picture = plot(
    mark.vector(field, x="x", y="y", rotate="turn", length="speed", stroke="speed", stroke_width=2),
    length_range=[6, 26],
    color_scheme="blues",
    color_domain=[0, 3],
    x_label=None,
    y_label=None,
    inset=12,
    width=600,
    height=320,
)
