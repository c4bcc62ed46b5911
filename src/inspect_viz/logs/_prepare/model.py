"""What is known about a model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Info:
    """What is known about a model.

    Args:
        organization: Who made it.
        model: The name to show.
        snapshot: Which version of it.
        release_date: When it came out.
        knowledge_cutoff_date: Up to when it knows the world.
    """

    organization: str | None = None
    model: str | None = None
    snapshot: str | None = None
    release_date: date | None = None
    knowledge_cutoff_date: date | None = None
