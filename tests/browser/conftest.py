"""Fixtures of all browser tests."""

from fixtures.core import opened

__all__ = ["opened"]
