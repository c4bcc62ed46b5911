"""Sentences that help after a wrong name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The accepted name that looks most like `name`, ignoring case, or None."""
    by_lower = {n.lower(): n for n in names}
    found = difflib.get_close_matches(name.lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def did_you_mean(name: object, names: Iterable[str]) -> str:
    """A sentence "Did you mean ...?" with a leading space, or an empty string."""
    found = nearest(str(name), list(names))
    return f" Did you mean {found!r}?" if found is not None else ""


def listing(names: Iterable[str], limit: int = 12) -> str:
    """Names in quotes, separated by commas, shortened after `limit`."""
    shown = [repr(n) for n in names]
    rest = len(shown) - limit
    return ", ".join(shown[:limit]) + (f", ... ({rest} more)" if rest > 0 else "")
