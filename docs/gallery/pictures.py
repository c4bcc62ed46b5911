"""The pictures of the gallery: each a name, what it shows, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import tables

from inspect_viz import Component, Data
from inspect_viz.view import sample_heatmap

LOGS = Path(__file__).resolve().parents[2] / "examples" / "logs"
LONG_MODEL = "accounts/research-lab/models/{}-instruct-2026-10-31-temperature-0.7"
LONG_SAMPLE = "swe-bench-verified/repositories/astropy/astropy/issues/closed/reproduced/{}-commit-6f3b1c0a9d5e4f7788aa"


@dataclass(frozen=True)
class Example:
    """One picture."""

    name: str
    about: str
    make: Callable[[], Component]


def _drawn(grid: tables.Grid, title: str, **options: object) -> Component:
    return sample_heatmap(Data.from_dataframe(grid.table()), title=title, **options)  # type: ignore[arg-type]


def _demo() -> Component:
    samples = Data.from_logs(LOGS, progress=False)
    return sample_heatmap(samples, score_value="score_includes", title="Eight small programs, 120 questions")


def _long_names() -> Component:
    grid = tables.renamed(tables.rasch(6, 30, seed=9), LONG_MODEL.format, LONG_SAMPLE.format)
    return _drawn(grid, "Names of 60 and ids of 120 characters")


EXAMPLES = (
    Example("demo", "The example logs: 8 models, 120 questions, 2 epochs, one run cancelled half way.", _demo),
    Example("3x2", "Two models, three samples.", lambda: _drawn(tables.rasch(2, 3, 1), "3 samples, 2 models")),
    Example("one-row", "One model.", lambda: _drawn(tables.rasch(1, 60, 2), "One model, 60 samples")),
    Example("one-column", "One sample.", lambda: _drawn(tables.rasch(6, 1, 3), "One sample, 6 models")),
    Example("4x25", "A small evaluation.", lambda: _drawn(tables.rasch(4, 25, 4), "25 samples, 4 models")),
    Example("8x120", "A usual evaluation.", lambda: _drawn(tables.rasch(8, 120, 5), "120 samples, 8 models")),
    Example("40x300", "Many models.", lambda: _drawn(tables.rasch(40, 300, 6), "300 samples, 40 models")),
    Example("20x1000", "A long benchmark.", lambda: _drawn(tables.rasch(20, 1000, 7), "1,000 samples, 20 models")),
    Example("100x5000", "A large benchmark.", lambda: _drawn(tables.rasch(100, 5000, 8), "5,000 samples, 100 models")),
    Example("long-names", "Long names: what differs is kept.", _long_names),
    Example("grades", "Grades from 0 to 10.", lambda: _drawn(tables.graded(6, 80, 10), "Grades from 0 to 10")),
    Example("all-fail", "Nobody solves anything.", lambda: _drawn(tables.constant(5, 40, 0.0), "All fail")),
    Example("all-pass", "A saturated benchmark.", lambda: _drawn(tables.constant(5, 40, 1.0), "All pass")),
    Example(
        "half-cancelled",
        "One of five runs was cancelled half way.",
        lambda: _drawn(tables.half_cancelled(tables.rasch(5, 100, 11), 2), "A run half cancelled"),
    ),
    Example(
        "trouble",
        "2 % of the samples are absent, 0.4 % ended in an error.",
        lambda: _drawn(
            tables.with_trouble(tables.rasch(10, 500, 12), 13, absent=0.02, errors=0.004), "2 % absent, 0.4 % errors"
        ),
    ),
    Example(
        "trouble-100x5000",
        "The same at 100 x 5,000.",
        lambda: _drawn(
            tables.with_trouble(tables.rasch(100, 5000, 14), 15, absent=0.02, errors=0.004),
            "2 % absent, 0.4 % errors of 500,000",
        ),
    ),
    Example(
        "epochs",
        "One task with three epochs.",
        lambda: _drawn(tables.rasch(6, 60, 16, epochs=3), "60 samples, 3 epochs"),
    ),
    Example(
        "split",
        'The epochs of each cell side by side: `epochs="split"`.',
        lambda: _drawn(tables.rasch(6, 40, 16, epochs=3), "40 samples, 3 epochs", epochs="split"),
    ),
    Example(
        "vertical",
        "Samples from top to bottom.",
        lambda: _drawn(tables.rasch(6, 40, 17), "Samples from top to bottom", orientation="vertical"),
    ),
)
