"""What runs in a fresh process about the grammar; each prints one line of JSON.

python -m bench.grammar_child pdf TABLE FILE | wrap ROWS | names | dashboard
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

RUNS = 9
PLOTS, MARKS = 10, 4


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def pdf(table: str, file: str) -> dict[str, float]:
    """When the first PDF is on disk, and the seconds of the next one: median of nine."""
    from inspect_viz import Data
    from inspect_viz.plot import write_pdf
    from inspect_viz.view import sample_heatmap

    def write() -> None:
        write_pdf(file, sample_heatmap(Data.from_file(table)))

    write()
    first = time.time()
    return {"first_done": first, "second_s": statistics.median(_milliseconds(write) for _ in range(RUNS)) / 1000}


def wrap(rows: str) -> dict[str, float]:
    """Milliseconds until a table stands for frames of so many rows, and the megabytes that the process grew by."""
    import resource

    import numpy as np
    import pandas as pd
    import pyarrow as pa

    from inspect_viz import Data

    values = np.arange(int(rows), dtype="float64")
    columns = {f"c{i}": values for i in range(4)}
    frames = {"pandas": pd.DataFrame(columns), "arrow": pa.table(columns)}
    Data.from_dataframe(frames["pandas"].head(1))
    Data.from_dataframe(frames["arrow"].slice(0, 1))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = {f"{name}_ms": _milliseconds(lambda f=frame: Data.from_dataframe(f)) for name, frame in frames.items()}
    return found | {"grown_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000}


def names() -> dict[str, float]:
    """Milliseconds for the import of all marks and the list of options of each, as Tab and help() want them."""
    import inspect

    def listed() -> list[Any]:
        from inspect_viz import mark

        marks = [getattr(mark, name) for name in mark.__all__ if name[0].islower()]
        return [(inspect.signature(each), each.__doc__) for each in marks]

    return {"ms": _milliseconds(listed)}


def dashboard() -> dict[str, float]:
    """Milliseconds for the spec of ten plots of four marks each: the first one, and the median of further ones."""
    from inspect_viz import Data
    from inspect_viz._spec import compile
    from inspect_viz.layout import hconcat, vconcat
    from inspect_viz.mark import dot, line, rule_y, text
    from inspect_viz.plot import plot
    from inspect_viz.transform import avg

    data = Data.from_dataframe({"id": ["a", "b"], "x": [1.0, 2.0], "y": [2.0, 3.0], "model": ["m", "n"]})

    def one(i: int) -> Any:
        marks = (
            dot(data, x="x", y="y", fill="model", r=2 + i, tip=True),
            line(data, x="x", y=avg("y"), stroke="model"),
            rule_y(data, y="y", stroke_opacity=0.3),
            text(data, x="x", y="y", text="id", styles={"font_size": 9}),
        )
        assert len(marks) == MARKS
        return plot(*marks, width=300, height=200, title=f"Plot {i}", x_label="x", y_grid=True, legend="color")

    def spec() -> object:
        rows = [hconcat(*(one(i) for i in range(at, at + 5))) for at in range(0, PLOTS, 5)]
        return compile(vconcat(*rows)).spec

    return {"first_ms": _milliseconds(spec), "ms": statistics.median(_milliseconds(spec) for _ in range(RUNS))}


if __name__ == "__main__":
    print(json.dumps({"pdf": pdf, "wrap": wrap, "names": names, "dashboard": dashboard}[sys.argv[1]](*sys.argv[2:])))
