"""Pictures of what happened in Inspect AI evaluations, sample by sample."""

from ._version import __version__

__all__ = ["__version__"]
