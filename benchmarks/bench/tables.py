"""The tables that all libraries draw. The same call writes the same rows."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from .settings import SHAPES, folder

VARIANTS = ("lean", "second", "prompt")
"""lean: id, model, score. second: another table like it. prompt: lean and 2 kB of text in each row."""
SCORE, MODEL = "score_quality", "model_display_name"
FAMILIES = ("Aster", "Birch", "Cedar", "Dahlia", "Elm")
TIERS = ("mini", "base", "large")
WORDS = ("answer", "which", "because", "value", "number", "compute", "explain", "energy", "river", "stone", "letter")
PROMPT_BYTES = 2_000


def table_file(cells: int, variant: str = "lean") -> Path:
    """The parquet file of a table; its name does not tell the variant, its folder does."""
    file = folder(f"tables/{variant}") / f"{cells}.parquet"
    if not file.exists():
        _make(cells, variant).to_parquet(file, index=False)
    return file


def _make(cells: int, variant: str) -> Any:
    import numpy as np
    import pandas as pd

    samples, models = SHAPES[cells]
    scores = _scores(samples, models, seed=cells + (variant == "second"))
    frame = pd.DataFrame(
        {
            "id": np.repeat([str(i + 1) for i in range(samples)], models),
            MODEL: np.tile([_model_name(j) for j in range(models)], samples),
            SCORE: scores.ravel(),
        }
    )
    return frame.assign(input=_prompts(len(frame))) if variant == "prompt" else frame


def _scores(samples: int, models: int, seed: int) -> Any:
    """Scores of a logistic model of ability and difficulty, in [0, 1], to three digits: samples x models."""
    import numpy as np

    rng = np.random.default_rng(seed)
    ability, difficulty = rng.normal(0.5, 1, models), rng.normal(0, 1.5, samples)
    noise = rng.normal(0, 0.7, (samples, models))
    return (1 / (1 + np.exp(difficulty[:, None] - ability[None, :] - noise))).round(3)


def _model_name(j: int) -> str:
    return f"{FAMILIES[j % 5]} {1 + j // 5}.{j % 4} {TIERS[j % 3]}"


def _prompts(rows: int) -> list[str]:
    import numpy as np

    rng = np.random.default_rng(rows)
    text = [" ".join(rng.choice(WORDS, PROMPT_BYTES // 4)) for _ in range(rows)]
    return [t[:PROMPT_BYTES] for t in text]


def sorted_ids(frame: Any) -> tuple[list[str], list[str]]:
    """Samples from hard to easy and models from good to bad, by their means; ties in natural order."""
    ids, models = frame.groupby("id")[SCORE].mean().round(9), frame.groupby(MODEL)[SCORE].mean().round(9)
    return (
        sorted(ids.index, key=lambda i: (ids[i], int(i))),
        sorted(models.index, key=lambda m: (-models[m], m)),
    )


def matrix(file: str | Path) -> Any:
    """The scores as a data frame: models (best on top) x samples (easiest at the right)."""
    import pandas as pd

    frame = pd.read_parquet(file)
    ids, models = sorted_ids(frame)
    return frame.pivot(index=MODEL, columns="id", values=SCORE).loc[models, ids]


@lru_cache(maxsize=4)
def true_matrix(cells: int) -> Any:
    """`matrix` of the lean table."""
    return matrix(table_file(cells))
