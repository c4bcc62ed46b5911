"""What all analyses are told of a table."""

from __future__ import annotations

from typing import TypedDict


class Options(TypedDict, total=False):
    """Which columns are read, and what counts.

    Keys:
        id: Column of the sample ids ("id").
        model_name: Column of the models' names ("model_display_name", or else "model").
        score_value: Column of the scores; not needed where there is one, as in `sample_heatmap`.
        invalidated: Whether scores of samples count that were declared invalid (False).
        threshold: The least score of a cell that solves its sample; None: half of the epochs where scores are 0 or 1.
        higher_is_better: Whether higher scores are better (True). False: a model `wins` where its score is lower, a
            `difference` says by how much, and a sample is solved by scores up to `threshold`.
        epochs: What of a sample's epochs is its score: "mean", "worst", "best", "pass@k" or "pass^k" ("mean").
    """

    id: str
    model_name: str
    score_value: str | None
    invalidated: bool
    threshold: float | None
    epochs: str
    higher_is_better: bool
