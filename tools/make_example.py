"""Writes the table of `Data.example()` from the example logs; --check: only says whether it holds what they hold."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src/inspect_viz/data/example.parquet"
LOGS = ROOT / "examples/logs"


def table() -> Any:
    """The samples of the example logs as `Data.from_logs` reads them, the paths of logs below `examples/`."""
    sys.path.insert(0, str(ROOT / "src"))
    import pyarrow as pa  # type: ignore[import-untyped]

    from inspect_viz.logs._reading.reading import Reading
    from inspect_viz.logs._table.build import build
    from inspect_viz.logs._table.evaluation import plain
    from inspect_viz.logs._table.query import Query

    query = Query(str(LOGS), cache=False, progress=False)
    read = plain(build(Reading(query).parts, query, models=True))
    paths = [Path(os.path.relpath(path, LOGS.parent)).as_posix() for path in read["log"].to_pylist()]
    return read.set_column(read.column_names.index("log"), "log", pa.array(paths)).combine_chunks()


def is_current(made: Any) -> bool:
    """Whether the table that is there has the same columns, types and values."""
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    return TARGET.exists() and bool(pq.read_table(TARGET).equals(made))


def main(arguments: list[str]) -> int:
    """Exit code 1 when `--check` finds a difference."""
    import pyarrow.parquet as pq

    made = table()
    if is_current(made):
        return 0
    if arguments == ["--check"]:
        print("example.parquet is out of date; run tools/make_example.py", file=sys.stderr)
        return 1
    pq.write_table(made, TARGET, compression="zstd", compression_level=19, store_schema=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
