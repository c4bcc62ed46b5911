"""The runtime's statistics, called from Python."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from runtime_v8 import context

Table = Sequence[Sequence[float | None]] | np.ndarray


@cache
def v8() -> Any:
    return context(Path(__file__).with_name("statistics_oracle.js"))


def call(function: str, *arguments: Any) -> Any:
    def plain(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return [None if isinstance(v, float) and math.isnan(v) else v for v in value.ravel().tolist()]
        return value

    texts = [a if isinstance(a, str) else json.dumps(a, default=plain) for a in arguments]
    return json.loads(v8().call(function, *texts))


def mapped(name: str, *columns: Any) -> np.ndarray:
    """The results of a function for columns of arguments."""
    return np.array(call("mapped", name, np.column_stack(columns).tolist()))


def summary(scores: Table, **options: Any) -> Any:
    """The summary of a matrix of models by samples; `across` is the axis of the samples."""
    return call("summary", _matrix(scores, **options))


def finding(scores: Table, names: Sequence[str] | None = None, **options: Any) -> Any:
    """What a matrix of models by samples shows, in words."""
    names = names or [f"m{i}" for i in range(len(scores))]
    return call("finding", json.dumps(names), _matrix(scores, **options))


def _matrix(
    scores: Table, across: str = "x", scored: Table | None = None, ordered: bool = True, **more: Any
) -> dict[str, Any]:
    table = np.array(scores, dtype=float)
    plane = table if across == "x" else table.T
    given = {
        "values": plane,
        "states": [],
        "nx": plane.shape[1],
        "ny": plane.shape[0],
        "sampleAxis": across,
        "options": {"isOrdered": ordered, **more},
    }
    if scored is not None:
        counts = np.array(scored, dtype=int)
        given["scored"] = counts if across == "x" else counts.T
    return given
