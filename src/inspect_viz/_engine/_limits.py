"""How much time and memory the questions of a picture may take."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field

SECONDS, MEMORY = "INSPECT_VIZ_SECONDS", "INSPECT_VIZ_MEMORY"
DEFAULT_SECONDS = 120.0
DEFAULT_MEMORY = "4GB"
MOST_SECONDS = 1e7
_UNITS = {"MB": 1000**2, "GB": 1000**3, "TB": 1000**4}
_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([MGT]B)", re.IGNORECASE)


def _default_seconds() -> float:
    given = os.environ.get(SECONDS)
    return _seconds(SECONDS, given) if given else DEFAULT_SECONDS


def _default_memory() -> str:
    given = os.environ.get(MEMORY) or DEFAULT_MEMORY
    _bytes(MEMORY, given)
    return given


@dataclass(frozen=True)
class Limits:
    """What the database of a picture may take; a question that wants more is stopped with an error.

    Args:
        seconds: Time for each question, above zero; not given: INSPECT_VIZ_SECONDS of the environment, or 120.
        memory: A size such as "500MB" or "8GB"; not given: INSPECT_VIZ_MEMORY of the environment, or "4GB". Data
            frames and parquet files, which are read where they lie, do not count.

    Raises:
        ValueError: If one is not of this form.
    """

    seconds: float = field(default_factory=_default_seconds)
    memory: str = field(default_factory=_default_memory)

    def __post_init__(self) -> None:
        if isinstance(self.seconds, bool | str):
            raise _no_seconds("seconds", self.seconds)
        _seconds("seconds", self.seconds)
        _bytes("memory", self.memory)

    @property
    def bytes(self) -> int:
        """The memory in bytes."""
        return _bytes("memory", self.memory)


def _seconds(name: str, value: object) -> float:
    try:
        seconds = float(value) if isinstance(value, str | float | int) else 0.0
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= MOST_SECONDS:
        raise _no_seconds(name, value)
    return seconds


def _no_seconds(name: str, value: object) -> ValueError:
    return ValueError(f"{name}={value!r} must be a number of seconds above zero")


def _bytes(name: str, value: object) -> int:
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    size = int(float(found[1]) * _UNITS[found[2].upper()]) if found else 0
    if not size:
        raise ValueError(f"{name}={value!r} must be a size such as '500MB' or '8GB'")
    return size
