"""matplotlib: an image without tips."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

from . import Adapter

DPI, WIDTH = 192, 700


def _figure(table: str) -> tuple[Any, Any, Any]:
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    from bench.tables import matrix

    scores = matrix(table)
    figure, axes = plt.subplots(figsize=(7, 3), layout="constrained", dpi=DPI)
    image = axes.imshow(scores.to_numpy(), aspect="auto", cmap="Purples", vmin=0, vmax=1, interpolation="nearest")
    axes.set_yticks(range(len(scores.index)), list(scores.index), fontsize=7)
    axes.set_xlabel("sample")
    return figure, axes, figure.colorbar(image).ax


def _box(figure: Any, axes: Any) -> str:
    """Where axes are in the page, in client pixels."""
    extent, scale = axes.get_window_extent(), WIDTH / figure.bbox.width
    sides = (extent.x0, figure.bbox.height - extent.y1, extent.x1, figure.bbox.height - extent.y0)
    return str([float(side * scale) for side in sides])


def _html(table: str, file: str) -> None:
    figure, cells, bar = _figure(table)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI)
    data = base64.b64encode(buffer.getvalue()).decode()
    boxes = f"data-cells='{_box(figure, cells)}' data-bar='{_box(figure, bar)}'"
    page = f"<!doctype html><body style='margin:0'><img width={WIDTH} {boxes} src='data:image/png;base64,{data}'>"
    Path(file).write_text(page, encoding="utf-8")


def _png(table: str, file: str) -> None:
    _figure(table)[0].savefig(file, dpi=DPI)


ADAPTER = Adapter(
    html=_html,
    png=_png,
    packages=("matplotlib",),
    module="matplotlib.pyplot",
    ready="(i => i && i.complete && i.naturalWidth > 0)(document.images[0])",
    area="JSON.parse(document.images[0].dataset.cells)",
    ramp="({box: JSON.parse(document.images[0].dataset.bar), vertical: true, low: 0, high: 1})",
)
