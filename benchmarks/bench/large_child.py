"""What runs in a fresh process of ours or of the state before.

python -m bench.large_child html|png|tall-png|second TABLE FILE
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import Any

SECOND_RUNS = 9


def _picture(table: str, **options: Any) -> Any:
    from inspect_viz import Data
    from inspect_viz.view import sample_heatmap

    return sample_heatmap(Data.from_file(table), score_value="score_quality", **options)


def _second(table: str, file: str) -> float:
    """Median seconds of a picture after the first one of the process."""
    from inspect_viz.plot import write_png

    seconds = []
    for _ in range(SECOND_RUNS + 1):
        start = time.perf_counter()
        write_png(file, _picture(table, height=200))
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def main(what: str, table: str, file: str) -> None:
    """Writes the page or the picture."""
    if what == "second":
        print(json.dumps({"seconds": _second(table, file)}))
    elif what == "tall-png":
        _picture(table, orientation="vertical", width=400).save(file)
    else:
        _picture(table, height=600 if what == "png" else 400).save(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
