"""How far tests search for input that breaks something.

`make test` draws the same examples each time. `make fuzz` draws others, more of them, and prints the seed that draws
them again. What was ever found stands as an `@example` in the test that found it.
"""

from __future__ import annotations

import os

from hypothesis import settings

FACTOR = int(os.environ.get("FUZZ", "1"))


def examples(count: int) -> int:
    """How many examples a test draws where `make test` draws `count`."""
    return count * FACTOR


def load_profile() -> None:
    """Make what every test has in common the default of those that are defined from now on."""
    settings.register_profile("fuzz", deadline=None, max_examples=examples(100), print_blob=True)
    settings.register_profile("test", deadline=None, derandomize=True)
    settings.load_profile("test" if FACTOR == 1 else "fuzz")
