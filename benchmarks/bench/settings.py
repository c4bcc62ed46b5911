"""What is measured where: folders, environments, sizes, limits."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".work"
RESULTS_JSON = WORK / "results.json"
RESULTS_MD = ROOT / "RESULTS.md"

ENVIRONMENTS = {
    "ours": os.environ.get("BENCH_PYTHON") or str(ROOT.parent / ".venv/bin/python"),
    "before": str(WORK / "before/bin/python"),
    "published": str(WORK / "published/bin/python"),
    "mosaic": str(WORK / "mosaic/bin/python"),
    "peers": str(WORK / "peers/bin/python"),
}

SHAPES = {500: (100, 5), 5_000: (500, 10), 20_000: (1_000, 20), 100_000: (5_000, 20)}
"""Cells -> (samples, models)."""
VIEW_CELLS = (500, 20_000, 100_000)
PNG_CELLS = (500, 20_000)
PROCESS_CELLS = 5_000
BYTES_CELLS = 500

RUNS = 3
LOG_RUNS = 5
HOVERS = 12
LIMIT_S = 120
"""A process or a page that takes longer counts as broken."""
LOG_LIMIT_S = 600
"""The same for a process that reads logs."""
ONCE_OVER_S = 45
"""A step whose first run takes longer is not repeated."""


def folder(name: str) -> Path:
    """A folder of that name among the work files, made if it is missing."""
    path = WORK / name
    path.mkdir(parents=True, exist_ok=True)
    return path
