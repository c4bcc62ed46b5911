"""Inspect Viz, read through its contract for embedders."""

from __future__ import annotations

from typing import Any

from . import Adapter


def _picture(table: str) -> Any:
    from inspect_viz import Data
    from inspect_viz.view import sample_heatmap

    return sample_heatmap(Data.from_file(table), score_value="score_quality", height=200)


def _html(table: str, file: str) -> None:
    from inspect_viz.plot import write_html

    write_html(file, _picture(table))


def _png(table: str, file: str) -> None:
    from inspect_viz.plot import write_png

    write_png(file, _picture(table))


def _svg(table: str, file: str) -> None:
    from inspect_viz.plot import write_svg

    write_svg(file, _picture(table))


CELLS, RAMP_BAR = "[data-part=cells]", "[data-part=legend-ramp]"
AREA = f"(r => [r.left, r.top, r.right, r.bottom])(document.querySelector('{CELLS}').getBoundingClientRect())"
RAMP = f"""((e, r = e.getBoundingClientRect()) => ({{box: [r.left, r.top, r.right, r.bottom],
  vertical: r.height > r.width, low: +e.dataset.domainLow, high: +e.dataset.domainHigh}}))(
  document.querySelector('{RAMP_BAR}'))"""
STILL = f"""((root, picture = root.querySelector('{CELLS}') || root.querySelector('svg, img')) =>
  picture.getBoundingClientRect().width > 0 && [...root.querySelectorAll('img')].every(i => i.complete))(
  document.querySelector('[data-inspect-viz]'))"""
TIP = "(t => t && !t.hidden && t.checkVisibility() ? t.textContent : null)(document.querySelector('[role=tooltip]'))"

ADAPTER = Adapter(
    html=_html,
    png=_png,
    svg=_svg,
    environment="ours",
    packages=("inspect-viz",),
    module="inspect_viz",
    ready="document.querySelector('[data-inspect-viz]').hasAttribute('data-ready')",
    area=AREA,
    tip=TIP,
    ramp=RAMP,
    still=STILL,
)
