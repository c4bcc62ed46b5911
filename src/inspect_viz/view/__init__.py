"""Ready-made pictures of evaluations."""

from ._cell_options import CellOptions
from ._limit_rates import scores_by_limit_df
from ._sample_compare import sample_compare
from ._sample_heatmap import sample_heatmap
from ._scores_by_limit import scores_by_limit

__all__ = ["CellOptions", "sample_compare", "sample_heatmap", "scores_by_limit", "scores_by_limit_df"]
