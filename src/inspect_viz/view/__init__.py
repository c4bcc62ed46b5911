"""Ready-made pictures of evaluations."""

from ._cell_options import CellOptions
from ._heatmap import heatmap
from ._limit_rates import scores_by_limit_df
from ._radar_frames import scores_radar_by_metric_df, scores_radar_by_task_df
from ._radar_grid import LabelStyles
from ._sample_compare import sample_compare
from ._sample_heatmap import sample_heatmap
from ._sample_tool_calls import sample_tool_calls
from ._scores_by_factor import scores_by_factor
from ._scores_by_limit import scores_by_limit
from ._scores_by_model import scores_by_model
from ._scores_by_task import scores_by_task
from ._scores_heatmap import scores_heatmap
from ._scores_radar import scores_radar_by_metric, scores_radar_by_task
from ._scores_timeline import scores_timeline

__all__ = [
    "CellOptions",
    "LabelStyles",
    "heatmap",
    "sample_compare",
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
