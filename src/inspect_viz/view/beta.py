"""The former place of the ready-made pictures; the same functions."""

from . import CellOptions, sample_heatmap

__all__ = ["CellOptions", "sample_heatmap"]
