"""holoviews with datashader: one image in a bokeh page. Its tips show positions, not ids."""

from __future__ import annotations

from . import Adapter
from .bokeh import ADAPTER as BOKEH


def _html(table: str, file: str) -> None:
    import holoviews as hv
    import numpy as np
    from holoviews.operation.datashader import rasterize

    from bench.tables import matrix

    hv.extension("bokeh")
    scores = matrix(table)
    columns, rows = np.arange(scores.shape[1]), np.arange(scores.shape[0])
    image = hv.Image((columns, rows, scores.to_numpy()), ["sample", "model"], "score")
    picture = rasterize(image, dynamic=False, width=600, height=200).opts(
        width=700,
        height=300,
        cmap="Purples",
        clim=(0, 1),
        colorbar=True,
        tools=["hover"],
        invert_yaxis=True,
        yticks=list(enumerate(scores.index)),
    )
    hv.save(picture, file, resources="inline")


ADAPTER = Adapter(
    html=_html,
    packages=("holoviews", "datashader"),
    module="holoviews",
    ready=BOKEH.ready,
    area=BOKEH.area,
    tip=BOKEH.tip,
    ramp=BOKEH.ramp,
)
