"""altair: one SVG path per cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import Adapter


def _chart(table: str) -> Any:
    import altair as alt
    import pandas as pd

    alt.data_transformers.disable_max_rows()
    by_score = {"field": "score_quality", "op": "sum"}
    return (
        alt.Chart(pd.read_parquet(table))
        .mark_rect()
        .encode(
            x=alt.X("id:N", sort=alt.EncodingSortField(**by_score)),
            y=alt.Y("model_display_name:N", sort=alt.EncodingSortField(**by_score, order="descending")),
            color=alt.Color("score_quality:Q", scale=alt.Scale(scheme="purples", domain=[0, 1])),
            tooltip=["id", "model_display_name", "score_quality"],
        )
        .properties(width=560, height=200)
    )


def _html(table: str, file: str) -> None:
    Path(file).write_text(_chart(table).to_html(inline=True), encoding="utf-8")


def _png(table: str, file: str) -> None:
    _chart(table).save(file, scale_factor=2)


CELLS = "document.querySelector('.vega-embed svg.marks .mark-rect')"
# the background is half a pixel off the cells, so that its edge is sharp
AREA = """(r => [r.left - 0.5, r.top - 0.5, r.right - 0.5, r.bottom - 0.5])(
  document.querySelector('.vega-embed svg.marks .role-frame .background').getBoundingClientRect())"""
RAMP = """(r => ({box: [r.left, r.top, r.right, r.bottom], vertical: true, low: 0, high: 1}))(
  document.querySelector('.role-legend-gradient path').getBoundingClientRect())"""
TIP = """(t => t && t.classList.contains('visible') ? t.innerText : null)(
  document.querySelector('#vg-tooltip-element'))"""

ADAPTER = Adapter(
    html=_html,
    png=_png,
    packages=("altair", "vl-convert-python"),
    module="altair",
    ready=f"{CELLS}.childElementCount >= N",
    area=AREA,
    tip=TIP,
    ramp=RAMP,
)
