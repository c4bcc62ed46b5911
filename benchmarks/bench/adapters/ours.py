"""Inspect Viz, read through its contract for embedders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import Adapter


def _picture(table: str, **options: Any) -> Any:
    from inspect_viz import Data
    from inspect_viz.view import sample_heatmap

    return sample_heatmap(Data.from_file(table), score_value="score_quality", height=200, **options)


def _html(table: str, file: str) -> None:
    from inspect_viz.plot import write_html

    write_html(file, _picture(table))


def _png(table: str, file: str) -> None:
    from inspect_viz.plot import write_png

    write_png(file, _picture(table))


def _svg(table: str, file: str) -> None:
    from inspect_viz.plot import write_svg

    write_svg(file, _picture(table))


def _bare(write: str) -> Callable[[str, str], None]:
    """Without margins there are no blocks of samples, whose gaps show paper between the colours of cells."""

    def draw(table: str, file: str) -> None:
        from inspect_viz import plot

        getattr(plot, write)(file, _picture(table, margins=False))

    return draw


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
    bare_html=_bare("write_html"),
    bare_png=_bare("write_png"),
    bare_svg=_bare("write_svg"),
    environment="ours",
    packages=("inspect-viz",),
    module="inspect_viz",
    ready="document.querySelector('[data-inspect-viz]').hasAttribute('data-ready')",
    area=AREA,
    tip=TIP,
    ramp=RAMP,
    still=STILL,
)
