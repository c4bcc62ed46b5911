"""Results on disk: for each figure, library and size a list of runs."""

from __future__ import annotations

import json
import os
import re
import statistics
from collections.abc import Iterable
from typing import Any

from .settings import RESULTS_JSON

Run = dict[str, Any]


class Store:
    """Runs by key "figure|library|cells"; each addition is written at once, so that a broken-off run can go on."""

    def __init__(self) -> None:
        self._all: dict[str, Any] = json.loads(RESULTS_JSON.read_text()) if RESULTS_JSON.exists() else {}

    def runs(self, figure: str, library: str, cells: int = 0) -> list[Run]:
        """The runs so far; a failed one has only an `error`."""
        found: list[Run] = self._all.get(f"{figure}|{library}|{cells}", [])
        return found

    def add(self, key: str, run: Run) -> None:
        """Appends one run."""
        self._all.setdefault(key, []).append(run)
        self._write()

    def forget(self, keys: Iterable[str]) -> None:
        """Drops the runs of these keys."""
        for key in keys:
            self._all.pop(key, None)
        self._write()

    def median(self, figure: str, library: str, cells: int, field: str) -> float | None:
        """Median of a field over the runs that have it."""
        values = [r[field] for r in self.runs(figure, library, cells) if r.get(field) is not None]
        return statistics.median(values) if values else None

    def errors(self) -> dict[str, str]:
        """Key -> what went wrong, without paths, for all that failed."""
        return {
            key: re.sub(r"(/[\w.@+-]+){2,}", "...", run["error"])
            for key, runs in sorted(self._all.items())
            for run in runs
            if "error" in run
        }

    def _write(self) -> None:
        draft = RESULTS_JSON.with_suffix(".tmp")
        draft.write_text(json.dumps(self._all, indent=1, sort_keys=True))
        os.replace(draft, RESULTS_JSON)
