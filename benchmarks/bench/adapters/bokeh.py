"""bokeh: rectangles on a canvas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import Adapter


def _figure(table: str) -> Any:
    import pandas as pd
    from bokeh.models import LinearColorMapper
    from bokeh.palettes import Purples256
    from bokeh.plotting import figure
    from bokeh.transform import transform

    from bench.tables import MODEL, SCORE, sorted_ids

    frame = pd.read_parquet(table)
    ids, models = sorted_ids(frame)
    mapper = LinearColorMapper(tuple(reversed(Purples256)), low=0, high=1)
    tips = [("id", "@id"), ("model", f"@{MODEL}"), ("score", f"@{SCORE}")]
    plot = figure(
        width=700, height=300, x_range=ids, y_range=models[::-1], tools="hover,pan,wheel_zoom,reset", tooltips=tips
    )
    colour = transform(SCORE, mapper)
    cells = plot.rect("id", MODEL, width=1, height=1, source=frame, line_color=None, fill_color=colour)
    plot.add_layout(cells.construct_color_bar(), "right")
    plot.xaxis.major_label_orientation = 0.8
    return plot


def _html(table: str, file: str) -> None:
    from bokeh.embed import file_html
    from bokeh.resources import INLINE

    Path(file).write_text(file_html(_figure(table), INLINE, "heatmap"), encoding="utf-8")


READY = "window.Bokeh && Bokeh.documents.length && Bokeh.documents.every(d => d.is_idle)"
FIND = """const inner = v => [...(v.child_views || []), ...(v.renderer_views ? v.renderer_views.values() : [])],
    find = (v, test) => test(v) ? v : inner(v).map(c => find(c, test)).find(x => x);
  const roots = [...Bokeh.index.roots ?? Object.values(Bokeh.index)], plot = find(roots[0], v => v.frame),
    origin = plot.canvas_view.el.getBoundingClientRect(),
    box = b => [origin.x + b.left, origin.y + b.top, origin.x + b.right, origin.y + b.bottom];"""
AREA = f"(() => {{ {FIND} return box(plot.frame.bbox); }})()"
RAMP = f"""(() => {{ {FIND} const bar = find(plot, v => v.model.type === 'ColorBar');
  return {{box: box(bar._frame_view.bbox), vertical: true, low: 0, high: 1}}; }})()"""
TIP = """(() => {
  const shown = e => (s => s.display !== 'none' && s.visibility !== 'hidden')(getComputedStyle(e));
  const parts = e => [...e.shadowRoot.children].filter(c => c.tagName !== 'STYLE');
  const text = e => parts(e).map(c => c.innerText).join(' ').trim();
  const tip = e => e.classList.contains('bk-Tooltip') && shown(e) && text(e) || find(e.shadowRoot);
  const find = n => [...n.querySelectorAll('*')].filter(e => e.shadowRoot).map(tip).find(t => t) || null;
  return find(document); })()"""

ADAPTER = Adapter(html=_html, packages=("bokeh",), module="bokeh.plotting", ready=READY, area=AREA, tip=TIP, ramp=RAMP)
