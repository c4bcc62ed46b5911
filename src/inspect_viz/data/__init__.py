"""Tables of samples: files and data frames that pictures are drawn from."""

from ._data import Data

__all__ = ["Data"]
