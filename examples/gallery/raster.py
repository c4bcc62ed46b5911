"""An image whose pixels are means of the points within them. Where no sample is there is no pixel."""

from evaluations import samples

from inspect_viz import mark
from inspect_viz.plot import plot
from inspect_viz.transform import avg

picture = plot(
    mark.raster(
        samples, x="difficulty", y="turns", fill=avg("score"), pixel_size=12, pad=0, image_rendering="pixelated"
    ),
    x_label="Difficulty",
    y_label="Turns",
    color_label="Mean score",
    legend="color",
    width=600,
    height=320,
)
