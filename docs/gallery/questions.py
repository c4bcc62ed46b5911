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


def _pair(first: str, second: str, counts: tuple[int, int, int, int], **told: tuple[str, str]) -> Component:
    """Two runs of one model: only the first solves, only the second, both, neither; `told` by either."""
    solved = [np.repeat(which, counts) for which in ([1.0, 0.0, 1.0, 0.0], [0.0, 1.0, 1.0, 0.0])]
    n = sum(counts)
    columns = {name: [value for value in both for _ in range(n)] for name, both in told.items()}
    ids = [f"q{i + 1:03}" for i in range(n)] * 2
    rows = pa.table({"id": ids, "model": ["casey"] * 2 * n, "score": np.concatenate(solved), **columns})
    return sample_compare(Data.from_dataframe(rows), first, second)


def _changed() -> Component:
    days = ("2026-11-20", "2026-11-21")
    names = (f"casey run {i + 1} ({day})" for i, day in enumerate(days))
    return _pair(*names, (7, 12, 60, 34), log=("1.eval", "2.eval"), created=days)


def _prompts() -> Component:
    prompts = ("plain", "careful")
    names = (f"casey, {prompt}" for prompt in prompts)
    return _pair(*names, (3, 17, 52, 28), log=("1.eval", "2.eval"), task_arg_prompt=prompts)


def _refused() -> Component:
    """Two of eight models refuse, one of them often."""
    rows = tables.rasch(8, 50, 31).table().to_pylist()
    for row in rows:
        number = int(row["id"][1:])
        if (row["model"] == "qwen-1" and number % 6 == 1) or (row["model"] == "phi-1" and number in (8, 30)):
            row.update(score_accuracy=None, score_accuracy_reason="refusal")
    table = pa.Table.from_pylist([{"score_accuracy_reason": None, **row} for row in rows])
    title = "Two of eight models refuse"
    return sample_heatmap(Data.from_dataframe(table), score_value="score_accuracy", title=title)


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
    Example("prompts", "two prompts", _prompts),
    Example("refused", "refusals", _refused),
    Example(
        "ranking",
        "how sure the ranking is",
        lambda: sample_heatmap(Data.from_dataframe(tables.rasch(8, 90, 33).table()), title="Who is ahead of whom?"),
    ),
    Example("filtered", "only hard samples", lambda: _some("metadata_difficulty = 'hard'", "Only the hard samples")),
)
