"""The logs behind a `Data`: a table that can be read on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspect_viz.data._frame_sources import FrameSource
from inspect_viz.data._reader import TableReader

from ._reading.reading import Reading
from ._table.build import build
from ._table.evaluation import evaluation_of_log
from ._table.query import Query

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from inspect_viz.data._changes import Changes
    from inspect_viz.data._problem import Problem


def logs_table(logs: Any, **arguments: Any) -> LogsTable:
    """The logs that the arguments of `Data.from_logs` ask for."""
    return LogsTable(Query(logs, **arguments))


class LogsTable:
    """Logs, and the table that was made of them.

    Args:
        query: Which logs, and what of them.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._reading = Reading(query)
        self._problems: tuple[Problem, ...] | None = None
        self._built = False
        self._shown: frozenset[str] | None = None

    def reader(self) -> TableReader:
        """The table as it was read last."""
        parts = self._reading.parts
        table = build(parts, self._query, models=True, again=self._built)
        self._built = True
        self._shown = frozenset(table["eval_id"].unique().to_pylist()) if self._query.where else None
        label = f"{len(parts):,} {'log' if len(parts) == 1 else 'logs'}"
        source = FrameSource(label, tuple(table.column_names), table.num_rows, table.column)
        return TableReader(source, evaluations=[evaluation_of_log(part.facts) for part in parts])

    def refresh(self) -> Changes:
        """Read what is new."""
        changes = self._reading.refresh()
        self._problems = None
        return changes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read and what looks wrong; found out when it is first asked for."""
        if self._problems is None:
            from ._problems.found import problems_of_state

            self._problems = problems_of_state(self._reading.state, self._query, self._shown)
        return self._problems

    @property
    def pending(self) -> pa.Table:
        """The samples that are planned and not there, as a PyArrow table."""
        from ._table.pending import pending_of

        return pending_of(self._reading.state.parts)
