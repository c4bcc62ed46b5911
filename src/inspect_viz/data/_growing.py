"""Tables that can be read on, such as those of logs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Protocol

from ._changes import Changes
from ._problem import Problem
from ._reader import TableReader


class Growing(Protocol):
    """Something that grows, and the table that was made of it."""

    def reader(self) -> TableReader:
        """The table as it was read last."""

    def refresh(self) -> Changes:
        """Read what is new."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read and what looks wrong."""

    @property
    def pending(self) -> Any:
        """The rows that are still to come, as a PyArrow table."""


def logs_table(logs: Any, **arguments: Any) -> Growing:
    """The logs that the arguments of `Data.from_logs` ask for.

    `logs` stands above `data` and imports it. This is the one place where `data` calls up to it, by name.
    """
    made: Callable[..., Growing] = import_module("inspect_viz.logs._data").logs_table
    return made(logs, **arguments)
