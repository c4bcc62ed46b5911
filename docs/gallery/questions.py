"""The pictures of docs/questions.md: of the example logs, or, where those hold no answer, of a table made by a rule."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import tables
from pictures import LOGS, Example

from inspect_viz import Component, Data
from inspect_viz.view import sample_compare, sample_heatmap

FOLDER = Path(__file__).resolve().parents[1] / "questions"
SCORE = {"score_value": "score_includes"}


def _samples() -> Data:
    return Data.from_logs(LOGS, progress=False)


def _drawn(**options: object) -> Component:
    return sample_heatmap(_samples(), **SCORE, **options)  # type: ignore[arg-type]


def _wrong() -> Component:
    """Three samples have the targets of their opposites."""
    grid = tables.rasch(16, 60, 21)
    wrong = [12, 30, 41]
    grid.scores[:, wrong] = 1 - grid.scores[:, wrong]
    return sample_heatmap(Data.from_dataframe(grid.table()), suspects=True, title="16 models, three wrong targets")


def _changed() -> Component:
    """Of 113 samples 7 are broken and 12 fixed since the day before."""
    counts = (7, 12, 60, 34)
    before, after = (np.repeat(solved, counts) for solved in ([1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 1.0, 0.0]))
    days, n = ("2026-11-20", "2026-11-21"), sum(counts)
    columns = {
        "id": [f"q{i + 1:03}" for i in range(n)] * 2,
        "model": ["casey"] * 2 * n,
        "log": [f"{day}.eval" for day in days for _ in range(n)],
        "created": [f"{day}T10:00:00" for day in days for _ in range(n)],
        "score": np.concatenate([before, after]),
    }
    data = Data.from_dataframe(pa.table(columns))
    return sample_compare(data, *(f"casey run {i + 1} ({day})" for i, day in enumerate(days)))


def _some(where: str, title: str, **options: object) -> Component:
    return sample_heatmap(_samples().where(where), title=title, **SCORE, **options)  # type: ignore[arg-type]


def _flips() -> Component:
    order = {"samples": {"value": "flips", "order": "descending", "limit": 24}}
    return _drawn(epochs="split", sort=order, title="The 24 samples that flip most")


QUESTIONS = (
    Example("solved", "solved by nobody, by everybody", _drawn),
    Example("disagreement", "by disagreement", lambda: _drawn(sort="disagreement")),
    Example(
        "compare",
        "two models",
        lambda: sample_compare(_samples(), "tiny/almanac-1", "tiny/scribe-1", **SCORE),  # type: ignore[arg-type]
    ),
    Example("missing", "what is missing", lambda: _some("metadata_topic = 'date'", "Questions about dates")),
    Example("flips", "epochs side by side", _flips),
    Example("topics", "topics", lambda: _drawn(group="metadata_topic")),
    Example("topic-table", "the table of topics", lambda: _drawn(group="metadata_topic", level="groups")),
    Example("suspects", "suspects", _wrong),
    Example("changed", "broken and fixed", _changed),
    Example("filtered", "only hard samples", lambda: _some("metadata_difficulty = 'hard'", "Only the hard samples")),
)
