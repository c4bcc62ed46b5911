"""Mosaic specs from elsewhere: read, checked, and kept as they were written."""

from ._node import spec_node
from ._text import read_spec

__all__ = ["read_spec", "spec_node"]
