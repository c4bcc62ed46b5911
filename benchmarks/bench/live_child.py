"""What runs in a fresh process of ours about living pictures; each prints one line of JSON.

python -m bench.live_child pair ROWS FILE | choice ROWS FILE | output TABLE
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from .live_cells import GRAMMAR, TABLE

KINDS = 8
SETUP = """\
from inspect_viz import Data
from inspect_viz.view import sample_heatmap
scores = Data.from_file({table!r})
def picture(): return sample_heatmap(scores, score_value="score_quality", height=200)"""


def _names(rows: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(TABLE.format(rows=rows) + GRAMMAR, names)
    return names


def pair(rows: str, file: str) -> dict[str, Any]:
    """The page of two linked histograms, DuckDB in a file beside it."""
    from inspect_viz.layout import hconcat
    from inspect_viz.plot import write_html

    names = _names(rows)
    write_html(file, hconcat(names["histogram"]("a"), names["histogram"]("b")), engine="sidecar")
    return {}


def choice(rows: str, file: str) -> dict[str, Any]:
    """The page of a histogram that a select of eight filters: bytes of all that was written, and the files beside."""
    from inspect_viz import Data
    from inspect_viz.input import select
    from inspect_viz.layout import vconcat
    from inspect_viz.mark import rect_y
    from inspect_viz.plot import plot, write_html
    from inspect_viz.transform import bin, count

    table = _names(rows)["table"]
    data = Data.from_dataframe(table.assign(kind=[f"kind {i % KINDS}" for i in range(len(table))]))
    bars = rect_y(data, x=bin("a", steps=40), y=count())
    menu = select(data, column="kind", label="Kind")
    write_html(file, vconcat(menu, plot(bars, width=400, height=220, x_domain="fixed", y_domain="fixed")))
    written = list(Path(file).parent.iterdir())
    return {"bytes": sum(each.stat().st_size for each in written), "beside": len(written) - 1}


def output(table: str) -> dict[str, Any]:
    """Bytes that a notebook's file grows by for the first picture, and for the same one again."""
    import nbformat
    from nbclient import NotebookClient

    texts = [SETUP.format(table=table), "picture()", "picture()"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in texts])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    first, further = (len(json.dumps(cell.outputs)) for cell in notebook.cells[1:])
    return {"first_bytes": first, "further_bytes": further}


if __name__ == "__main__":
    print(json.dumps({"pair": pair, "choice": choice, "output": output}[sys.argv[1]](*sys.argv[2:])))
