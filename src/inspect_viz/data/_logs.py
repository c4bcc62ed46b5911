"""`Data` of evaluation logs: a table that can be read on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

from ._frame_sources import FrameSource
from ._reader import TableReader

if TYPE_CHECKING:
    from inspect_viz.logs import Changes, Problem
    from inspect_viz.logs._table.build import Asked


class LogsTable:
    """Logs, and the table that was made of them.

    Args:
        logs, columns, where, full, log_viewer, strict, cache, executor, progress: As for `Data.from_logs`.
    """

    def __init__(
        self,
        logs: Any,
        columns: str | Sequence[str] | None,
        where: str | None,
        full: bool,
        log_viewer: Mapping[str, str] | None,
        strict: bool,
        cache: bool,
        executor: Executor | None,
        progress: bool,
    ) -> None:
        from inspect_viz.logs._reading.reading import Reading, Request
        from inspect_viz.logs._table.build import asked_for

        self._asked: Asked = asked_for(columns, where, full, log_viewer, models=True, cache=cache)
        self._reading = Reading(Request(logs, self._asked.wanted(), strict, cache, executor, progress))
        self._problems: tuple[Problem, ...] | None = None
        self._built = False
        self._shown: frozenset[str] | None = None

    def reader(self) -> TableReader:
        """The table as it was read last."""
        from inspect_viz.logs._table.build import build

        parts = list(self._reading.state.parts.values())
        table = build(parts, self._asked, again=self._built)
        self._built = True
        self._shown = frozenset(table["eval_id"].unique().to_pylist()) if self._asked.where else None
        label = f"{len(parts):,} {'log' if len(parts) == 1 else 'logs'}"
        return TableReader(FrameSource(label, tuple(table.column_names), table.num_rows, table.column))

    def refresh(self) -> Changes:
        """Read what is new."""
        changes = self._reading.refresh()
        self._problems = None
        return changes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read and what looks wrong; found out when it is first asked for."""
        if self._problems is None:
            from inspect_viz.logs._problems.found import problems_of_state

            self._problems = problems_of_state(self._reading.state, self._asked, self._shown)
        return self._problems

    @property
    def pending(self) -> Any:
        """The samples that are planned and not there, as a PyArrow table."""
        from inspect_viz.logs._table.pending import pending_of

        return pending_of(self._reading.state.parts)
