"""A table to which the fifteen questions of docs/questions.md have known answers.

Models stand from strong to weak; a sample of level k is solved by the k strongest, in both epochs. What is named below
is all that is not so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pandas as pd
from scipy.stats import ttest_rel
from statsmodels.stats.multitest import multipletests

YESTERDAY, TODAY = "casey run 1 (2026-11-20)", "casey run 2 (2026-11-21)"
PLAIN, CAREFUL = "dana, plain", "dana, careful"
MODELS = ["amber", "birch", "cedar", "dune", CAREFUL, "elm", YESTERDAY, TODAY, "fern", PLAIN]
MODELS += ["grove", "heath", "iris", "jade", "kelp", "lotus", "maple", "nettle"]

NOBODY = ["law-01", "law-02", "law-03"]
EVERYBODY = ["algebra-01", "algebra-02", "algebra-03", "algebra-04"]
DIVIDING = ["geometry-09", "algebra-06", "algebra-13", "wrong-1", "wrong-2"]
"""Samples that half of the models solve."""
FLIPPING = {"flip-1": ["elm", "fern", "grove"], "flip-2": ["cedar"]}
"""Models that pass the first epoch and fail the second."""
WRONG = ["wrong-1", "wrong-2"]
"""Samples with a wrong target: the nine strongest models fail, the others pass."""
ERRORS = {("crash-1", "dune", 1), ("crash-1", "dune", 2), ("crash-2", "elm", 1)}
ERROR = "ToolError: the sandbox went away"
REFUSED = {(f"law-{n:02}", "jade", e) for n in range(4, 9) for e in (1, 2)} | {("law-09", "amber", e) for e in (1, 2)}
LEVELS = {
    **dict.fromkeys(NOBODY, 0),
    **dict.fromkeys(EVERYBODY, 18),
    **{f"algebra-{n:02}": 16 - n % 7 for n in range(5, 19)},
    **{f"geometry-{n:02}": (4, 6, 11, 13)[n % 4] for n in range(1, 19)},
    **{f"law-{n:02}": 1 + n % 5 for n in range(4, 19)},
    **{"geometry-09": 9, "flip-1": 11, "flip-2": 3, "crash-1": 12, "crash-2": 8},
    **dict.fromkeys(WRONG, 9),
}
BROKEN = [f"algebra-{n:02}" for n in (5, 6, 7, 8, 12, 13, 14)]
FIXED = [f"geometry-{n:02}" for n in (4, 5, 8, 12, 13, 16, 17)] + [f"law-{n:02}" for n in (10, 11, 12, 13, 14)]
OTHERWISE = {
    "amber": ["geometry-01", "geometry-02"],
    "birch": ["geometry-06", "geometry-07", "geometry-10", "geometry-11"],
    CAREFUL: ["algebra-15", "algebra-16"],
    TODAY: BROKEN + FIXED,
}
"""Passes that are fails, and fails that are passes."""


def passes(model: str, sample: str, epoch: int = 1) -> bool:
    if model in FLIPPING.get(sample, ()):
        return epoch == 1
    passed = MODELS.index(model) < LEVELS[sample]
    return passed != (sample in WRONG or sample in OTHERWISE.get(model, ()))


def better(a: str, b: str) -> list[str]:
    """Samples that `a` solves and `b` does not, of those that both have a score for."""
    lacking = {(sample, model) for sample, model, _ in REFUSED} | {("crash-1", "dune")}
    both = [sample for sample in LEVELS if not {(sample, a), (sample, b)} & lacking]
    return [sample for sample in both if passes(a, sample) and not passes(b, sample)]


def _row(sample: str, model: str, epoch: int) -> dict[str, Any]:
    place = (sample, model, epoch)
    topic, number = sample.split("-")
    day = 20 if model == YESTERDAY else 21
    return {
        "id": sample,
        "model": model.partition(",")[0].partition(" ")[0],
        "log": f"{MODELS.index(model):02}.eval",
        "created": f"2026-11-{day}T10:00:00",
        "task_name": "asked",
        "task_arg_prompt": "careful" if model == CAREFUL else "plain",
        "epoch": epoch,
        "score_s": None if place in ERRORS | REFUSED else float(passes(model, sample, epoch)),
        "score_s_reason": "refusal" if place in REFUSED else None,
        "error": ERROR if place in ERRORS else "",
        "metadata_topic": topic if topic in ("algebra", "geometry", "law") else "other",
        "metadata_length": "long" if int(number) % 3 == 0 else "short",
        "log_viewer": f"https://logs.example.org/{MODELS.index(model)}/{sample}/{epoch}",
    }


def rows(epochs: Sequence[int] = (1, 2)) -> pd.DataFrame:
    """A row for each sample, model and epoch."""
    return pd.DataFrame([_row(sample, model, epoch) for sample in LEVELS for model in MODELS for epoch in epochs])


@cache
def _table() -> pd.DataFrame:
    table = rows()
    names = dict(zip((f"{i:02}.eval" for i in range(len(MODELS))), MODELS, strict=True))
    return table.assign(name=table.log.map(names)).pivot_table(index="id", columns="name", values="score_s")


def p_of(a: str, b: str) -> float:
    """Of the paired t test over the samples that both have; 1 where they score alike on all."""
    both = _table()[[a, b]].dropna()
    return 1.0 if both[a].equals(both[b]) else float(ttest_rel(both[a], both[b]).pvalue)


def holm(pairs: Iterable[tuple[str, str]]) -> tuple[list[float], int]:
    """Of each pair its p value as Holm adjusts it, and how many pairs are separated."""
    separated, adjusted, *_ = multipletests([p_of(a, b) for a, b in pairs], method="holm")
    return adjusted.tolist(), int(separated.sum())


def topics() -> pd.Series[float]:
    """What share of each topic is solved, the weakest first."""
    return rows().groupby(["metadata_topic", "id", "log"]).score_s.mean().groupby("metadata_topic").mean().sort_values()


def hard() -> set[str]:
    """Samples that one to six models solve."""
    solved = rows().groupby(["id", "log"]).score_s.mean().ge(0.5).groupby("id").sum()
    return set(solved.index[solved.between(1, 6)])


def having(column: str, value: str, so: bool = True) -> set[str]:
    """Samples that have a value, or that do not."""
    table = rows()
    return set(table.id[(table[column] == value) == so])
