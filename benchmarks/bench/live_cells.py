"""What the cells of a notebook say: the same two linked histograms for each library."""

from __future__ import annotations

from dataclasses import dataclass

TABLE = """\
import numpy as np, pandas as pd
rng = np.random.default_rng(1)
table = pd.DataFrame({{"a": rng.normal(size={rows}), "b": rng.gamma(2, size={rows})}})
"""
GRAMMAR = """\
from inspect_viz import Data, Selection
from inspect_viz.interactor import interval_x
from inspect_viz.layout import hconcat
from inspect_viz.mark import rect_y
from inspect_viz.plot import plot
from inspect_viz.transform import bin, count
def histogram(column):
    bars = rect_y(data, x=bin(column, steps=40), y=count(), filter_by=brush)
    return plot(bars, interval_x(brush), width=400, height=220, x_domain="fixed", y_domain="fixed")
data, brush = Data.from_dataframe(table), Selection.crossfilter()
"""
MOSAIC = """\
from mosaic_widget import MosaicWidget
def histogram(column):
    bars = {"mark": "rectY", "data": {"from": "t", "filterBy": "$brush"}, "x": {"bin": column, "steps": 40},
            "y": {"count": None}}
    brush = {"select": "intervalX", "as": "$brush"}
    return {"plot": [bars, brush], "width": 400, "height": 220, "xDomain": "Fixed", "yDomain": "Fixed"}
spec = {"params": {"brush": {"select": "crossfilter"}}, "hconcat": [histogram("a"), histogram("b")]}
"""
BUSY = "import time\nend = time.monotonic() + 600\nwhile time.monotonic() < end: pass"


@dataclass(frozen=True)
class Cells:
    """How a library shows the pair in a notebook."""

    setup: str
    show: str
    bars: str
    """Selector of the groups of bars of both plots."""
    environment: str
    needs_mirror: bool = False

    def texts(self, rows: int) -> list[str]:
        """The cells over so many rows; the last one keeps the kernel busy."""
        return [TABLE.format(rows=rows) + self.setup, self.show, BUSY]


LIVING = "[data-inspect-viz-live][data-ready] g[aria-label=rect]"
PLAIN = ".plot g[aria-label=rect]"
CELLS = {
    "ours": Cells(GRAMMAR, 'hconcat(histogram("a"), histogram("b"))', LIVING, "ours"),
    "mosaic-widget": Cells(MOSAIC, 'MosaicWidget(spec, data={"t": table})', PLAIN, "mosaic"),
    "inspect_viz 0.4.2": Cells(GRAMMAR, 'hconcat(histogram("a"), histogram("b"))', PLAIN, "published", True),
}
