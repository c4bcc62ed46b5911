"""Ready-made pictures of evaluations."""

from ._cell_options import CellOptions
from ._sample_compare import sample_compare
from ._sample_heatmap import sample_heatmap

__all__ = ["CellOptions", "sample_compare", "sample_heatmap"]
