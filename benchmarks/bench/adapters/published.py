"""The published inspect_viz 0.4.2. Its page loads its scripts from a CDN, here from the mirror."""

from __future__ import annotations

import os
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

    _use_mirror()
    if write_png(file, _picture(table)) is None:
        raise RuntimeError("write_png saved nothing")


def _use_mirror() -> None:
    """Points the browser that write_png starts at the Chromium and at the mirror of this run (once)."""
    from playwright.async_api import BrowserType

    from bench.chromium import EXECUTABLE, arguments

    launch = BrowserType.launch
    if launch.__name__ == "mirrored":
        return
    port = int(os.environ["BENCH_MIRROR_PORT"])

    async def mirrored(self: Any, **options: Any) -> Any:
        options.pop("channel", None)
        return await launch(self, executable_path=EXECUTABLE, args=arguments(port), **options)

    setattr(BrowserType, "launch", mirrored)  # noqa: B010


CELLS = """document.querySelector('.mosaic-widget svg g[aria-label="cell"]')"""
AREA = f"""((g, s) => {{ const at = e => ['x', 'y', 'width', 'height'].map(k => +e.getAttribute(k));
  const b = [Infinity, Infinity, -Infinity, -Infinity];
  for (const e of g.children) {{ const [x, y, w, h] = at(e);
    b[0] = Math.min(b[0], x - 1); b[1] = Math.min(b[1], y - 1);
    b[2] = Math.max(b[2], x + w + 1); b[3] = Math.max(b[3], y + h + 1); }}
  const o = s.getBoundingClientRect();
  return [o.x + b[0], o.y + b[1], o.x + b[2], o.y + b[3]]; }})({CELLS}, document.querySelector('.plot svg'))"""
RAMP = """(r => ({box: [r.left, r.top, r.right, r.bottom], vertical: false, low: 0, high: 1}))(
  document.querySelector('div.legend svg image').getBoundingClientRect())"""

ADAPTER = Adapter(
    html=_html,
    png=_png,
    environment="published",
    packages=("inspect-viz",),
    module="inspect_viz",
    ready=f"(g => g && g.childElementCount >= N && document.querySelector('div.legend svg'))({CELLS})",
    area=AREA,
    tip="(b => b && b.dataset.state === 'visible' ? b.innerText : null)(document.querySelector('.tippy-box'))",
    ramp=RAMP,
    needs_mirror=True,
)
