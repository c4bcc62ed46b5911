"""plotly: an image of the matrix in an SVG."""

from __future__ import annotations

import os
from typing import Any

from . import Adapter


def _figure(table: str) -> Any:
    import plotly.express as px

    from bench.tables import matrix

    figure = px.imshow(
        matrix(table),
        aspect="auto",
        color_continuous_scale="Purples",
        zmin=0,
        zmax=1,
        labels={"x": "id", "y": "model", "color": "score"},
        width=700,
        height=300,
    )
    return figure.update_xaxes(type="category")


def _html(table: str, file: str) -> None:
    _figure(table).write_html(file, include_plotlyjs=True)


def _png(table: str, file: str) -> None:
    from bench.chromium import EXECUTABLE

    os.environ["BROWSER_PATH"] = EXECUTABLE
    _figure(table).write_image(file, scale=2)


READY = """(i => i && (i.getAttribute('href') || i.getAttributeNS('http://www.w3.org/1999/xlink', 'href')))
  (document.querySelector('.heatmaplayer image')) && document.querySelector('.colorbar text')"""
RAMP = """(r => ({box: [r.left, r.top, r.right, r.bottom], vertical: true, low: 0, high: 1}))(
  document.querySelector('.colorbar .cbfills').getBoundingClientRect())"""

ADAPTER = Adapter(
    html=_html,
    png=_png,
    packages=("plotly", "kaleido"),
    module="plotly.express",
    ready=READY,
    area="(r => [r.left, r.top, r.right, r.bottom])(document.querySelector('.nsewdrag').getBoundingClientRect())",
    tip="(t => t ? t.textContent : null)(document.querySelector('.hoverlayer .hovertext'))",
    ramp=RAMP,
)
