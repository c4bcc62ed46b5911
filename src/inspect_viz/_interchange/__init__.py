"""Mosaic specs from elsewhere: read, checked, and kept as they were written."""

from ._node import spec_node
from ._plain import plain_spec
from ._text import read_spec

__all__ = ["plain_spec", "read_spec", "spec_node"]
