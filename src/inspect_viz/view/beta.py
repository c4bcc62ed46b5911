"""The former place of the ready-made pictures; the same functions."""

from . import (
    CellOptions,
    LabelStyles,
    heatmap,
    sample_heatmap,
    sample_tool_calls,
    scores_by_factor,
    scores_by_limit,
    scores_by_limit_df,
    scores_by_model,
    scores_by_task,
    scores_heatmap,
    scores_radar_by_metric,
    scores_radar_by_metric_df,
    scores_radar_by_task,
    scores_radar_by_task_df,
    scores_timeline,
)

__all__ = [
    "CellOptions",
    "LabelStyles",
    "heatmap",
    "sample_heatmap",
    "sample_tool_calls",
    "scores_by_factor",
    "scores_by_limit",
    "scores_by_limit_df",
    "scores_by_model",
    "scores_by_task",
    "scores_heatmap",
    "scores_radar_by_metric",
    "scores_radar_by_metric_df",
    "scores_radar_by_task",
    "scores_radar_by_task_df",
    "scores_timeline",
]
