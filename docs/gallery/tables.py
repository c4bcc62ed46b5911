"""Tables for the gallery: evaluations that are drawn up by a rule, so that what a picture should say is known.

A model passes a sample with the probability of a Rasch model: the logistic function of its ability less the sample's
difficulty. The same seed gives the same table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

NAMES = ("opus", "gemini", "gpt", "llama", "qwen", "mistral", "phi", "gemma", "command", "grok")


@dataclass(frozen=True)
class Grid:
    """One row for each model, sample and epoch; arrays of models x samples x epochs."""

    models: Sequence[str]
    samples: Sequence[str]
    scores: np.ndarray
    """NaN where there is none."""
    present: np.ndarray
    errors: np.ndarray
    limits: np.ndarray

    def table(self, score: str = "score_accuracy") -> pa.Table:
        """The rows that are present, as `samples_df` would give them."""
        model, sample, epoch = np.nonzero(self.present)
        at = (model, sample, epoch)
        texts = {"error": np.where(self.errors[at], "RuntimeError: connection lost", None)}
        texts["limit"] = np.where(self.limits[at], "token", None)
        named = {"model": np.asarray(self.models)[model], "id": np.asarray(self.samples)[sample]}
        columns = {name: pa.array(values.tolist(), pa.string()) for name, values in (named | texts).items()}
        values = pa.array(self.scores[at], from_pandas=True)
        return pa.table({**columns, "epoch": pa.array(epoch + 1), score: values})


def model_names(count: int) -> list[str]:
    """Names of models: families with generations."""
    return [f"{NAMES[i % len(NAMES)]}-{i // len(NAMES) + 1}" for i in range(count)]


def sample_names(count: int) -> list[str]:
    """Names of samples, numbered."""
    width = len(str(count))
    return [f"q{i + 1:0{width}}" for i in range(count)]


def rasch(models: int, samples: int, seed: int, epochs: int = 1, ease: float = 0.0) -> Grid:
    """Models from weak to strong on samples from easy to hard, every cell scored 0 or 1."""
    rng = np.random.default_rng(seed)
    ability = np.linspace(-1.6, 1.6, models)[rng.permutation(models)] if models > 1 else np.zeros(1)
    difficulty = rng.normal(-ease, 1.6, samples)
    chance = 1 / (1 + np.exp(difficulty[None, :, None] - ability[:, None, None]))
    scores = (rng.random((models, samples, epochs)) < chance).astype(float)
    none = np.zeros(scores.shape, bool)
    return Grid(model_names(models), sample_names(samples), scores, ~none, none, none)


def graded(models: int, samples: int, seed: int) -> Grid:
    """Whole grades from 0 to 10."""
    rng = np.random.default_rng(seed)
    level = rng.normal(6, 1.2, (models, 1, 1)) + rng.normal(0, 2, (1, samples, 1))
    scores = np.clip(np.round(level + rng.normal(0, 1.3, (models, samples, 1))), 0, 10)
    none = np.zeros(scores.shape, bool)
    return Grid(model_names(models), sample_names(samples), scores, ~none, none, none)


def with_trouble(grid: Grid, seed: int, absent: float = 0.0, errors: float = 0.0, limits: float = 0.0) -> Grid:
    """The same with a share of rows that are absent, of rows that ended in an error, and of those cut by a limit."""
    drawn = np.random.default_rng(seed).random(grid.scores.shape)
    is_error = (drawn >= absent) & (drawn < absent + errors)
    is_limit = (drawn >= absent + errors) & (drawn < absent + errors + limits)
    scores = np.where(is_error, np.nan, grid.scores)
    return Grid(grid.models, grid.samples, scores, drawn >= absent, is_error, is_limit)


def half_cancelled(grid: Grid, model: int) -> Grid:
    """The same, but one model was stopped after the first half of the samples."""
    present = grid.present.copy()
    present[model, grid.scores.shape[1] // 2 :] = False
    return Grid(grid.models, grid.samples, grid.scores, present, grid.errors, grid.limits)


def renamed(grid: Grid, model: Callable[[str], str], sample: Callable[[str], str]) -> Grid:
    """The same with other names."""
    names = ([model(name) for name in grid.models], [sample(name) for name in grid.samples])
    return Grid(*names, grid.scores, grid.present, grid.errors, grid.limits)


def constant(models: int, samples: int, score: float) -> Grid:
    """Every cell has the same score."""
    scores = np.full((models, samples, 1), score)
    none = np.zeros(scores.shape, bool)
    return Grid(model_names(models), sample_names(samples), scores, ~none, none, none)
