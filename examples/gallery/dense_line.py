"""The density of many lines as an image. Running minutes of 200 samples."""

from inspect_viz import Data, mark
from inspect_viz.plot import plot

walks = Data.from_dataframe(
    {
        "walk": [walk for walk in range(200) for step in range(40)],
        "step": [step for walk in range(200) for step in range(40)],
        "value": [
            step * (walk * 37 % 101 - 50) / 40 + (walk * 7919 + step * step * 31) % 97 / 16
            for walk in range(200)
            for step in range(40)
        ],
    }
)

picture = plot(
    mark.dense_line(walks, x="step", y="value", z="walk", pixel_size=2, bandwidth=0),
    x_label="Step",
    y_label="Value",
    color_scheme="blues",
    color_scale="sqrt",
    width=600,
    height=320,
)
