"""The former place of the ready-made pictures; the same functions."""

from . import CellOptions, sample_heatmap, scores_by_limit, scores_by_limit_df

__all__ = ["CellOptions", "sample_heatmap", "scores_by_limit", "scores_by_limit_df"]
