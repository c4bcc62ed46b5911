"""Fixtures of all browser tests."""

from fixtures.core import browser, opened

__all__ = ["browser", "opened"]
